using Vafa.Tests.Merging;
using Vafa.Tests.Night;
using Vafa.Tests.Purchases;
using Vafa.Tests.Tiers;

namespace Vafa.Tests.Members;

/// <summary>Groups that fill themselves: when members move, what is kept of it, and who may not move them.</summary>
public sealed class GroupRuleTests
{
    private const string Silent = "lastVisit=before:10";

    [Theory, BothDatabases]
    public async Task A_rule_moves_members_up_and_down_over_nights_and_keeps_a_history(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var (steady, silent) = (await club.Join(), await club.Join("09121234568"));
        await club.Buy(steady, 1_000);
        await club.Buy(silent, 1_000);
        await club.SetGroup("sleeping", Silent);
        await club.SetDiscount("wake", 10, """, "when": {"group": {"in": ["sleeping"]}}""");
        await club.MakeNights();
        (await club.InGroup("sleeping")).ShouldBeEmpty();
        await club.Sleep(5);
        await club.Buy(steady, 1_000);
        // The 11th day behind the purchase begins: nobody bought, and he is silent for more than ten days.
        await club.Sleep(5);
        (await club.InGroup("sleeping")).ShouldBeEmpty();
        await club.Sleep();
        (await club.InGroup("sleeping")).ShouldBe([silent]);
        (await club.Step(Nights.FirstDay.AddDays(10), "groups")).ShouldBe(
            "done: 1 members, 0 lots, 1 sleeping:came, 0 messages, 0 skipped"
        );
        // A sale sees the membership as of the last move, also the one that ends his silence.
        (await club.Buy(silent, 1_000))
            .Applied()
            .ShouldBe(["wake"]);
        (await club.Buy(silent, 1_000)).Applied().ShouldBe(["wake"]);
        await club.Sleep();
        (await club.InGroup("sleeping")).ShouldBeEmpty();
        (await club.Buy(silent, 1_000)).Applied().ShouldBeEmpty();
        (await club.MovesOf("sleeping", silent)).ShouldBe(["+", "-"]);
        (await club.MovesOf("sleeping", steady)).ShouldBeEmpty();
        var told = (await club.Api.Get($"/members/{silent}/timeline")).MustBe(200);
        var moves = told["items"]
            .EnumerateArray()
            .Where(e => e.GetProperty("kind").GetString()!.StartsWith("group", StringComparison.Ordinal))
            .Select(e => e.GetProperty("sentence").GetString()!)
            .ToList();
        moves.Count.ShouldBe(2);
        moves[0].ShouldContain("بیرون رفت");
        moves[1].ShouldStartWith("با قاعدهٔ گروه به");
        var version = (await club.Api.Get("/groups/sleeping/moves?limit=1")).MustBe(200);
        version.Long("items/0/ruleVersion").ShouldBe(2);
        var rest = await club.Api.Get("/groups/sleeping/moves?limit=1&cursor=" + version.String("next"));
        rest.MustBe(200)["items"][0].GetProperty("joined").GetBoolean().ShouldBeTrue();
        rest.Json.GetProperty("next").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_saved_rule_moves_members_at_once_by_itself_as_the_preview_said(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetGroup("few", null);
        var members = new List<Guid>();
        for (var n = 0; n < 6; n++)
        {
            members.Add(await Shop.Join(club, $"0912000000{n}", n is 0 or 5 ? """, "groups": ["few"]""" : ""));
            await club.Buy(members[n], 1_000 * (n + 1));
        }

        var before = await club.RowCounts();
        var body = """{"title": {"fa": "few"}, "rule": {"filter": "spent=..3000"}}""";
        var preview = (await club.Api.Post("/groups/few/preview", body)).MustBe(200);
        (preview.Long("members"), preview.Long("come"), preview.Long("go")).ShouldBe((3, 2, 1));
        preview
            .String("message")
            .ShouldBe("با این قاعده امروز ۳ نفر از اعضای شما در گروه می‌بودند: ۲ نفر می‌آیند و ۱ نفر می‌روند.");
        (await club.RowCounts()).ShouldBe(before);
        await club.SetGroup("few", "spent=..3000");
        for (var look = 0; look < 200 && (await club.InGroup("few")).Count != 3; look++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        (await club.InGroup("few")).ShouldBe(members[..3].Order());
        (await club.MovesOf("few", members[0])).ShouldBeEmpty();
        (await club.MovesOf("few", members[5])).ShouldBe(["-"]);
        var again = (await club.Api.Post("/groups/few/preview", body)).MustBe(200);
        (again.Long("members"), again.Long("come"), again.Long("go")).ShouldBe((3, 0, 0));
        // The same rule again is no new one, and the night has nothing to do.
        await club.SetGroup("few", "spent=..3000");
        (await club.MakeNights()).ShouldBeEmpty();
        await club.Sleep();
        (await club.Step(Nights.FirstDay, "groups")).ShouldBe("done: 0 members, 0 lots, -, 0 messages, 0 skipped");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Nobody_moves_a_member_by_hand_where_a_rule_does(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetGroup("hand", null);
        var (inside, outside) = (await club.Join(), await club.Join("09121234568"));
        await club.Buy(inside, 1_000);
        await club.SetGroup("rule", "visits=1..");
        await club.MakeNights();
        (await club.InGroup("rule")).ShouldBe([inside]);
        var before = await club.RowCounts();
        (await club.Api.Post("/members", """{"mobile": "09121234569", "groups": ["hand", "rule"]}""")).MustBeProblem(
            422,
            "member.group-by-rule",
            "/groups/1"
        );
        (await club.Api.Patch($"/members/{outside}", """{"groups": ["rule"]}""")).MustBeProblem(
            422,
            "member.group-by-rule",
            "/groups/0"
        );
        (await club.Api.Patch($"/members/{inside}", """{"groups": ["hand"]}""")).MustBeProblem(
            422,
            "member.group-by-rule",
            "/groups"
        );
        (await club.Api.Patch($"/members/{inside}", """{"groups": null}""")).MustBeProblem(
            422,
            "member.group-by-rule",
            "/groups"
        );
        foreach (var action in new[] { "addGroup", "removeGroup" })
        {
            var bulk = new
            {
                ids = new[] { inside, outside },
                action,
                value = "rule",
            };
            (await club.Api.Post("/members/bulk/preview", bulk, "")).MustBeProblem(
                422,
                "member.group-by-rule",
                "/value"
            );
            var run = new
            {
                bulk.ids,
                bulk.action,
                bulk.value,
                expect = 2,
            };
            (await club.Api.Post("/members/bulk", run)).MustBeProblem(422, "member.group-by-rule", "/value");
        }

        (await club.RowCounts()).ShouldBe(before);
        // What was read may be sent back with another group beside it.
        (await club.Api.Patch($"/members/{inside}", """{"groups": ["rule", "hand"]}""")).MustBe(200);
        (await club.Api.Patch($"/members/{outside}", """{"groups": ["hand"]}""")).MustBe(200);
        (await club.InGroup("hand")).ShouldBe(new[] { inside, outside }.Order());
        (await club.InGroup("rule")).ShouldBe([inside]);
    }

    [Theory]
    [BothDatabases("&", "group.rule-empty")]
    [BothDatabases("q=sara", "group.rule-words")]
    [BothDatabases("visits=9..2", "filter.range")]
    [BothDatabases("visits=2..&group=gone", "member.group-unknown")]
    [BothDatabases("field.gone=1", "member.field-unknown")]
    [BothDatabases("wallet=gone:5", "statement.unit-unknown")]
    [BothDatabases("sort=-spent&visits=2..", "filter.unknown")]
    [BothDatabases("group=rule", "group.rule-itself")]
    public async Task A_bad_rule_is_refused_at_its_filter_and_changes_nothing(Engine engine, string filter, string code)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetGroup("rule", null);
        (await club.PutGroup("rule", filter)).MustBeProblem(422, code, "/rule/filter");
        var preview = $$$"""{"rule": {"filter": "{{{filter}}}"}}""";
        (await club.Api.Post("/groups/rule/preview", preview)).MustBeProblem(422, code, "/rule/filter");
        (await club.Api.Get("/groups/rule")).MustBe(200).Json.TryGetProperty("rule", out _).ShouldBeFalse();
        (await club.Api.Put("/groups/rule", """{"title": {"fa": "x"}, "rule": {}}""")).MustBeProblem(
            422,
            "json.required",
            "/rule/filter"
        );
        (await club.Api.Post("/groups/rule/preview", """{"title": {"fa": "x"}}""")).MustBeProblem(
            422,
            "json.required",
            "/rule"
        );
    }

    [Theory, BothDatabases]
    public async Task Groups_by_rule_never_wait_for_each_other_and_follow_each_other_in_one_night(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        await club.Buy(member, 1_000);
        // Named so that their order by name is not the one they are filled in.
        await club.SetGroup("z", "visits=2..");
        await club.SetGroup("m", "group=z");
        await club.SetGroup("a", "group=m&visits=1..");
        (await club.PutGroup("z", "group=a")).MustBeProblem(422, "group.rule-circle", "/rule/filter");
        (await club.PutGroup("m", "group=z&group=a")).MustBeProblem(422, "group.rule-circle", "/rule/filter");
        var stored = (await club.Api.Get("/groups/m")).MustBe(200);
        stored["rule"].GetProperty("filter").GetString().ShouldBe("group=z");
        (await club.Api.Put("/groups/m", stored.Json)).MustBe(200);
        await club.MakeNights();
        (await club.InGroup("a")).ShouldBeEmpty();
        await club.Buy(member, 1_000);
        await club.Sleep();
        foreach (var code in new[] { "z", "m", "a" })
        {
            (await club.InGroup(code)).ShouldBe([member], code);
        }

        // A saved rule moves also those that hang on its group.
        club.Clock.Advance(TimeSpan.FromMinutes(1));
        await club.SetGroup("z", "visits=5..");
        await club.MakeNights();
        foreach (var code in new[] { "z", "m", "a" })
        {
            (await club.InGroup(code)).ShouldBeEmpty(code);
            (await club.MovesOf(code, member)).ShouldBe(["+", "-"], code);
        }

        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Without_its_rule_a_group_keeps_its_members_and_is_filled_by_hand(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var (one, two) = (await club.Join(), await club.Join("09121234568"));
        await club.Buy(one, 1_000);
        await club.SetGroup("buyers", "visits=1..");
        await club.MakeNights();
        await club.SetGroup("buyers", null);
        (await club.Api.Get("/groups/buyers")).MustBe(200).Json.TryGetProperty("rule", out _).ShouldBeFalse();
        await club.Buy(two, 1_000);
        await club.Sleep();
        (await club.InGroup("buyers")).ShouldBe([one]);
        (await club.Api.Patch($"/members/{two}", """{"groups": ["buyers"]}""")).MustBe(200);
        (await club.Api.Patch($"/members/{one}", """{"groups": []}""")).MustBe(200);
        (await club.InGroup("buyers")).ShouldBe([two]);
        (await club.MovesOf("buyers", one)).ShouldBe(["+"]);
        // With a rule again, whoever does not meet it goes.
        await club.SetGroup("buyers", "visits=2..");
        await club.MakeNights();
        (await club.InGroup("buyers")).ShouldBeEmpty();
        (await club.MovesOf("buyers", two)).ShouldBe(["-"]);
    }

    [Theory, BothDatabases]
    public async Task A_choice_that_is_gone_breaks_no_rule_that_asks_for_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        const string Field = """{"title": {"fa": "اندازه"}, "type": "choice", "choices": ["S", "XL"]}""";
        await club.Set("/fields/size", Field);
        var member = await club.Join(more: """, "fields": {"size": "XL"}""");
        await club.SetGroup("large", "field.size=XL");
        await club.Set("/segments/large", """{"title": {"fa": "x"}, "filter": "field.size=XL"}""");
        await club.Set("/fields/size", Field.Replace(", \"XL\"", "", StringComparison.Ordinal));
        await club.MakeNights();
        (await club.InGroup("large")).ShouldBe([member]);
        (await club.PutGroup("other", "field.size=XL")).MustBeProblem(422, "field.choice", "/rule/filter");
    }

    [Theory, BothDatabases]
    public async Task Of_a_member_who_was_two_the_one_who_is_left_goes_by_the_rule(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var two = await TwoOfOne.In(club);
        await two.Sell(two.Stays, 1_000);
        await two.Sell(two.Goes, 1_000);
        await club.SetGroup("once", "visits=1..1");
        await club.SetGroup("twice", "visits=2..");
        await club.MakeNights();
        (await club.InGroup("once")).Count.ShouldBe(2);
        club.Clock.Advance(TimeSpan.FromMinutes(1));
        await two.Merge();
        await club.Sleep();
        (await club.InGroup("once")).ShouldBeEmpty();
        (await club.InGroup("twice")).ShouldBe([two.Stays]);
        (await club.MovesOf("once", two.Stays)).ShouldBe(["+", "-"]);
        (await club.Api.Post("/groups/twice/preview", """{"rule": {"filter": "visits=..9"}}"""))
            .MustBe(200)
            .Long("members")
            .ShouldBe(1);
        await club.MustBeConsistent();
    }
}
