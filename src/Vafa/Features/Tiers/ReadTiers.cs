using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Core.Tiers;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Members;
using Vafa.Features.Programme;
using Vafa.Features.Purchases;
using Ladder = Vafa.Core.Tiers.Ladder;

namespace Vafa.Features.Tiers;

/// <summary>Where members stand on the club's ladders today.</summary>
public sealed class ReadTiers(AppDb db, TimeProvider clock)
{
    /// <summary>Of at most a page of members, in the order of the ladders; without the way to the next tier.</summary>
    public async Task<ILookup<Guid, TierOfMember>> Run(
        IReadOnlyList<Guid> members,
        ClubVersion club,
        CancellationToken ct
    )
    {
        var rows = club.Programme.Ladders.IsEmpty
            ? []
            : await db.MemberTiers.AsNoTracking().Where(t => members.Contains(t.MemberId)).ToListAsync(ct);
        var today = Today(club);
        return members
            .SelectMany(m =>
                club.Programme.Ladders.Select(l => (Member: m, Tier: TierOfMember.Of(l, Row(m, l), today)))
            )
            .ToLookup(t => t.Member, t => t.Tier);

        MemberTier? Row(Guid member, Ladder ladder) =>
            rows.Find(r => r.MemberId == member && string.Equals(r.Ladder, ladder.Code, StringComparison.Ordinal));
    }

    /// <summary>Of one member, with what is missing to the next tier and when he would fall.</summary>
    public async Task<IReadOnlyList<TierOfMember>> WithProgress(Guid member, ClubVersion club, CancellationToken ct)
    {
        var ladders = club.Programme.Ladders;
        if (ladders.IsEmpty)
        {
            return [];
        }

        var (today, time) = (Today(club), club.Time);
        var joined = await MemberLookup
            .Joined(db)
            .Where(m => m.Id == member)
            .Select(m => (DateOnly?)m.Day)
            .FirstOrDefaultAsync(ct);
        var rows = await db.MemberTiers.AsNoTracking().Where(t => t.MemberId == member).ToListAsync(ct);
        var first = ladders.Min(l => TierReads.FirstDay(l, time, today, withEnded: true));
        var ids = await MemberLookup.Under(db, member, ct);
        var days = await Days(ids, ladders.Any(TierReads.AsksForEarned), first, club, ct);
        return
        [
            .. ladders.Select(ladder =>
            {
                var row = rows.Find(r => string.Equals(r.Ladder, ladder.Code, StringComparison.Ordinal));
                return WithProgress(ladder, row, days, ladder.Span.On(time, joined ?? today, today));
            }),
        ];
    }

    /// <summary>Says what must be read of a member to know the same of him by the lane.</summary>
    internal static void Ask(LaneReads reads, ClubVersion club) =>
        TierReads.AskAll(reads, club.Programme, club.Time.DayOf(reads.Now));

    /// <summary>The same of a member whom the lane has read.</summary>
    internal static IReadOnlyList<TierOfMember> WithProgress(MemberState member, ClubVersion club, DateOnly today)
    {
        var days = member.TierDays;
        return
        [
            .. club.Programme.Ladders.Select(ladder =>
                WithProgress(
                    ladder,
                    member.Tiers.RowOf(ladder.Code),
                    days,
                    ladder.Span.On(club.Time, member.Row.Since, today)
                )
            ),
        ];
    }

    private static TierOfMember WithProgress(
        Ladder ladder,
        MemberTier? row,
        IReadOnlyCollection<TierDay> days,
        MeasuredDays window
    )
    {
        var (standing, today) = (row?.Standing ?? Standing.None, window.To);
        var sums = TierSums.Of(days, window.From, window.To);
        var progress = TierProgress.Of(ladder, standing, sums, today);
        var warning = TierWarning.Of(ladder, standing, days, window);
        return TierOfMember.Of(ladder, row, today) with
        {
            Next = progress.Next?.Code,
            Missing = progress.Next is null ? null : MissingToTier.Of(progress.Missing),
            Percent = progress.Percent(sums),
            FallsOn = warning?.Falls,
            Progress = progress,
            Warning = warning,
        };
    }

    public DateOnly Today(ClubVersion club) => club.Time.DayOf(clock.GetUtcNow());

    private async Task<List<TierDay>> Days(
        List<Guid> ids,
        bool withEarned,
        DateOnly first,
        ClubVersion club,
        CancellationToken ct
    )
    {
        var days = await DaysOfMembers
            .Since(db, first)
            .Where(d => ids.Contains(d.MemberId))
            .Select(d => new
            {
                d.Day,
                d.Spent,
                d.Visits,
            })
            .ToListAsync(ct);
        var sums = days.ConvertAll(d => new TierDay(d.Day, new TierSums(new Money(d.Spent), d.Visits, [])));
        if (withEarned)
        {
            var earned = await EarnedInSales.Of(db, ids, club.Time.StartOf(first), ct);
            sums.AddRange(
                earned.Select(e => new TierDay(
                    club.Time.DayOf(e.At),
                    new TierSums(Money.Zero, 0, [new UnitAmount(e.Unit, e.Amount)])
                ))
            );
        }

        return sums;
    }
}
