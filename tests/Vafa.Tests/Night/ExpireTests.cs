using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Features.Ledger;
using Vafa.Features.Night;
using Vafa.Tests.Ledger;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Night;

/// <summary>What comes to its end leaves the wallets in the night after its last day.</summary>
public sealed class ExpireTests
{
    [Theory, BothDatabases]
    public async Task What_ended_leaves_the_wallets_and_everything_says_so(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        var (club, member) = (till.Club, till.Member);
        await till.LetPointsPay(expireAfterDays: 2);
        await club.SetPointFor(1_000);
        await club.Sell(SaleBody.Of(member, LineBody.One(30_000)));
        await club.Give(member, "points", 70, club.Clock.Now.AddDays(60));

        await club.Sleep(2);
        (await club.Wallet(member, "points")).ShouldBe((100, 0));
        var day = Nights.FirstDay.AddDays(2);
        (await club.Sleep()).ShouldBe([
            $"{day:yyyy-MM-dd} activate",
            $"{day:yyyy-MM-dd} convert",
            $"{day:yyyy-MM-dd} expire",
            $"{day:yyyy-MM-dd} tiers",
            $"{day:yyyy-MM-dd} groups",
            $"{day:yyyy-MM-dd} warn",
        ]);
        (await club.Wallet(member, "points")).ShouldBe((70, 0));
        (await club.Step(day, "expire")).ShouldBe("done: 1 members, 1 lots, 30 points, 0 messages, 0 skipped");
        (await club.Expired(day)).ShouldBe(30);

        var entry = await club.Ask(db => db.Entries.SingleAsync(e => e.Kind == EntryKind.Expired));
        (entry.Amount, entry.Balance, entry.CauseKind).ShouldBe((-30, 70, CauseKind.Night));
        entry.At.ShouldBe(new DateTimeOffset(2026, 3, 27, 20, 30, 0, TimeSpan.Zero));
        entry.RecordedAt.ShouldBe(club.Clock.Now);
        var statement = (await club.Api.Get($"/members/{member}/statement")).MustBe(200);
        statement["items/0/cause/kind"].GetString().ShouldBe("expiry");
        statement["items/0/cause/title"].GetString().ShouldBe("پایان مهلت");
        statement.Id("items/0/cause/id").ShouldBe(entry.CauseId);
        var timeline = (await club.Api.Get($"/members/{member}/timeline")).MustBe(200).Text;
        timeline.ShouldContain("مهلت ۳۰ ");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_night_that_is_made_twice_is_made_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        await club.Give(member, "points", 40, club.Clock.Now.AddHours(2));
        (await club.Sleep()).Count.ShouldBe(NightSteps.Order.Count);
        (await club.MakeNights()).ShouldBeEmpty();
        (await club.Wallet(member, "points")).ShouldBe((0, 0));
        (await club.Ask(db => db.Entries.CountAsync(e => e.Kind == EntryKind.Expired))).ShouldBe(1);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task What_has_ended_cannot_be_spent_before_the_night_and_balances_stay_as_shown_after_it(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        var (club, member) = (till.Club, till.Member);
        await till.LetPointsPay();
        await club.Give(member, "points", 50, club.Clock.Now.AddHours(2));
        await club.Give(member, "points", 20);
        club.Clock.Advance(TimeSpan.FromDays(1));
        (await club.Wallet(member, "points")).ShouldBe((20, 0));
        (await club.Api.Post("/purchases", SaleBody.Of(member, LineBody.One(100_000)).Spending("points", 21))).MustBe(
            422
        );
        await club.MakeNights();
        (await club.Wallet(member, "points")).ShouldBe((20, 0));
        await club.Sell(SaleBody.Of(member, LineBody.One(100_000)).Spending("points", 20));
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_refund_after_the_night_does_not_bring_back_what_had_expired(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        var (club, member) = (till.Club, till.Member);
        await till.LetPointsPay(expireAfterDays: 1);
        await club.SetPointFor(1_000);
        var earned = await club.Sell(SaleBody.Of(member, LineBody.One(100_000)));
        await club.Give(member, "points", 30, club.Clock.Now.AddHours(3));
        var paid = await club.Sell(SaleBody.Of(member, LineBody.One(15_000)).Spending("points", 30));
        await club.Sleep(3);
        (await club.Wallet(member, "points")).ShouldBe((0, 0));

        // Spent points go back to a lot whose night is over: they come and go. Earned ones are gone already.
        (await till.RefundRest(paid)).ShouldBe("0 | - | 30 points");
        (await club.Wallet(member, "points")).ShouldBe((0, 0));
        (await till.RefundRest(earned)).ShouldStartWith("100000 | ");
        (await club.Wallet(member, "points")).ShouldBe((0, 0));
        await club.Sleep();
        (await club.Wallet(member, "points")).ShouldBe((0, 0));
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Days_that_were_missed_are_made_one_after_the_other_from_the_day_the_club_was_made(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        await club.Give(member, "points", 10, club.Clock.Now.AddHours(2));
        await club.Give(member, "points", 20, club.Clock.Now.AddDays(2));
        (await club.MakeNights()).ShouldBeEmpty();
        var done = await club.Sleep(4);
        done.Count.ShouldBe(4 * NightSteps.Order.Count);
        done[0].ShouldBe("2026-03-25 activate");
        done[^1].ShouldBe("2026-03-28 warn");
        done.Select(step => step.Split(' ')[0]).ShouldBeInOrder();
        done.Select(step => step.Split(' ')[1]).Take(NightSteps.Order.Count).ShouldBe(NightSteps.Order);
        (await club.Expired(Nights.FirstDay)).ShouldBe(10);
        (await club.Expired(Nights.FirstDay.AddDays(2))).ShouldBe(20);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_clock_that_is_set_back_does_nothing_twice_and_loses_nothing(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        await club.Give(member, "points", 10, club.Clock.Now.AddHours(2));
        await club.Sleep(3);
        club.Clock.Advance(TimeSpan.FromDays(-2));
        (await club.MakeNights()).ShouldBeEmpty();
        // Given while the clock was behind, with an end in a night that is long made.
        await club.Give(member, "points", 25, club.Clock.Now.AddHours(3));
        (await club.Sleep(1)).ShouldBeEmpty();
        (await club.Sleep(2)).Count.ShouldBe(NightSteps.Order.Count);
        (await club.Wallet(member, "points")).ShouldBe((0, 0));
        (await club.Expired(Nights.FirstDay)).ShouldBe(10);
        (await club.Expired(Nights.FirstDay.AddDays(3))).ShouldBe(25);
        await club.MustBeConsistent();
    }
}
