using Shouldly;
using Vafa.Core.Offers;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>
/// The lots that members fall by. Stored decisions rely on them, so they stay for ever what they are; the numbers here
/// were reckoned by hand from FNV-1a and SplitMix64.
/// </summary>
public sealed class HoldTests
{
    [Theory]
    [InlineData("o", 236074504925456111UL)]
    [InlineData("تولد", 2026709050629212245UL)]
    public void The_lot_of_a_code_stays_for_ever(string code, ulong lot) => Hold.LotOf(code).ShouldBe(lot);

    [Fact]
    public void The_lot_of_the_club_is_its_own() => Hold.OfClub.ShouldBe(3762860617265337113UL);

    [Theory]
    [InlineData("o", "01890000-0000-7000-8000-000000000001", 9034)]
    [InlineData("o", "01890000-0000-7000-8000-000000000002", 9238)]
    [InlineData("o", "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b", 2003)]
    [InlineData("تولد", "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b", 1197)]
    public void A_member_belongs_to_every_share_above_his_place(string code, string member, int place)
    {
        var (lot, id) = (Hold.LotOf(code), new MemberId(Guid.Parse(member)));
        Hold.Holds(lot, id, new Percent(place)).ShouldBeFalse();
        Hold.Holds(lot, id, new Percent(place + 1)).ShouldBeTrue();
        Hold.Holds(lot, id, Percent.Hundred).ShouldBeTrue();
        Hold.Holds(lot, id, new Percent(0)).ShouldBeFalse();
    }
}
