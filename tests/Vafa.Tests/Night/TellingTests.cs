using Vafa.Tests.Ledger;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Night;

/// <summary>What nights tell members: what opens, and what will end.</summary>
public sealed class TellingTests
{
    [Theory, BothDatabases]
    public async Task Night_by_night_the_thirtieth_the_seventh_and_the_last_day_are_told(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        var end = new DateTimeOffset(2026, 4, 26, 20, 30, 0, TimeSpan.Zero);
        await club.Give(member, "points", 120, end);
        await club.Give(member, "points", 30, end);
        await club.Give(member, "credit", 50_000, end);
        var told = new List<int>();
        for (var day = 1; day <= 34; day++)
        {
            var before = (await club.Warnings(member)).Length;
            await club.Sleep();
            if ((await club.Warnings(member)).Length > before)
            {
                told.Add(day);
            }
        }

        // It ends with the 33rd day after the first.
        told.ShouldBe([3, 26, 32]);
        var sentences = await club.Warnings(member);
        sentences.Length.ShouldBe(3);
        sentences.ShouldAllBe(s =>
            s == "باشگاه مشتریان: مهلت ۵٬۰۰۰ تومان اعتبار و ۱۵۰ امتیاز شما ۶ اردیبهشت ۱۴۰۵ تمام می‌شود."
        );
        (await club.Step(Nights.FirstDay.AddDays(2), "warn")).ShouldBe(
            "done: 1 members, 3 lots, 50000 credit, 150 points, 1 messages, 0 skipped"
        );
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_late_night_warns_only_of_what_is_still_so(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var (gone, near) = (await club.Join(), await club.Join("09120000001"));
        await club.Give(gone, "points", 10, club.Clock.Now.AddDays(20));
        await club.Give(near, "points", 20, club.Clock.Now.AddDays(45));
        // The shop was closed for six weeks: the thirtieth day of the second is over, its seventh is not.
        await club.Sleep(41);
        (await club.Warnings(gone)).ShouldBeEmpty();
        (await club.Warnings(near)).Length.ShouldBe(1);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task What_had_to_wait_is_told_when_it_opens(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        var (club, member) = (till.Club, till.Member);
        await till.LetCreditWait(days: 2);
        await club.SetCreditBack(10);
        await club.SetPointFor(1_000);
        await club.Sell(SaleBody.Of(member, LineBody.One(1_000_000)));
        await club.Sleep();
        (await club.Openings(member)).ShouldBeEmpty();
        await club.Sleep();
        (await club.Openings(member)).ShouldHaveSingleItem().ShouldEndWith(" شما از امروز قابل استفاده است.");
        (await club.Step(Nights.FirstDay.AddDays(1), "activate")).ShouldBe(
            "done: 1 members, 1 lots, 100000 credit, 1 messages, 0 skipped"
        );
        await club.Sleep(3);
        (await club.Openings(member)).Length.ShouldBe(1);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_late_night_says_since_when_and_a_very_late_one_nothing(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        var (club, member) = (till.Club, till.Member);
        await till.LetCreditWait(days: 2);
        await club.SetCreditBack(10);
        await club.Sell(SaleBody.Of(member, LineBody.One(1_000_000)));
        await club.Sleep(4);
        (await club.Openings(member)).ShouldHaveSingleItem().ShouldEndWith(" شما از ۷ فروردین ۱۴۰۵ قابل استفاده است.");
        await club.Sell(SaleBody.Of(member, LineBody.One(1_000_000)));
        await club.Sleep(30);
        (await club.Openings(member)).Length.ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_club_that_speaks_english_tells_in_english(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Patch("/club", """{"language": "en", "name": "Corner"}""")).MustBe(200);
        var member = await club.Join();
        await club.Give(member, "points", 120, new DateTimeOffset(2026, 4, 2, 20, 30, 0, TimeSpan.Zero));
        await club.Sleep(2);
        (await club.Warnings(member)).ShouldBe(["Corner: your 120 Points can be used until 2026-04-02."]);
        using var page = await club.SignedIn("reza", "manager");
        var (status, text) = await page.Page("/messages?kind=expiring");
        status.ShouldBe(200);
        text.ShouldContain("Corner: your 120 Points can be used until 2026-04-02.");
    }
}
