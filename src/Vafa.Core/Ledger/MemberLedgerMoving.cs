using Vafa.Core.Values;

namespace Vafa.Core.Ledger;

/// <summary>
/// What moves between units and members, and the dates of lots: conversion, transfer, extension and reinstatement,
/// lives that visits make longer, and lots that waited for an event.
/// </summary>
public sealed partial class MemberLedger
{
    /// <summary>
    /// Turns full steps of a unit into another: out of the available lots in the order of spending, into a new lot
    /// (debts of the other unit first). Refused: ledger.not-enough (unit, most); ledger.convert-step (step) for what is
    /// no multiple of the step, 0 included.
    /// </summary>
    /// <param name="unit">A unit that has an <see cref="Unit.Into"/>.</param>
    /// <param name="terms">The dates of what it becomes.</param>
    /// <returns>What it became.</returns>
    public Outcome<long> Convert(Unit unit, long amount, LotTerms terms, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        var into = unit.Into ?? throw new ArgumentException("The unit turns into nothing.", nameof(unit));
        if (amount == 0 || into.Takes(amount) != amount)
        {
            return new Refusal("ledger.convert-step", "/amount", into.Per);
        }

        var available = Available(unit.Code, now);
        if (amount > available)
        {
            return Refusal.Conflict("ledger.not-enough", "/amount", unit.Code, available);
        }

        var act = Begin(EntryKind.Converted, ClubAccount.Converted);
        TakeFrom(act, InSpendingOrder(l => l.Unit == unit.Code && l.IsOpenAt(now)), amount);
        var becomes = into.Becomes(amount);
        Bring(Begin(EntryKind.Converted, ClubAccount.Converted), into.To, becomes, terms);
        return becomes;
    }

    /// <summary>
    /// Gives an amount to another member: out of the available lots in the order of spending, each part with its own
    /// dates; it fills the other's debts first. Refused: ledger.not-enough (unit, most), and then nothing has moved.
    /// </summary>
    public Outcome<long> GiveTo(MemberLedger other, string unit, long amount, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        var available = Available(unit, now);
        if (amount > available)
        {
            return Refusal.Conflict("ledger.not-enough", "/amount", unit, available);
        }

        var act = Begin(EntryKind.Transferred, ClubAccount.Transferred);
        var draws = new List<Draw>();
        TakeFrom(act, InSpendingOrder(l => l.Unit == unit && l.IsOpenAt(now)), amount, draws);
        var taking = other.Begin(EntryKind.Transferred, ClubAccount.Transferred);
        foreach (var draw in draws)
        {
            other.Bring(taking, unit, draw.Amount, TermsOf(LotOf(draw.Lot)));
        }

        return amount;
    }

    /// <summary>
    /// Moves the end of a lot that holds something, also of one whose time is over while nobody has taken it yet.
    /// Refused: ledger.lot-empty, ledger.expires-in-past, ledger.not-later when it would end sooner, or never ends.
    /// </summary>
    /// <returns>The posting: an entry of 0.</returns>
    public Outcome<long> Extend(long lotNo, DateTimeOffset until, DateTimeOffset now)
    {
        var lot = LotOf(lotNo);
        if (lot.Remaining <= 0)
        {
            return Refusal.Conflict("ledger.lot-empty", "/lot");
        }

        if (until <= now)
        {
            return new Refusal("ledger.expires-in-past", "/expiresAt");
        }

        if (lot.ExpiresAt is null || until <= lot.ExpiresAt)
        {
            return Refusal.Conflict("ledger.not-later", "/expiresAt");
        }

        lot.ExpiresAt = until;
        var act = Begin(EntryKind.Extended, ClubAccount.Adjusted);
        Move(act, lot, 0);
        return act.Posting;
    }

    /// <summary>
    /// Lets what expired out of a lot stand again in it, with a new end; what it still held comes along. Refused:
    /// ledger.nothing-expired, ledger.too-much-expired (most), ledger.given-back (counted, most) for what a refund has
    /// counted as taken back because it had expired, ledger.expires-in-past, and ledger.not-later where the lot still
    /// holds something that would end sooner than now.
    /// </summary>
    /// <param name="expired">What expired of this lot and was not reinstated: Σ of its entries of both kinds.</param>
    /// <param name="until">The new end; null: never.</param>
    /// <returns>The posting.</returns>
    public Outcome<long> Reinstate(long lotNo, Expired expired, DateTimeOffset? until, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(expired.Wanted, nameof(expired));
        var lot = LotOf(lotNo);
        if (expired.OfLot <= 0)
        {
            return Refusal.Conflict("ledger.nothing-expired", "/lot");
        }

        if (expired.Wanted > expired.OfLot)
        {
            return Refusal.Conflict("ledger.too-much-expired", "/amount", lot.Unit, expired.OfLot);
        }

        if (expired.Wanted > expired.Free)
        {
            return Refusal.Conflict("ledger.given-back", "/amount", lot.Unit, expired.Counted, expired.Free);
        }

        if (until <= now)
        {
            return new Refusal("ledger.expires-in-past", "/expiresAt");
        }

        if (lot.Remaining > 0 && until is { } end && (lot.ExpiresAt is null || end < lot.ExpiresAt))
        {
            return Refusal.Conflict("ledger.not-later", "/expiresAt");
        }

        lot.ExpiresAt = until;
        var act = Begin(EntryKind.Reinstated, ClubAccount.Expired);
        Move(act, lot, expired.Wanted);
        return act.Posting;
    }

    /// <summary>
    /// A visit makes the sliding lives longer, never shorter: of lots that still live at <paramref name="now"/>. Not
    /// taken back by <see cref="ForgetAfter"/>, so it comes last.
    /// </summary>
    /// <param name="endOf">The end of a unit's life as of this visit; null leaves it as it is.</param>
    public void Slide(Func<string, DateTimeOffset?> endOf, DateTimeOffset now)
    {
        foreach (var lot in Lots)
        {
            if (
                lot is { Slides: true, Remaining: > 0, ExpiresAt: { } end }
                && end > now
                && endOf(lot.Unit) is { } later
                && later > end
            )
            {
                lot.ExpiresAt = later;
            }
        }
    }

    /// <summary>
    /// What waited for an event can be spent from <paramref name="now"/> on.
    /// </summary>
    /// <param name="which">The lots it is about; null: all that wait for it.</param>
    /// <returns>What came free of each unit.</returns>
    public IReadOnlyList<UnitAmount> Arrive(string name, IReadOnlySet<long>? which, DateTimeOffset now)
    {
        var freed = new List<UnitAmount>();
        foreach (var lot in Lots)
        {
            if (lot.Awaits != name || (which is not null && !which.Contains(lot.No)))
            {
                continue;
            }

            lot.AvailableFrom = now;
            lot.Awaits = null;
            if (lot.Remaining > 0)
            {
                freed.Add(new UnitAmount(lot.Unit, lot.Remaining));
            }
        }

        return
        [
            .. freed
                .GroupBy(f => f.Unit, StringComparer.Ordinal)
                .Select(g => new UnitAmount(g.Key, g.Sum(f => f.Amount))),
        ];
    }

    private static LotTerms TermsOf(Lot lot) =>
        new(lot.AvailableFrom, lot.ExpiresAt)
        {
            Slides = lot.Slides,
            Day = lot.Day,
            Branch = lot.Branch,
        };
}

/// <summary>So much of what expired out of a lot is to stand again.</summary>
/// <param name="OfLot">What expired out of it and does not stand again yet.</param>
/// <param name="Counted">So much of that a refund has counted as given back: 0 to <paramref name="OfLot"/>.</param>
public readonly record struct Expired(long Wanted, long OfLot, long Counted = 0)
{
    /// <summary>What may stand again.</summary>
    public long Free => OfLot - Counted;
}
