using Shouldly;
using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Ledger;
using Vafa.Core.Values;

namespace Vafa.Core.Tests.Semantics;

/// <summary>Sells and takes back for one member at core level, and records it as the product does.</summary>
internal sealed class Till
{
    public Wallets Wallets { get; } = new();

    public DebtPolicy Policy { get; set; }

    public static SoldLine Goods(int no, long quantity, long amount, long discount = 0, long spent = 0) =>
        new(no, LineKind.Goods, Quantity.Whole(quantity), new Money(amount), new Money(discount), new Money(spent));

    public static SoldLine Shipping(int no, long amount, long spent = 0) =>
        new(no, LineKind.Shipping, Quantity.One, new Money(amount), Money.Zero, new Money(spent));

    /// <summary>A wallet that was there before; ends after so many days.</summary>
    public void Owns(string unit, long amount, int? days = null)
    {
        var end = days is { } n ? Wallets.Now.AddDays(n) : (DateTimeOffset?)null;
        Wallets.Do(l => l.Earn(unit, amount, new LotTerms(Wallets.Now, end)));
    }

    /// <summary>Spends on something that stays sold.</summary>
    public void SpendsElsewhere(string unit, long amount) =>
        Wallets.Do(l => l.Spend(unit, amount, Wallets.Now)).IsRefused.ShouldBeFalse();

    public void DaysPass(int days) => Wallets.Now = Wallets.Now.AddDays(days);

    /// <summary>The night's work.</summary>
    public void Sweep() => Wallets.Do(l => Wallets.Lots.Sum(lot => l.Expire(lot.No, Wallets.Now)));

    public Sold Sell(SoldLine[] lines, UnitAmount[]? spend = null, Earns[]? earn = null)
    {
        var ledger = Wallets.Load();
        foreach (var unit in spend ?? [])
        {
            ledger.Spend(unit.Unit, unit.Amount, Wallets.Now).IsRefused.ShouldBeFalse();
        }

        foreach (var earning in earn ?? [])
        {
            ledger.Earn(earning.Unit, earning.Amount, earning.Terms(Wallets.Now));
        }

        return new Sold(this, lines, Wallets.Write(ledger));
    }
}

/// <summary>What a sale earns: at once and for ever unless it says otherwise.</summary>
internal sealed record Earns(string Unit, long Amount, int? Days = null, int PendingDays = 0)
{
    public LotTerms Terms(DateTimeOffset now) => new(now.AddDays(PendingDays), Days is { } n ? now.AddDays(n) : null);
}

/// <summary>A recorded sale that may be given back in parts.</summary>
internal sealed class Sold(Till till, SoldLine[] lines, IReadOnlyList<Entry> entries)
{
    private readonly List<RefundedLine> already = [];
    private readonly List<Entry> refundEntries = [];

    public RefundPlan LastPlan { get; private set; } = null!;

    public Outcome<RefundPlan> Try(params RefundRequest[]? request) => RefundMath.Plan(lines, already, request);

    /// <summary>Gives all that is left back.</summary>
    public string RefundRest() => Refund(null);

    /// <summary>Gives whole pieces back.</summary>
    public string Refund(int line, long pieces) => Refund([new RefundRequest(line, Quantity.Whole(pieces))]);

    /// <summary>"money + wallet money | reversed | returned", every amount stated.</summary>
    public string Refund(RefundRequest[]? request)
    {
        LastPlan = Try(request).Value;
        foreach (var part in LastPlan.Parts)
        {
            already.Add(new RefundedLine(part.Line, part.Quantity, part.Money, part.Spent));
        }

        var ledger = till.Wallets.Load();
        var recorded = new RecordedMoves(entries, refundEntries, ExpiredOfLots());
        var moved = RefundMoves.Apply(ledger, recorded, LastPlan, _ => till.Policy, till.Wallets.Now);
        refundEntries.AddRange(till.Wallets.Write(ledger));
        till.Wallets.Check().ShouldBeEmpty();
        return $"{LastPlan.Money} + {LastPlan.Spent} | {Say(moved.Reversed)} | {Say(moved.Returned)}";
    }

    /// <summary>Whether pieces of a line can be given back still.</summary>
    public bool HasLeft => !RefundMath.Plan(lines, already, null).IsRefused;

    /// <summary>
    /// Lets up to so much of what expired of the sale's lots of a unit stand again; answers how much did.
    /// </summary>
    public long StandAgain(string unit, long most, int days)
    {
        var sum = 0L;
        foreach (var lot in entries.Where(e => e.Unit == unit && e.Lot == e.No && e.Amount > 0).Select(e => e.Lot))
        {
            var expired = ExpiredOfLots();
            var gone = expired.GetValueOrDefault(lot);
            var recorded = new RecordedMoves(entries, refundEntries, expired);
            var free = Math.Min(gone, RefundMoves.ExpiredUncounted(recorded, lines, already, unit));
            var wanted = new Expired(Math.Min(most - sum, free), gone, gone - free);
            if (wanted.Wanted > 0 && !Again(lot, wanted, days).IsRefused)
            {
                sum += wanted.Wanted;
            }

            if (gone > free)
            {
                var more = Again(lot, wanted with { Wanted = free + 1 }, days);
                more.Refusals.ShouldHaveSingleItem().Code.ShouldBe("ledger.given-back");
            }
        }

        return sum;
    }

    private Outcome<long> Again(long lot, Expired wanted, int days) =>
        till.Wallets.Do(l => l.Reinstate(lot, wanted, till.Wallets.Now.AddDays(days), till.Wallets.Now));

    private static string Say(IReadOnlyList<UnitAmount> amounts) =>
        amounts.Count == 0 ? "-" : string.Join(", ", amounts.Select(a => $"{a.Amount} {a.Unit}"));

    private Dictionary<long, long> ExpiredOfLots() =>
        till
            .Wallets.Entries.Where(e => e.Account == ClubAccount.Expired)
            .GroupBy(e => e.Lot)
            .ToDictionary(g => g.Key, g => -g.Sum(e => e.Amount));
}
