using Vafa.Core.Values;
using Vafa.Features.Programme;

namespace Vafa.Features.Members.Bulk;

/// <summary>What is done to many members at once.</summary>
public enum BulkAction
{
    AddGroup,
    RemoveGroup,
    SetField,
}

/// <param name="Code">Of the group or the field.</param>
/// <param name="Value">Canonical, of the field; null clears it.</param>
public sealed record BulkChange(BulkAction Action, string Code, string? Value)
{
    /// <summary>«۱۲ عضو به گروه «نقره‌ای» افزوده می‌شوند».</summary>
    public string Sentence(int changed, Wording words)
    {
        var count = words.Number(changed);
        var name = words.Name(Action == BulkAction.SetField ? NameKind.Field : NameKind.Group, Code);
        var members = changed == 1 ? "member" : "members";
        return Action switch
        {
            _ when changed == 0 => words.Say("برای هیچ عضوی چیزی تغییر نمی‌کند.", "Nothing changes for any member."),
            BulkAction.AddGroup => words.Say(
                $"{count} عضو به گروه «{name}» افزوده می‌شوند.",
                $"{count} {members} will join the group “{name}”."
            ),
            BulkAction.RemoveGroup => words.Say(
                $"{count} عضو از گروه «{name}» بیرون می‌روند.",
                $"{count} {members} will leave the group “{name}”."
            ),
            BulkAction.SetField when Value is null => words.Say(
                $"«{name}» برای {count} عضو پاک می‌شود.",
                $"“{name}” will be cleared for {count} {members}."
            ),
            BulkAction.SetField => words.Say(
                $"«{name}» برای {count} عضو «{Shown(words)}» می‌شود.",
                $"“{name}” will be “{Shown(words)}” for {count} {members}."
            ),
            _ => throw new InvalidOperationException(),
        };
    }

    private string Shown(Wording words) =>
        Value switch
        {
            "true" => words.Say("بله", "yes"),
            "false" => words.Say("نه", "no"),
            _ => words.Digits(Value!),
        };
}

/// <summary>Who is meant, and what is done to them.</summary>
/// <param name="Ids">These; null: whom the filter means.</param>
internal sealed record BulkRequest(
    IReadOnlyList<Guid>? Ids,
    Filter.MemberFilter? Filter,
    BulkChange Change,
    ClubVersion Club
);

/// <param name="Count">Members that are meant.</param>
/// <param name="Changed">Those for whom something changes.</param>
public sealed record BulkPreview(int Count, int Changed, string Sentence);
