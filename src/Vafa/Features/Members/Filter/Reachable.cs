using Vafa.Core.Values;
using Vafa.Ui;

namespace Vafa.Features.Members.Filter;

/// <summary>What is known or agreed of a member.</summary>
public enum ReachableBy
{
    /// <summary>An e-mail address stands in the profile.</summary>
    Email,

    /// <summary>Agreed to messages on the mobile.</summary>
    SmsConsent,

    /// <summary>Agreed to e-mails.</summary>
    EmailConsent,
}

/// <summary>?has=email, smsConsent or emailConsent; more of them must all hold.</summary>
public sealed record Reachable(IReadOnlyList<ReachableBy> By) : MemberTerm
{
    internal const string Parameter = "has";

    private static readonly (string Word, ReachableBy By, string Fa, string En)[] Known =
    [
        ("email", ReachableBy.Email, "ایمیل دارد", "Has an e-mail"),
        ("smsConsent", ReachableBy.SmsConsent, "با پیامک موافق است", "Agreed to text messages"),
        ("emailConsent", ReachableBy.EmailConsent, "با ایمیل موافق است", "Agreed to e-mails"),
    ];

    public override string Name => Parameter;

    public override IReadOnlyList<string> Values => [.. By.Select(by => Known.First(k => k.By == by).Word)];

    internal static MemberTerm? Read(TermReader reader)
    {
        var by = new List<ReachableBy>();
        foreach (var word in reader.Values.Where(v => v.Length > 0).Distinct(StringComparer.Ordinal))
        {
            if (Array.FindIndex(Known, k => k.Word == word) is >= 0 and var at)
            {
                by.Add(Known[at].By);
                continue;
            }

            return reader.Refused<MemberTerm?>(null, "json.choice", string.Join(", ", Known.Select(k => k.Word)));
        }

        return new Reachable(by);
    }

    internal override IQueryable<Member> Narrow(IQueryable<Member> members, FilterScene scene) =>
        By.Aggregate(
            members,
            (some, by) =>
                by switch
                {
                    ReachableBy.Email => some.Where(m => m.Email != null),
                    ReachableBy.SmsConsent => some.Where(m => m.ConsentSms == true),
                    ReachableBy.EmailConsent => some.Where(m => m.ConsentEmail == true),
                    _ => throw new InvalidOperationException(),
                }
        );

    public override string Sentence(Wording words, Dates dates) =>
        string.Join(
            words.Say("، ", ", "),
            By.Select(by => Known.First(k => k.By == by)).Select(k => words.Say(k.Fa, k.En))
        );
}
