using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Core.Tiers;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Members;
using Vafa.Features.Programme;
using Vafa.Features.Purchases;
using Ladder = Vafa.Core.Tiers.Ladder;

namespace Vafa.Features.Tiers;

/// <param name="Members">How many hold it today by their purchases.</param>
public sealed record TierCount(string Tier, string Title, int Members);

/// <summary>How a ladder would divide the club's members today.</summary>
/// <param name="Tiers">From low to high.</param>
/// <param name="None">Members who reach none.</param>
/// <param name="Message">The same in a sentence.</param>
public sealed record LadderPreview(IReadOnlyList<TierCount> Tiers, int None, string Message);

/// <summary>
/// Counts who would hold which tier if everybody were reviewed today: sums of the club's own sales, of members together
/// in one statement, judged by the rules that judge a review. Refused: what a ladder's document refuses.
/// </summary>
public sealed class PreviewLadder(AppDb db, ProgrammeStore programmes, TimeProvider clock)
{
    public async Task<Outcome<LadderPreview>> Run(JsonElement document, string code, bool persian, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        var read = LadderDocument.Read(document, code, club.Known);
        if (read.IsRefused)
        {
            return Outcome<LadderPreview>.Refused([.. read.Refusals.Select(r => r.Under("/document"))]);
        }

        var (ladder, today) = (read.Value, club.Time.DayOf(clock.GetUtcNow()));
        var counts = new int[ladder.Tiers.Length];
        await foreach (var measured in Measured(ladder, club.Time, today, ct))
        {
            if (ladder.Reached(measured) is >= 0 and var place)
            {
                counts[place]++;
            }
        }

        var words = club.Wording(persian);
        var tiers = ladder.Tiers.Select((t, i) => new TierCount(t.Code, words.Title(t.Title), counts[i])).ToList();
        var none = await MemberLookup.Joined(db).CountAsync(ct) - counts.Sum();
        return new LadderPreview(tiers, none, Tell(tiers, words));
    }

    /// <summary>«با این حدها امروز ۶۱ عضو شما طلایی و ۱۲۰ عضو نقره‌ای می‌بودند».</summary>
    private static string Tell(List<TierCount> tiers, Wording words)
    {
        var told = tiers
            .AsEnumerable()
            .Reverse()
            .Where(t => t.Members > 0)
            .Select(t =>
                words.Say(
                    $"{words.Number(t.Members)} عضو {words.Inside(t.Title)}",
                    $"{words.Number(t.Members)} {(t.Members == 1 ? "member" : "members")} {words.Inside(t.Title)}"
                )
            )
            .ToList();
        return told.Count == 0
            ? words.Say(
                "با این حدها امروز هیچ عضوی سطحی نمی‌داشت.",
                "With these limits no member would hold a tier today."
            )
            : words.Say(
                $"با این حدها امروز {string.Join(" و ", told)} می‌بودند.",
                $"With these limits, today {string.Join(" and ", told)}."
            );
    }

    private async IAsyncEnumerable<Measured> Measured(
        Ladder ladder,
        ClubTime time,
        DateOnly today,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        var merged = await MemberLookup.Merged(db, ct);
        var earned = await Earned(ladder, time, today, merged, ct);
        var sums =
            ladder.Span.Kind == SpanKind.Anniversary
                ? ByMembership(ladder, time, today, ct)
                : Together(ladder.Span.On(time, today, today), ct);
        await foreach (var (member, joined, measured) in AsOne(sums, merged).WithCancellation(ct))
        {
            earned.Remove(member, out var more);
            yield return With(measured, more, ladder.Span.On(time, joined, today));
        }

        // Who earned without a sale that counts.
        foreach (var more in earned.Values)
        {
            yield return With(new Measured(TierSums.None, TierSums.None), more, ladder.Span.On(time, today, today));
        }
    }

    /// <summary>What stands under ids that became one member is his together.</summary>
    private static async IAsyncEnumerable<(Guid Member, DateOnly Joined, Measured Measured)> AsOne(
        IAsyncEnumerable<(Guid Member, DateOnly Joined, Measured Measured)> sums,
        Dictionary<Guid, Guid> merged
    )
    {
        var survivors = merged.Values.ToHashSet();
        var held = new Dictionary<Guid, (DateOnly Joined, Measured Measured)>();
        await foreach (var (id, joined, measured) in sums)
        {
            var member = merged.GetValueOrDefault(id, id);
            if (!survivors.Contains(member))
            {
                yield return (member, joined, measured);
                continue;
            }

            held[member] = held.TryGetValue(member, out var known)
                ? (joined, Plus(known.Measured, measured))
                : (joined, measured);
        }

        foreach (var (member, (joined, measured)) in held)
        {
            yield return (member, joined, measured);
        }
    }

    private static Measured Plus(Measured one, Measured more) =>
        new(
            one.Running.Plus(more.Running),
            more.Ended is { } ended ? (one.Ended ?? TierSums.None).Plus(ended) : one.Ended
        );

    /// <summary>The sums of every member over the same windows.</summary>
    private async IAsyncEnumerable<(Guid Member, DateOnly Joined, Measured Measured)> Together(
        MeasuredDays window,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        var (first, from, to) = (window.First, window.From, window.To);
        var gone = MemberLookup.Left(db);
        var rows = DaysOfMembers
            .Since(db, first)
            .Where(d => d.Day <= to && !gone.Contains(d.MemberId))
            .GroupBy(d => d.MemberId)
            .Select(g => new
            {
                Member = g.Key,
                Spent = g.Sum(d => d.Day >= from ? d.Spent : 0),
                Visits = g.Sum(d => d.Day >= from ? d.Visits : 0),
                SpentBefore = g.Sum(d => d.Day < from ? d.Spent : 0),
                VisitsBefore = g.Sum(d => d.Day < from ? d.Visits : 0),
            })
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(ct))
        {
            var ended = window.EndedFrom is null
                ? null
                : new TierSums(new Money(row.SpentBefore), row.VisitsBefore, []);
            yield return (row.Member, to, new Measured(new TierSums(new Money(row.Spent), row.Visits, []), ended));
        }
    }

    /// <summary>Each member has a year of his own: his days are added up one member after the other.</summary>
    private async IAsyncEnumerable<(Guid Member, DateOnly Joined, Measured Measured)> ByMembership(
        Ladder ladder,
        ClubTime time,
        DateOnly today,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        var first = TierReads.FirstDay(ladder, time, today, withEnded: true);
        var rows = DaysOfMembers
            .Since(db, first)
            .Where(d => d.Day <= today)
            .Join(MemberLookup.JoinedUnder(db), d => d.MemberId, m => m.Id, (d, m) => new { d, SinceDay = m.Day })
            .OrderBy(r => r.d.MemberId)
            .Select(r => new
            {
                r.d.MemberId,
                r.SinceDay,
                r.d.Day,
                r.d.Spent,
                r.d.Visits,
            })
            .AsAsyncEnumerable();
        var days = new List<TierDay>();
        (Guid Member, DateOnly Joined) of = default;
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (row.MemberId != of.Member && days.Count > 0)
            {
                yield return (
                    of.Member,
                    of.Joined,
                    Core.Tiers.Measured.On(days, ladder.Span.On(time, of.Joined, today))
                );
                days.Clear();
            }

            of = (row.MemberId, row.SinceDay);
            days.Add(new TierDay(row.Day, new TierSums(new Money(row.Spent), row.Visits, [])));
        }

        if (days.Count > 0)
        {
            yield return (of.Member, of.Joined, Core.Tiers.Measured.On(days, ladder.Span.On(time, of.Joined, today)));
        }
    }

    /// <summary>What sales earned, where some tier asks for it.</summary>
    private async Task<Dictionary<Guid, List<TierDay>>> Earned(
        Ladder ladder,
        ClubTime time,
        DateOnly today,
        Dictionary<Guid, Guid> merged,
        CancellationToken ct
    )
    {
        if (!TierReads.AsksForEarned(ladder))
        {
            return [];
        }

        var from = time.StartOf(TierReads.FirstDay(ladder, time, today, withEnded: true));
        var gone = MemberLookup.Left(db);
        var rows = await EarnedInSales.Since(db, from).Where(e => !gone.Contains(e.Member)).ToListAsync(ct);
        return rows.GroupBy(e => merged.GetValueOrDefault(e.Member, e.Member))
            .ToDictionary(
                m => m.Key,
                m =>
                    m.Select(e => new TierDay(
                            time.DayOf(e.At),
                            new TierSums(Money.Zero, 0, [new UnitAmount(e.Unit, e.Amount)])
                        ))
                        .ToList()
            );
    }

    private static Measured With(Measured sums, List<TierDay>? earned, MeasuredDays window)
    {
        if (earned is null)
        {
            return sums;
        }

        return Plus(sums, Core.Tiers.Measured.On(earned, window));
    }
}
