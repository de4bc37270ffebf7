using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Features.Programme;

namespace Vafa.Features.Members;

/// <summary>
/// Reads a member's profile as the API has it, for a new member and (merge patch) for a change: an absent field is not
/// spoken of, null clears it. What is wrong is said of its field, all at once.
/// </summary>
public static class MemberDocument
{
    private const int LongestName = 100;
    private const int LongestEmail = 254;
    private const int MostGroups = 100;

    /// <param name="today">The club's business day: nobody is born after it.</param>
    public static Outcome<MemberChange> Read(JsonElement json, ClubVersion club, DateOnly today)
    {
        var fields = DocumentReader.Of(json);
        var change = new MemberChange
        {
            Mobile = ReadMobile(fields),
            FirstName = Name(fields, "firstName"),
            LastName = Name(fields, "lastName"),
            BirthDate = Birth(fields, today),
            Gender = Gender(fields),
            Email = Email(fields),
            Groups = Groups(fields, club),
            GroupsByRule = club.GroupRules.Keys,
            Referrer = Asked(fields, "referrer", fields.Text("referrer", 60)),
        };
        change = Consent(fields, Own(fields, club, change));
        fields.Done();
        return fields.IsClean ? change : fields.Refusals;
    }

    private static Asked<Mobile?> ReadMobile(DocumentReader fields)
    {
        // A number has no place for a leading 0; still, who sends 9121234567 as a number means this.
        if (fields.Any("mobile") is not { } sent)
        {
            return Asked<Mobile?>(fields, "mobile", null);
        }

        var text = sent.ValueKind == JsonValueKind.Number ? sent.GetRawText() : fields.Text("mobile", 60);
        if (text is null)
        {
            return default;
        }

        var read = Mobile.Parse(text);
        if (!read.IsRefused)
        {
            return (Mobile?)read.Value;
        }

        fields.Refuse(read.Refusals[0].Code, "mobile");
        return default;
    }

    private static Asked<string?> Name(DocumentReader fields, string name)
    {
        var text = fields.Text(name, LongestName);
        return Asked(fields, name, text is null ? null : PersianText.Normalise(text));
    }

    private static Asked<DateOnly?> Birth(DocumentReader fields, DateOnly today)
    {
        if (fields.Text("birthDate", 30) is not { } text)
        {
            return Asked<DateOnly?>(fields, "birthDate", null);
        }

        var read = BirthDate.Parse(text, today);
        if (!read.IsRefused)
        {
            return (DateOnly?)read.Value;
        }

        fields.Refuse(read.Refusals[0].Code, "birthDate", text);
        return default;
    }

    private static Asked<string?> Gender(DocumentReader fields)
    {
        var gender = fields.Text("gender", 10);
        if (gender is not (null or "female" or "male" or "other"))
        {
            fields.Refuse("json.choice", "gender", "female, male, other");
        }

        return Asked(fields, "gender", gender);
    }

    private static Asked<string?> Email(DocumentReader fields)
    {
        var email = fields.Text("email", LongestEmail) is { } text ? PersianText.Digits(text) : null;
        if (email is not null && !IsEmail(email))
        {
            fields.Refuse("member.email-invalid", "email");
        }

        return Asked(fields, "email", email);
    }

    private static Asked<IReadOnlyList<string>> Groups(DocumentReader fields, ClubVersion club)
    {
        if (!fields.Has("groups"))
        {
            return default;
        }

        var sent = fields.Any("groups");
        var groups = fields.Texts("groups", MostGroups);
        if (fields.IsClean && sent is { } list)
        {
            for (var i = 0; i < list.GetArrayLength(); i++)
            {
                if (!club.MemberGroups.Contains(groups[i]))
                {
                    fields.Refusals.Add(new Refusal("member.group-unknown", $"/groups/{i}", groups[i]));
                }
            }
        }

        return new Asked<IReadOnlyList<string>>(true, [.. groups.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The fields that the owner defined.</summary>
    private static MemberChange Own(DocumentReader fields, ClubVersion club, MemberChange change)
    {
        if (fields.Below("fields") is not { Element.ValueKind: JsonValueKind.Object } below)
        {
            return change with { ClearsOtherFields = fields.Has("fields") };
        }

        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var property in below.Element.EnumerateObject())
        {
            if (!club.Fields.TryGetValue(property.Name, out var definition))
            {
                below.Refuse("member.field-unknown", property.Name, property.Name);
            }
            else if (property.Value.ValueKind == JsonValueKind.Null)
            {
                values[property.Name] = null;
            }
            else if (definition.Canonical(property.Value) is { IsRefused: false } read)
            {
                values[property.Name] = read.Value;
            }
            else
            {
                var refusal = definition.Canonical(property.Value).Refusals[0];
                below.Refuse(refusal.Code, property.Name, refusal.Args);
            }
        }

        return change with
        {
            Fields = values,
        };
    }

    private static MemberChange Consent(DocumentReader fields, MemberChange change)
    {
        if (fields.Below("consent") is not { } consent)
        {
            return fields.Has("consent")
                ? change with
                {
                    ConsentSms = (bool?)null,
                    ConsentEmail = (bool?)null,
                }
                : change;
        }

        var (sms, email) = (consent.YesNo("sms"), consent.YesNo("email"));
        change = change with { ConsentSms = Asked(consent, "sms", sms), ConsentEmail = Asked(consent, "email", email) };
        consent.Done();
        return change;
    }

    private static Asked<T> Asked<T>(DocumentReader fields, string name, T value) => new(fields.Has(name), value);

    /// <summary>One @, something before it, a name with a dot behind it; more only a mail can tell.</summary>
    private static bool IsEmail(string text)
    {
        var parts = text.Split('@');
        return parts is [{ Length: > 0 }, var host]
            && host.Contains('.', StringComparison.Ordinal)
            && host.Split('.').All(label => label.Length > 0)
            && !text.Any(c => char.IsWhiteSpace(c) || "<>(),;:\\\"[]".Contains(c, StringComparison.Ordinal));
    }
}
