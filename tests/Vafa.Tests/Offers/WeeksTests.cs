using System.Collections.Immutable;
using Vafa.Core.Offers;
using Vafa.Core.Values;
using Vafa.Features.Offers;

namespace Vafa.Tests.Offers;

/// <summary>Where offers lie in the timeline, and how they stand.</summary>
public sealed class WeeksTests
{
    private static readonly ClubTime Time = new(
        TimeZoneInfo.FindSystemTimeZoneById("Asia/Tehran"),
        ClubCalendar.Jalali,
        new TimeOnly(4, 0),
        DayOfWeek.Saturday
    );

    private static readonly DateTimeOffset Now = TestClock.Start;

    [Fact]
    public void The_weeks_begin_with_the_clubs_and_run_as_one_reads()
    {
        var fromRight = new Weeks(Time, Now, rightToLeft: true);
        var fromLeft = new Weeks(Time, Now, rightToLeft: false);
        fromLeft.First.ShouldBe(new DateOnly(2026, 1, 24));
        fromLeft.First.DayOfWeek.ShouldBe(DayOfWeek.Saturday);
        fromLeft.Lines.Count().ShouldBe(21);
        fromLeft.Today.ShouldBeInRange(8 * 100.0 / 21, 9 * 100.0 / 21);
        (fromRight.Today + fromLeft.Today).ShouldBe(100, 0.001);
        fromRight.Lines.First().At.ShouldBe(100);
    }

    [Fact]
    public void A_bar_reaches_from_its_start_to_its_end_and_not_beyond_the_weeks()
    {
        var weeks = new Weeks(Time, Now, rightToLeft: false);
        var start = Time.StartOf(weeks.First.AddDays(7));
        var bars = weeks.Bars([
            View(start, start.AddDays(7)),
            View(start.AddYears(-1), null),
            View(start.AddYears(-1), start.AddMonths(-11)),
            View(start.AddYears(1), null),
            View(start, null, OfferState.Draft),
        ]);
        bars.Count.ShouldBe(2);
        var short1 = bars.Single(b => !b.Onward);
        short1.At.ShouldBe(100.0 / 21, 0.01);
        short1.Wide.ShouldBe(100.0 / 21, 0.01);
        var whole = bars.Single(b => b.Onward);
        (whole.At, whole.FromBefore).ShouldBe((0, true));
        whole.Wide.ShouldBe(100, 0.001);
    }

    [Theory]
    [InlineData(OfferState.Live, null, null, 0, OfferStanding.Live)]
    [InlineData(OfferState.Live, 1, null, 0, OfferStanding.Coming)]
    [InlineData(OfferState.Live, null, 0, 0, OfferStanding.Ended)]
    [InlineData(OfferState.Live, null, 1, 5, OfferStanding.UsedUp)]
    [InlineData(OfferState.Paused, null, -1, 0, OfferStanding.Ended)]
    [InlineData(OfferState.Paused, null, null, 5, OfferStanding.Paused)]
    [InlineData(OfferState.Ended, 1, null, 0, OfferStanding.Ended)]
    [InlineData(OfferState.Draft, null, -1, 0, OfferStanding.Draft)]
    public void An_offer_stands_by_state_time_and_what_is_left(
        OfferState state,
        int? from,
        int? to,
        int used,
        OfferStanding standing
    )
    {
        var offer = Offer(state, from is { } f ? Now.AddDays(f) : null, to is { } t ? Now.AddDays(t) : null);
        var limited = offer with { Limits = Limits.None with { Uses = 5 } };
        Standing.Of(limited, new OfferSpent(used, Money.Zero), Now).ShouldBe(standing);
    }

    private static OfferView View(DateTimeOffset? from, DateTimeOffset? to, OfferState state = OfferState.Live)
    {
        var offer = Offer(state, from, to);
        return new OfferView(offer, Standing.Of(offer, OfferSpent.Nothing, Now), OfferSpent.Nothing, Now, Now, "{}");
    }

    private static Offer Offer(OfferState state, DateTimeOffset? from, DateTimeOffset? to) =>
        new(
            "x",
            1,
            new LocalText("x", null),
            [],
            null,
            new Schedule(from, to, [], []),
            "main",
            false,
            ImmutableArray<string>.Empty,
            0,
            state,
            Limits.None,
            default
        );
}
