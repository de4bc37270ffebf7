using Microsoft.Extensions.Primitives;
using Vafa.Core.Values;
using Vafa.Features.Programme;

namespace Vafa.Features.Members.Listing;

/// <summary>A column of the list of members.</summary>
/// <param name="Code">As the address says it: spent, wallet.credit, field.drink.</param>
/// <param name="Sort">The order it stands for; null where the list has none of it.</param>
/// <param name="IsNumber">Aligned at the end.</param>
public sealed record MemberColumn(string Code, string Title, string? Sort = null, bool IsNumber = false);

/// <summary>What the list of members can show of them beside the name, and what is chosen of it.</summary>
public static class MemberColumns
{
    public const string Mobile = "mobile";
    public const string Card = "card";
    public const string Groups = "groups";
    public const string Email = "email";
    public const string Born = "birthDate";
    public const string Joined = "joined";
    public const string LastVisit = "lastVisit";
    public const string Visits = "visits";
    public const string Spent = "spent";
    public const string Wallet = "wallet.";
    public const string Field = "field.";

    /// <summary>What stands there until somebody chooses.</summary>
    private static readonly string[] Usual = [Groups, LastVisit, Visits, Spent];

    public static IReadOnlyList<MemberColumn> All(ClubVersion club, Wording words) =>
        [
            new(Mobile, words.Say("موبایل", "Mobile")),
            new(Card, words.Say("شمارهٔ کارت", "Card number")),
            new(Groups, words.Say("گروه‌ها", "Groups")),
            new(Email, words.Say("ایمیل", "E-mail")),
            new(Born, words.Say("تاریخ تولد", "Birth date")),
            new(Joined, words.Say("عضویت", "Joined"), "joined"),
            new(LastVisit, words.Say("آخرین خرید", "Last purchase"), "lastVisit"),
            new(Visits, words.Say("تعداد خرید", "Purchases"), "visits", IsNumber: true),
            new(Spent, words.Say("مجموع خرید", "Paid in all"), "spent", IsNumber: true),
            .. club.Programme.Units.Select(u => new MemberColumn(
                Wallet + u.Code,
                words.Name(NameKind.Unit, u.Code),
                IsNumber: true
            )),
            .. club
                .Fields.Values.OrderBy(f => f.Order)
                .ThenBy(f => f.Code, StringComparer.Ordinal)
                .Select(f => new MemberColumn(Field + f.Code, words.Title(f.Title))),
        ];

    /// <summary>The chosen codes that are columns, in the order of the list; none where the usual ones are
    /// meant.</summary>
    public static IReadOnlyList<string> Chosen(StringValues said, IReadOnlyList<MemberColumn> all)
    {
        var asked = said.SelectMany(s => (s ?? "").Split(',')).ToHashSet(StringComparer.Ordinal);
        List<string> chosen = [.. all.Select(c => c.Code).Where(asked.Contains)];
        return chosen.SequenceEqual(Usual) ? [] : chosen;
    }

    public static IReadOnlyList<MemberColumn> Of(IReadOnlyList<string> chosen, IReadOnlyList<MemberColumn> all) =>
        [.. all.Where(c => (chosen.Count == 0 ? Usual : chosen).Contains(c.Code, StringComparer.Ordinal))];
}
