using Microsoft.EntityFrameworkCore;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Programme;

/// <summary>While the owner wants it, an offer is live only after a second person has seen it.</summary>
public sealed class ApprovalTests
{
    private static readonly SaleBody Guest = SaleBody.Guest(LineBody.One(1_000));

    [Theory, BothDatabases]
    public async Task A_new_offer_is_a_draft_until_a_colleague_approves_what_he_saw(Engine engine)
    {
        await using var club = await Wanting(engine);
        using var sara = await club.SignedIn("sara", "marketer");
        using var omid = await club.SignedIn("omid", "manager");
        var put = (await sara.Call(HttpMethod.Put, "/offers/o", Offer(10))).MustBe(202);
        put["waits"].GetProperty("by").GetString().ShouldBe("staff:sara");
        (await club.Api.Get("/offers/o")).MustBe(200).String("state").ShouldBe("draft");
        (await club.Sell(Guest)).Applied().ShouldBeEmpty();

        var proposal = put["waits"].GetProperty("proposal").GetGuid();
        (await Decide(sara, "approve", proposal)).MustBeProblem(403, "offer.own-proposal");
        (await club.Api.Post("/offers/o/approve", new { proposal })).MustBeProblem(403, "offer.approve-by-person");
        (await Decide(omid, "approve", Guid.NewGuid())).MustBeProblem(409, "offer.proposal-changed", "/proposal");
        (await Decide(omid, "approve", proposal)).MustBe(200).String("state").ShouldBe("live");
        (await club.Sell(Guest)).Applied().ShouldBe(["o"]);
        (await Decide(omid, "approve", proposal)).MustBeProblem(404, "offer.nothing-waits");
        (await club.Api.Get("/offer-proposals")).MustBe(200)["items"].GetArrayLength().ShouldBe(0);
        var acts = await club.Ask(db =>
            db.Audit.Where(a => a.Subject == "offer/o").Select(a => a.Action).ToListAsync()
        );
        acts.ShouldBe(["offer.put", "offer.propose", "offer.approve"], ignoreOrder: true);
    }

    [Theory, BothDatabases]
    public async Task A_change_of_a_live_offer_waits_while_the_old_one_goes_on(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("o", 10);
        (await club.Api.Patch("/club", """{"approveOffers": true}""")).MustBe(200);
        using var sara = await club.SignedIn("sara", "marketer");
        using var omid = await club.SignedIn("omid", "manager");
        var first = (await sara.Call(HttpMethod.Put, "/offers/o", Offer(20))).MustBe(202);
        (await club.Sell(Guest)).Long("discount").ShouldBe(100);
        var second = (await sara.Call(HttpMethod.Put, "/offers/o", Offer(30))).MustBe(202);
        (await Decide(omid, "approve", Id(first))).MustBeProblem(409, "offer.proposal-changed", "/proposal");
        var waits = (await club.Api.Get("/offer-proposals/o")).MustBe(200);
        waits["document/give/0/discountPercent"].GetProperty("percent").GetInt32().ShouldBe(30);
        (await Decide(omid, "approve", Id(second))).MustBe(200);
        (await club.Sell(Guest)).Long("discount").ShouldBe(300);

        var third = (await omid.Call(HttpMethod.Put, "/offers/o", Offer(40))).MustBe(202);
        (await Decide(omid, "reject", Id(third))).MustBe(200);
        (await club.Api.Get("/offer-proposals/o")).MustBeProblem(404, "offer.nothing-waits");
        (await club.Sell(Guest)).Long("discount").ShouldBe(300);
        await using var replay = await VafaProcess.Run(club.Database, "replay");
        replay.ExitCode.ShouldBe(0, replay.Output + replay.Error);
    }

    [Theory, BothDatabases]
    public async Task Stopping_is_free_and_so_is_going_on_with_what_was_approved(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("o", 10);
        (await club.Api.Patch("/club", """{"approveOffers": true}""")).MustBe(200);
        using var sara = await club.SignedIn("sara", "marketer");
        (await sara.Call(HttpMethod.Post, "/offers/o/pause", "{}")).MustBe(200);
        (await sara.Call(HttpMethod.Post, "/offers/o/resume", "{}")).MustBe(200);
        (await club.Sell(Guest)).Applied().ShouldBe(["o"]);
        (await sara.Call(HttpMethod.Put, "/offers/o", Offer(90, "paused"))).MustBe(200);
        (await sara.Call(HttpMethod.Post, "/offers/o/resume", "{}")).MustBe(202);
        (await club.Sell(Guest)).Applied().ShouldBeEmpty();
        (await sara.Call(HttpMethod.Post, "/offers/o/end", "{}")).MustBe(200);
        (await club.Api.Get("/offer-proposals/o")).MustBeProblem(404, "offer.nothing-waits");
        (await sara.Call(HttpMethod.Put, "/offers/o", Offer(10))).MustBe(202);
        (await sara.Call(HttpMethod.Put, "/offers/d", Offer(10, "draft"))).MustBe(200);
        (await club.Sell(Guest)).Applied().ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Only_the_owner_lifts_it(Engine engine)
    {
        await using var club = await Wanting(engine);
        using var omid = await club.SignedIn("omid", "manager");
        var refused = await omid.Call(HttpMethod.Patch, "/club", """{"approveOffers": false}""");
        refused.MustBeProblem(403, "club.approval-owner", "/approveOffers");
        (await omid.Call(HttpMethod.Patch, "/club", """{"name": "دیگر"}""")).MustBe(200);
        using var owner = await club.SignedIn("mina", "owner");
        (await owner.Call(HttpMethod.Patch, "/club", """{"approveOffers": false}""")).MustBe(200);
        (await omid.Call(HttpMethod.Put, "/offers/o", Offer(10))).MustBe(200);
        (await club.Sell(Guest)).Applied().ShouldBe(["o"]);
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_approve_at_once_one_does(Engine engine)
    {
        await using var club = await Wanting(engine);
        using var sara = await club.SignedIn("sara", "marketer");
        using var omid = await club.SignedIn("omid", "manager");
        using var reza = await club.SignedIn("reza", "manager");
        for (var i = 1; i <= 5; i++)
        {
            var proposal = Id((await sara.Call(HttpMethod.Put, "/offers/o", Offer(i))).MustBe(202));
            var answers = await Task.WhenAll(
                Decide(omid, "approve", proposal),
                Decide(reza, i % 2 == 0 ? "approve" : "reject", proposal)
            );
            answers.Count(a => a.Status == 200).ShouldBe(1, string.Join('\n', answers.Select(a => a.ToString())));
            answers.ShouldAllBe(a => a.Status == 200 || a.Status == 404 || a.Status == 409);
        }
    }

    [Theory, BothDatabases]
    public async Task It_is_seen_on_the_offers_page_and_at_home(Engine engine)
    {
        await using var club = await Wanting(engine);
        using var sara = await club.SignedIn("sara", "marketer");
        using var omid = await club.SignedIn("omid", "manager");
        (await sara.Call(HttpMethod.Put, "/offers/o", Offer(10))).MustBe(202);
        (await omid.Page("/offers/o")).Text.ShouldContain("/api/v1/offers/o/approve");
        var own = (await sara.Page("/offers/o")).Text;
        own.ShouldContain("در انتظار تأیید");
        own.ShouldNotContain("/api/v1/offers/o/approve");
        (await omid.Page("/offers")).Text.ShouldContain("در انتظار تأیید");
        (await omid.Page("/")).Text.ShouldContain("در انتظار تأیید است");
    }

    private static async Task<TestClub> Wanting(Engine engine)
    {
        var club = await TestClub.Start(engine);
        (await club.Api.Patch("/club", """{"approveOffers": true}""")).MustBe(200);
        return club;
    }

    private static Task<Answer> Decide(Browser by, string act, Guid proposal) =>
        by.Call(HttpMethod.Post, $"/offers/o/{act}", new { proposal });

    private static Guid Id(Answer put) => put["waits"].GetProperty("proposal").GetGuid();

    private static string Offer(int percent, string state = "live") =>
        $$$"""
            {"title": {"fa": "پیشنهاد"}, "give": [{"discountPercent": {"percent": {{{percent}}}}}], "state": "{{{state}}}"}
            """;
}
