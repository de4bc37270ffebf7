using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Purchases;
using Vafa.Features.Purchases.Holds;

namespace Vafa.Tests.Purchases;

/// <summary>A sale that stays open keeps the uses and the budget of what it would get, until it ends.</summary>
public sealed class HoldTests
{
    private static readonly SaleBody Guest = SaleBody.Guest(LineBody.One(10_000));

    [Theory, BothDatabases]
    public async Task The_last_use_is_kept_for_the_sale_that_holds_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("last", 10, """, "limits": {"uses": 1, "budget": 1000}""");
        var hold = await Hold(club.Api, Guest);
        hold.String("state")!.ShouldBe("open");
        hold.Json.GetProperty("expiresAt").GetDateTimeOffset().ShouldBe(TestClock.Start.AddMinutes(15));
        var kept = hold.Json.GetProperty("offers").EnumerateArray().ShouldHaveSingleItem();
        (kept.GetProperty("offer").GetString(), kept.GetProperty("value").GetInt64()).ShouldBe(("last", 1000));

        (await club.Sell(Guest)).Applied().ShouldBeEmpty();
        (await Quote(club, Guest)).Applied().ShouldBeEmpty();
        var own = Guest with { Hold = hold.Id() };
        (await Quote(club, own)).Applied().ShouldBe(["last"]);
        (await club.Sell(own)).Applied().ShouldBe(["last"]);
        (await State(club, hold)).ShouldBe("used");
        (await club.Sell(Guest)).Applied().ShouldBeEmpty();
        (await club.Api.Post("/purchases", own)).MustBeProblem(409, "hold.used", "/hold");
        (await Release(club, hold)).MustBeProblem(409, "hold.used");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_hold_that_is_released_or_expires_gives_back_what_it_kept(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("last", 10, """, "limits": {"perBranch": {"every": "day", "uses": 1}}""");
        var first = await Hold(club.Api, Guest);
        (await Hold(club.Api, Guest)).Json.GetProperty("offers").GetArrayLength().ShouldBe(0);
        (await Release(club, first)).MustBe(200);
        (await Release(club, first)).MustBe(200);
        (await State(club, first)).ShouldBe("released");

        var second = await Hold(club.Api, Guest with { Minutes = 5 });
        (await Quote(club, Guest)).Applied().ShouldBeEmpty();
        club.Clock.Advance(TimeSpan.FromMinutes(5));
        await Sweep(club);
        (await State(club, second)).ShouldBe("expired");
        // Its sale goes on as one without a hold.
        (await club.Sell(Guest with { Hold = second.Id() }))
            .Applied()
            .ShouldBe(["last"]);
        (await club.Sell(Guest)).Applied().ShouldBeEmpty();
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_member_holds_his_own_use_and_nobody_elses(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("once", 10, """, "limits": {"perMember": {"uses": 1, "every": "month"}}""");
        var (one, other) = (await club.Join(), await club.Join("09350000000"));
        var sale = SaleBody.Of(one, LineBody.One(10_000));
        var hold = await Hold(club.Api, sale);
        (await club.Sell(sale)).Applied().ShouldBeEmpty();
        var theirs = SaleBody.Of(other, LineBody.One(10_000));
        (await club.Api.Post("/purchases", theirs with { Hold = hold.Id() })).MustBeProblem(
            422,
            "hold.other-buyer",
            "/hold"
        );
        (await club.Api.Post("/purchases", Guest with { Hold = hold.Id() })).MustBeProblem(
            422,
            "hold.other-buyer",
            "/hold"
        );
        (await club.Sell(theirs)).Applied().ShouldBe(["once"]);
        (await club.Sell(sale with { Hold = hold.Id() })).Applied().ShouldBe(["once"]);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_hold_takes_the_place_of_another_when_the_basket_changes(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("pot", 10, """, "limits": {"budget": 2000}""");
        var first = await Hold(club.Api, Guest);
        var more = SaleBody.Guest(LineBody.Some(2, 10_000));
        (await Quote(club, more)).Applied().ShouldBeEmpty();
        var second = await Hold(club.Api, more with { Hold = first.Id() });
        second.Json.GetProperty("offers")[0].GetProperty("value").GetInt64().ShouldBe(2000);
        (await State(club, first)).ShouldBe("used");
        (await Quote(club, Guest)).Applied().ShouldBeEmpty();
        await club.MustBeConsistent();
        (await Release(club, second)).MustBe(200);
        (await club.Sell(more)).Applied().ShouldBe(["pot"]);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Two_hundred_holds_of_the_last_seven_uses_keep_seven_through_two_nodes(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var nodes = await LimitTests.Nodes(club);
        await club.SetDiscount("first", 10, """, "limits": {"uses": 7}""");
        var holds = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Hold(nodes[i % nodes.Length], Guest)));
        var lucky = holds.Where(h => h.Json.GetProperty("offers").GetArrayLength() == 1).ToList();
        lucky.Count.ShouldBe(7);
        // Its sale, its release and the end of its time at once: one of them ends it.
        club.Clock.Advance(TimeSpan.FromMinutes(16));
        var ends = lucky.SelectMany(h =>
            new[]
            {
                nodes[0].Post("/purchases", Guest with { Hold = h.Id() }),
                nodes[^1].Delete($"/purchases/holds/{h.Id()}"),
            }
        );
        await Task.WhenAll([.. ends, Sweep(club)]);
        await club.MustBeConsistent();
        var used = (await club.Ask(db => db.OfferUses.CountAsync(u => !u.Freed)));
        (await club.Ask(db => db.OfferCounters.SumAsync(c => c.Uses))).ShouldBe(used);
        (await club.Ask(db => db.SaleHolds.CountAsync(h => h.State == HoldState.Open))).ShouldBe(0);
        var later = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(i => nodes[i % nodes.Length].Post("/purchases", Guest))
        );
        later.Count(a => a.MustBe(201).Applied() is ["first"]).ShouldBe(7 - used);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task The_same_key_holds_once_and_bad_holds_are_refused_at_their_place(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("two", 10, """, "limits": {"uses": 2}""");
        var first = (await club.Api.Post("/purchases/holds", Guest, "k-1")).MustBe(201);
        var again = (await club.Api.Post("/purchases/holds", Guest, "k-1")).MustBe(201);
        (again.Replayed, again.Text).ShouldBe((true, first.Text));
        (await club.Sell(Guest)).Applied().ShouldBe(["two"]);

        var nobody = Guid.CreateVersion7();
        (await club.Api.Post("/purchases/holds", Guest with { Minutes = 0 })).MustBeProblem(
            422,
            "json.range",
            "/minutes"
        );
        (await club.Api.Post("/purchases", Guest with { Minutes = 5 })).MustBeProblem(
            400,
            "json.unknown-field",
            "/minutes"
        );
        (await club.Api.Post("/purchases", Guest with { Hold = nobody })).MustBeProblem(422, "hold.unknown", "/hold");
        (await club.Api.Post("/purchases/holds", SaleBody.Guest())).MustBeProblem(422, "purchase.no-lines", "/lines");
        (await club.Api.Get($"/purchases/holds/{nobody}")).MustBeProblem(404, "hold.unknown");
        (await club.Api.Delete($"/purchases/holds/{nobody}")).MustBeProblem(404, "hold.unknown");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_hold_outlives_a_restart(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("last", 10, """, "limits": {"uses": 1}""");
        var hold = await Hold(club.Api, Guest);
        await club.Restart();
        (await club.Sell(Guest)).Applied().ShouldBeEmpty();
        (await club.Sell(Guest with { Hold = hold.Id() })).Applied().ShouldBe(["last"]);
        await club.MustBeConsistent();
    }

    private static async Task<Answer> Hold(ApiClient node, SaleBody sale) =>
        (await node.Post("/purchases/holds", sale)).MustBe(201);

    private static Task<Answer> Release(TestClub club, Answer hold) => club.Api.Delete($"/purchases/holds/{hold.Id()}");

    private static async Task<string> State(TestClub club, Answer hold) =>
        (await club.Api.Get($"/purchases/holds/{hold.Id()}")).MustBe(200).String("state")!;

    private static async Task<Answer> Quote(TestClub club, SaleBody sale) =>
        (await club.Api.Post("/purchases/quote", sale)).MustBe(200);

    private static Task<int> Sweep(TestClub club) =>
        club.Services.GetRequiredService<SweepHolds>().Run(TestContext.Current.CancellationToken);
}
