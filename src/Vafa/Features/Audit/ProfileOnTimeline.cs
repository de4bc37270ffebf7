using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Timeline;

namespace Vafa.Features.Audit;

/// <summary>Who changed what in a member's profile.</summary>
internal sealed class ProfileOnTimeline(AppDb db) : ITimelineSource
{
    public TimelinePart Part => TimelinePart.Profile;

    private const string Changed = "member.patch";

    /// <summary>The fields of a profile as people call them; those the owner added have their own titles.</summary>
    private static readonly Dictionary<string, (string Fa, string En)> Names = new(StringComparer.Ordinal)
    {
        ["mobile"] = ("موبایل", "mobile"),
        ["firstName"] = ("نام", "first name"),
        ["lastName"] = ("نام خانوادگی", "last name"),
        ["birthDate"] = ("تاریخ تولد", "birth date"),
        ["gender"] = ("جنسیت", "gender"),
        ["email"] = ("ایمیل", "e-mail"),
        ["consentSms"] = ("رضایت از پیامک", "consent to text messages"),
        ["consentEmail"] = ("رضایت از ایمیل", "consent to e-mails"),
        ["referrer"] = ("معرف", "referrer"),
        ["groups"] = ("گروه‌ها", "groups"),
    };

    public async Task<IReadOnlyList<TimelineEvent>> Read(TimelineAsk ask, CancellationToken ct)
    {
        var (at, id, subject) = (ask.Before.At, ask.Before.Id, ReadChanges.SubjectOf(ask.Member));
        var rows = await db
            .Audit.AsNoTracking()
            .Where(a => a.Subject == subject && a.Action == Changed)
            .Where(a => a.At <= at && (a.At < at || a.Id.CompareTo(id) < 0))
            .OrderByDescending(a => a.At)
            .ThenByDescending(a => a.Id)
            .Take(ask.Take)
            .ToListAsync(ct);
        return rows.ConvertAll(row => Told(row, ask.Words));
    }

    private static TimelineEvent Told(AuditEntry row, Wording words)
    {
        var changes = Between(row.Before, row.After);
        var names = string.Join(words.Say("، ", ", "), changes.Select(c => NameOf(c.Field, words)));
        var sentence =
            names.Length == 0
                ? words.Say("مشخصات بی‌تغییر ذخیره شد", "Profile saved without a change")
                : words.Say($"تغییر مشخصات: {names}", $"Profile changed: {names}");
        return new TimelineEvent("profile", row.Id, row.At, sentence) { By = row.By, Changes = changes };
    }

    public static string NameOf(string field, Wording words) =>
        Names.TryGetValue(field, out var name) ? words.Say(name.Fa, name.En)
        : field.StartsWith(OwnField, StringComparison.Ordinal) ? words.Name(NameKind.Field, field[OwnField.Length..])
        : field;

    private const string OwnField = "fields.";

    private static List<ChangeOnTimeline> Between(string? before, string? after)
    {
        var (old, now) = (Flat(before), Flat(after));
        return
        [
            .. old
                .Keys.Union(now.Keys, StringComparer.Ordinal)
                .Where(f => old.GetValueOrDefault(f) != now.GetValueOrDefault(f))
                .Select(f => new ChangeOnTimeline(f, old.GetValueOrDefault(f), now.GetValueOrDefault(f))),
        ];
    }

    /// <summary>Every field with its value as text; the owner's fields as "fields.CODE".</summary>
    private static Dictionary<string, string?> Flat(string? json)
    {
        var flat = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (json is null)
        {
            return flat;
        }

        using var document = JsonDocument.Parse(json);
        foreach (var field in document.RootElement.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var own in field.Value.EnumerateObject())
                {
                    flat[$"{field.Name}.{own.Name}"] = Text(own.Value);
                }
            }
            else
            {
                flat[field.Name] = Text(field.Value);
            }
        }

        return flat;
    }

    private static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Array when value.GetArrayLength() == 0 => null,
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(v => v.ToString())),
            _ => value.ToString(),
        };
}
