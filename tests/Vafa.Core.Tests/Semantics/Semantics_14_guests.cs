using Shouldly;
using Vafa.Core.Tests.Values;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>Rule 14: a sale without a member belongs to a guest id of its branch and business day.</summary>
public sealed class Semantics_14_guests
{
    [Fact]
    public void The_same_branch_and_day_have_the_same_guest_for_ever() =>
        GuestId
            .Of("main", Clubs.Day("2026-11-22"))
            .Value.ShouldBe(Guid.Parse(Frozen), "stored sales would lose their guest");

    [Fact]
    public void Another_branch_or_day_has_another_guest()
    {
        var ids = new HashSet<MemberId>();
        for (var day = Clubs.Day("2026-01-01"); day.Year == 2026; day = day.AddDays(1))
        {
            ids.Add(GuestId.Of("main", day)).ShouldBeTrue();
            ids.Add(GuestId.Of("شعبه ۲", day)).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_guest_can_be_told_from_a_member_by_the_version_of_the_id()
    {
        var guest = GuestId.Of("main", Clubs.Day("2026-11-22")).Value;
        guest.Version.ShouldBe(8);
        (guest.Variant & 0xC).ShouldBe(0x8);
    }

    private const string Frozen = "e61bd53d-d8fd-8985-8713-a24fb2af65ec";
}
