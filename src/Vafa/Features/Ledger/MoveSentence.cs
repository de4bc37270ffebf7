using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Features.Timeline;

namespace Vafa.Features.Ledger;

/// <summary>What moved a member's wallets outside of sales, as one sentence of his timeline.</summary>
internal sealed class MoveSentence(ClubVersion club, Wording words)
{
    /// <param name="entries">Those of one cause and moment.</param>
    public TimelineEvent Of(IReadOnlyList<EntryRow> entries)
    {
        var first = entries[0];
        var amounts = entries
            .GroupBy(e => e.Unit, StringComparer.Ordinal)
            .Select(g => new AmountOnTimeline(g.Key, g.Sum(e => e.Amount)))
            .ToList();
        var (kind, sentence) = Told(first, amounts);
        return new TimelineEvent(kind, first.CauseId, first.At, sentence)
        {
            Reason = first.CauseKind == CauseKind.Event ? null : first.Reason,
            Amounts = amounts,
        };
    }

    private (string Kind, string Sentence) Told(EntryRow first, IReadOnlyList<AmountOnTimeline> amounts)
    {
        var said = Said(amounts);
        var came = amounts.Sum(a => a.Amount) >= 0;
        if (first.CauseKind == CauseKind.Leave)
        {
            return ("left", words.Say($"با خروج از باشگاه، {said} از کیف رفت", $"{said} went with the membership"));
        }

        return first.Kind switch
        {
            EntryKind.Expired => ("expiry", words.Say($"مهلت {said} تمام شد", $"{said} expired")),
            EntryKind.Reinstated => (
                "reinstated",
                words.Say($"{said} که مهلتش تمام شده بود برگشت", $"{said} that had expired stand again")
            ),
            EntryKind.Extended => (
                "extended",
                words.Say($"بخشی از {Units(amounts)} مهلت بیشتر گرفت", $"Part of {Units(amounts)} got more time")
            ),
            EntryKind.Imported => ("import", words.Say($"ماندهٔ آغازین: {said}", $"Opening balance: {said}")),
            EntryKind.Converted => ("conversion", Converted(amounts)),
            EntryKind.Transferred when came => (
                "transfer",
                words.Say($"{said} از عضو دیگری گرفت", $"Got {said} from another member")
            ),
            EntryKind.Transferred => (
                "transfer",
                words.Say($"{said} به عضو دیگری داد", $"Gave {said} to another member")
            ),
            EntryKind.Earned => ("event", Engaged(first, said)),
            _ => ("adjustment", Adjusted(first.CauseCode, said, came)),
        };
    }

    private string Adjusted(string? kind, string said, bool came) =>
        kind switch
        {
            AdjustKinds.Bonus => words.Say($"هدیه: {said}", $"Bonus: {said}"),
            AdjustKinds.Penalty => words.Say($"جریمه: {said}", $"Penalty: {said}"),
            _ => came
                ? words.Say($"اصلاح دستی: {said} افزوده شد", $"Correction: {said} added")
                : words.Say($"اصلاح دستی: {said} کم شد", $"Correction: {said} taken off"),
        };

    private string Converted(IReadOnlyList<AmountOnTimeline> amounts)
    {
        var from = Said([.. amounts.Where(a => a.Amount < 0)]);
        var into = Said([.. amounts.Where(a => a.Amount > 0)]);
        return words.Say($"{from} به {into} تبدیل شد", $"{from} became {into}");
    }

    private string Engaged(EntryRow first, string said)
    {
        var title = club.Titles.GetValueOrDefault((NameKind.Engagement, first.CauseCode ?? "")) is { } known
            ? words.Title(known)
            : first.CauseCode ?? "";
        return words.Say($"برای {words.Quoted(title)} {said} گرفت", $"Earned {said} for {words.Quoted(title)}");
    }

    private string Units(IReadOnlyList<AmountOnTimeline> amounts) =>
        Joined(amounts.Select(a => words.NameInside(NameKind.Unit, a.Unit)));

    private string Said(IReadOnlyList<AmountOnTimeline> amounts) =>
        Joined(amounts.Select(a => words.Amount(a.Unit, Math.Abs(a.Amount))));

    private string Joined(IEnumerable<string> parts) => string.Join(words.Say(" و ", " and "), parts);
}
