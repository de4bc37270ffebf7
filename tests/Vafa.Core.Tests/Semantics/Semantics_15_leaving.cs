using Shouldly;
using Vafa.Core.Ledger;
using Vafa.Core.Tiers;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>Leaving the club expires wallets by posting, and nothing is owed on either side.</summary>
public sealed class Semantics_15_leaving
{
    private static readonly DateTimeOffset Now = new(2026, 3, 25, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_lot_expires_and_every_debt_is_written_off()
    {
        Lot[] lots =
        [
            LotOf(1, "points", 100),
            LotOf(2, "points", 30, availableFrom: Now.AddDays(9)),
            LotOf(3, "points", -50),
            LotOf(4, "credit", -700),
            LotOf(5, "credit", 0),
        ];
        var ledger = new MemberLedger(5, [new("points", 80), new("credit", -700)], lots);
        ledger.Close().ShouldBe([new UnitAmount("credit", -700), new UnitAmount("points", 80)]);
        ledger.Lots.ShouldAllBe(lot => lot.Remaining == 0);
        (ledger.StoredBalance("points"), ledger.StoredBalance("credit")).ShouldBe((0, 0));
        ledger
            .NewEntries.Select(e => (e.Kind, e.Unit, e.Lot, e.Amount, e.Posting))
            .ShouldBe([
                (EntryKind.Adjusted, "credit", 4, 700, 6),
                (EntryKind.Expired, "points", 1, -100, 7),
                (EntryKind.Expired, "points", 2, -30, 7),
                (EntryKind.Adjusted, "points", 3, 50, 9),
            ]);
        ledger.Close().ShouldBeEmpty();
        ledger.NewEntries.Count.ShouldBe(4);
    }

    [Fact]
    public void Nothing_is_held_any_more_by_the_rules_or_by_a_person()
    {
        var standing = new Standing("silver", new DateOnly(2026, 1, 1), Placed: new Placement("gold", null));
        var left = Climb.Leave(standing);
        left.Standing.ShouldBe(Standing.None);
        left.Moves.ShouldBe([
            new TierMove(TierEvent.PlacementTaken, "gold", null),
            new TierMove(TierEvent.Left, "silver", null),
        ]);
        Climb.Leave(Standing.None).IsAny.ShouldBeFalse();
    }

    private static Lot LotOf(long no, string unit, long remaining, DateTimeOffset? availableFrom = null) =>
        new()
        {
            No = no,
            Unit = unit,
            Amount = remaining,
            Remaining = remaining,
            AvailableFrom = availableFrom ?? Now,
        };
}
