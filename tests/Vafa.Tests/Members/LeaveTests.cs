using Vafa.Tests.Purchases;
using Vafa.Tests.Tiers;

namespace Vafa.Tests.Members;

/// <summary>A member leaves the club.</summary>
public sealed class LeaveTests
{
    [Theory, BothDatabases]
    public async Task Her_wallets_are_empty_by_postings_and_the_sums_of_the_club_stay(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(1000);
        await club.Set(
            "/units/credit",
            """{"title": {"en": "Credit"}, "worth": 1, "spendValue": 1, "maySpend": true, "availableAfterDays": 5}"""
        );
        await club.SetCreditBack(10);
        await club.SetLadder();
        var member = await club.Join();
        await club.Buy(member, 400_000);
        var before = (await club.Api.Get("/purchases")).Text;
        (await club.Tier(member)).ShouldBe("gold");

        var left = (await club.Api.Post($"/members/{member}/leave", "{}", "k")).MustBe(200);
        Shop.Amounts(left["lost"]).ShouldBe("40000 credit, 400 points");
        (await club.Api.Post($"/members/{member}/leave", "{}", "k")).MustBe(200).Replayed.ShouldBeTrue();
        (await club.Api.Post($"/members/{member}/leave", "{}")).MustBeProblem(409, "member.gone");

        var gone = (await club.Api.Get($"/members/{member}")).MustBe(200);
        gone["gone/at"].GetDateTimeOffset().ShouldBe(left["at"].GetDateTimeOffset());
        (gone.String("mobile"), gone.String("tier"), gone.Long("spent")).ShouldBe((null, null, 400_000));
        (await club.Wallet(member, "points")).ShouldBe((0, 0));
        (await club.Wallet(member, "credit")).ShouldBe((0, 0));
        var statement = (await club.Api.Get($"/members/{member}/statement")).MustBe(200);
        (statement.String("items/0/cause/kind"), statement.Long("items/0/balance")).ShouldBe(("leave", 0));
        (await club.Api.Get("/purchases")).Text.ShouldBe(before);
        (await club.Moves(member))[^1].ShouldBe("Left gold -");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Who_is_gone_is_nobody_for_whatever_comes_later(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set(
            "/units/points",
            """{"title": {"en": "Points"}, "worth": 500, "maySpend": false, "mayTransfer": true}"""
        );
        await club.SetLadder();
        var (member, other) = (
            await club.Join(more: """, "birthDate": "1990-05-12" """),
            await club.Join("09121234568")
        );
        await club.Buy(member, 150_000);
        await club.Give(other, "points", 10);
        (await club.Api.Post($"/members/{member}/leave", "{}")).MustBe(200);

        (string Path, object Body)[] writes =
        [
            (
                "/adjustments",
                new
                {
                    unit = "points",
                    amount = 5,
                    reason = "x",
                }
            ),
            ("/events", new { @event = "x" }),
            ("/tier", new { tier = "gold", reason = "x" }),
            ("/conversions", new { unit = "points", amount = 1 }),
        ];
        foreach (var (path, body) in writes)
        {
            (await club.Api.Post($"/members/{member}{path}", body)).MustBeProblem(409, "member.gone");
        }

        (await club.Api.Patch($"/members/{member}", new { firstName = "x" })).MustBeProblem(409, "member.gone");
        (await club.Api.Post("/purchases", SaleBody.Of(member, LineBody.One(1000)))).MustBeProblem(
            409,
            "member.gone",
            "/member"
        );
        (
            await club.Api.Post(
                $"/members/{other}/transfers",
                new
                {
                    to = new { id = member },
                    unit = "points",
                    amount = 5,
                }
            )
        ).MustBeProblem(409, "member.gone", "/to");
        (await club.Found("")).ShouldBe([other]);
        (await club.Found("lastVisit=within:5")).ShouldBeEmpty();
        (await club.Api.Get("/members/count")).Long("count").ShouldBe(1);
        (await club.Api.Get("/home")).MustBe(200)["next/birthdays/first"].GetArrayLength().ShouldBe(0);
        var bulk = new
        {
            ids = new[] { member, other },
            action = "addGroup",
            value = "silver",
            expect = 1,
        };
        await club.Set("/groups/silver", """{"title": {"en": "Silver"}}""");
        (await club.Api.Post("/members/bulk", bulk)).MustBe(200).Long("changed").ShouldBe(1);
        (await club.Review()).Rose.ShouldBe(0);
        (await club.Join()).ShouldNotBe(member);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task What_comes_back_to_one_who_left_expires_and_makes_no_debt(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(1000);
        var member = await club.Join();
        await club.Give(member, "credit", 50_000);
        var sale = (
            await club.Sell(SaleBody.Of(member, LineBody.One(100_000)) with { Spend = [new("credit", 50_000)] })
        ).Id();
        (await club.Api.Post($"/members/{member}/leave", "{}")).MustBe(200);
        var refund = (await club.Api.Post($"/purchases/{sale}/refunds", new { reason = "broken" })).MustBe(201);
        Shop.Amounts(refund["returned"]).ShouldBe("50000 credit");
        (await club.Wallet(member, "credit")).ShouldBe((0, 0));
        (await club.Wallet(member, "points")).ShouldBe((0, 0));
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_debt_is_written_off(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(1000);
        var member = await club.Join();
        var sale = (await club.Buy(member, 100_000)).Id();
        var take = new
        {
            unit = "points",
            amount = -100,
            reason = "taken",
        };
        (await club.Api.Post($"/members/{member}/adjustments", take)).MustBe(201);
        (await club.Api.Post($"/purchases/{sale}/refunds", new { reason = "broken" })).MustBe(201);
        (await club.Wallet(member, "points")).Balance.ShouldBe(-100);
        var left = (await club.Api.Post($"/members/{member}/leave", "{}")).MustBe(200);
        Shop.Amounts(left["lost"]).ShouldBe("-100 points");
        (await club.Wallet(member, "points")).ShouldBe((0, 0));
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Two_who_let_her_leave_at_once_while_she_buys_do_it_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(1000);
        var second = engine == Engine.Postgres ? await club.StartNode() : club.Client(TestKeys.All);
        var member = await club.Join();
        await club.Buy(member, 50_000);
        var leaving = new[] { club.Api, second }.Select(api => api.Post($"/members/{member}/leave", "{}"));
        var buying = Enumerable
            .Range(0, 20)
            .Select(i => (i % 2 == 0 ? club.Api : second).Post("/purchases", SaleBody.Of(member, LineBody.One(2000))));
        var answers = await Task.WhenAll(leaving.Concat(buying));
        answers.Take(2).Select(a => a.Status).Order().ShouldBe([200, 409]);
        answers.Skip(2).Select(a => a.Status).ShouldAllBe(status => status == 201 || status == 409);
        (await club.Wallet(member, "points")).ShouldBe((0, 0));
        (await club.TablesWith("9121234567")).ShouldBeEmpty();
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task What_was_merged_into_her_goes_with_her(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(1000);
        var (old, member) = (await club.Join("09124445566", more: """, "firstName": "نگین" """), await club.Join());
        var sale = (await club.Buy(old, 100_000)).Id();
        (await club.Api.Post($"/members/{member}/merge", new { other = old })).MustBe(201);
        (await club.TablesWith("نگین")).ShouldNotBeEmpty();
        (await club.Api.Post($"/members/{member}/leave", "{}")).MustBe(200);
        (await club.TablesWith("9124445566", "نگین", "9121234567")).ShouldBeEmpty();
        (await club.Api.Post("/purchases", SaleBody.Of(old, LineBody.One(1000)))).MustBeProblem(
            409,
            "member.gone",
            "/member"
        );
        (await club.Api.Post($"/purchases/{sale}/refunds", new { reason = "broken" })).MustBe(201);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Only_who_may_take_from_wallets_may_let_her_leave(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        var till = await club.ClientWith("members", "purchases");
        (await till.Post($"/members/{member}/leave", "{}")).MustBeProblem(403, "key.scope");
        (await club.Api.Post($"/members/{Guid.CreateVersion7()}/leave", "{}")).MustBeProblem(404, "member.unknown");
        (await club.Api.Post($"/members/{member}/leave", """{"why": 1}""")).MustBeProblem(
            400,
            "json.unknown-field",
            "/why"
        );
        (await club.Api.Get($"/members/{member}")).String("mobile").ShouldBe("+989121234567");
    }
}
