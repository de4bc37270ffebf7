using Vafa.Core.Offers;
using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Ui;

namespace Vafa.Features.Offers;

/// <summary>One change of an offer as a person reads it.</summary>
/// <param name="Parts">What is other than before, each as it reads.</param>
public sealed record OfferChange(
    DateTimeOffset At,
    string By,
    OfferAct Act,
    IReadOnlyList<(string Label, string? Before, string? After)> Parts
);

public enum OfferAct
{
    Made,
    Changed,
    Began,
    Paused,
    Ended,
}

/// <summary>Who changed what of an offer, newest first, in sentences of Core instead of documents.</summary>
public sealed class ReadOfferHistory(ReadDocumentHistory history, ReadOffers offers)
{
    public const int Most = 20;

    public async Task<IReadOnlyList<OfferChange>> Run(string code, Wording words, Told told, CancellationToken ct)
    {
        // One more, to know what the last one shown was before.
        var versions = await history.Run(DocumentKind.Offer, code, Most + 1, ct);
        var read = await offers.Read([.. versions.Select(v => (code, v.Body))], age: 1, ct);
        var changes = new List<OfferChange>();
        for (var i = 0; i < Math.Min(Most, versions.Count); i++)
        {
            var before = i + 1 < versions.Count ? read[i + 1] : null;
            var isFirst = i + 1 == versions.Count;
            var parts = before is null || read[i] is not { } now ? [] : Parts(before, now, words, told).ToList();
            changes.Add(
                new OfferChange(versions[i].At, versions[i].By, isFirst ? OfferAct.Made : Act(before, read[i]), parts)
            );
        }

        return changes;
    }

    /// <summary>What an offer would be other than it is; nothing where it cannot be read any more.</summary>
    public async Task<IReadOnlyList<(string Label, string? Before, string? After)>> Between(
        (string Code, string Before, string After) offer,
        Wording words,
        Told told,
        CancellationToken ct
    )
    {
        var read = await offers.Read([(offer.Code, offer.Before), (offer.Code, offer.After)], age: 1, ct);
        return read is [{ } before, { } after] ? [.. Parts(before, after, words, told)] : [];
    }

    private static OfferAct Act(Offer? before, Offer? now) =>
        before?.State == now?.State
            ? OfferAct.Changed
            : now?.State switch
            {
                OfferState.Live => OfferAct.Began,
                OfferState.Paused => OfferAct.Paused,
                OfferState.Ended => OfferAct.Ended,
                _ => OfferAct.Changed,
            };

    private static IEnumerable<(string Label, string? Before, string? After)> Parts(
        Offer before,
        Offer now,
        Wording words,
        Told told
    )
    {
        foreach (var (label, of) in Shown(words, told))
        {
            var (was, becomes) = (of(before), of(now));
            if (was != becomes)
            {
                yield return (label, was, becomes);
            }
        }
    }

    private static IEnumerable<(string Label, Func<Offer, string?> Of)> Shown(Wording words, Told told) =>
        [
            (words.Say("نام", "Title"), o => words.Title(o.Title)),
            (words.Say("می‌دهد", "Gives"), o => string.Join(words.Say("، ", ", "), OfferWords.Gives(o, words))),
            (words.Say("شرط", "Condition"), o => o.When?.Sentence(words)),
            (words.Say("زمان", "Schedule"), o => OfferWords.Schedule(o.Schedule, words, told.Dates, told.Time)),
            (words.Say("بودجه", "Budget"), o => o.Limits.Budget is { } m ? words.Money(m) : null),
            (words.Say("تعداد", "Uses"), o => o.Limits.Uses is { } n ? words.Number(n) : null),
            (
                words.Say("سهم هر عضو", "For each member"),
                o => o.Limits.PerMember is { } limit ? OfferWords.PerMember(limit, words) : null
            ),
            (
                words.Say("سقف در هر دوره", "In each period"),
                o => o.Limits.PerPeriod is { } span ? OfferWords.PerPeriod(span, words) : null
            ),
            (
                words.Say("سقف هر شعبه", "At each branch"),
                o => o.Limits.PerBranch is { } span ? OfferWords.PerBranch(span, words) : null
            ),
            (words.Say("سقف در هر خرید", "Most in a sale"), o => o.Limits.MaxValue is { } m ? words.Money(m) : null),
            (
                words.Say("گروه پیشنهاد", "Offer group"),
                o => o.Group == OfferDocument.DefaultGroup ? words.Say("اصلی", "main") : o.Group
            ),
            (
                words.Say("با پیشنهادهای دیگر", "With other offers"),
                o => o.Combine ? words.Say("جمع می‌شود", "adds up") : words.Say("جمع نمی‌شود", "does not add up")
            ),
            (
                words.Say("نه همراه با", "Not with"),
                o => o.NotWith.IsEmpty ? null : string.Join(words.Say("، ", ", "), o.NotWith.Select(Named(words)))
            ),
            (words.Say("اولویت", "Priority"), o => words.Digits(Plain(o.Priority))),
            (words.Say("گروه شاهد", "Hold-out"), o => o.Holdout.BasisPoints == 0 ? null : words.Percent(o.Holdout)),
        ];

    private static Func<string, string> Named(Wording words) => code => words.Name(NameKind.Offer, code);

    private static string Plain(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>How dates are told.</summary>
public sealed record Told(Dates Dates, ClubTime Time);
