using System.Collections.Concurrent;
using Vafa.Data;
using Vafa.Tests.Members;
using Vafa.Tests.Purchases;
using Vafa.Tests.Tiers;

namespace Vafa.Tests.Faults;

/// <summary>The plug is pulled while members leave: each has left whole or is a member whole.</summary>
public sealed class LeaveKillTests
{
    private const int Members = 16;
    private const int AnswersBeforeTheCut = 4;

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_node_that_is_killed_while_members_leave_leaves_nobody_half_gone(Engine engine)
    {
        var club = await EmptyClubs.Take(engine);
        var (members, answers) = (new List<Leaving>(), new ConcurrentDictionary<Guid, string>());
        await using (var node = await Node.Start(club))
        {
            await Prepare(node.Api);
            for (var i = 0; i < Members; i++)
            {
                members.Add(await Join(node.Api, i));
            }

            await Task.WhenAll(members.Select(m => LeaveUntilTheCut(node, m, answers)));
        }

        answers.Count.ShouldBeLessThan(Members, "some were on their way");
        await Shop.MustBeConsistent(club);
        await using (var node = await Node.Start(club))
        {
            var gone = await GoneOf(node.Api, members);
            answers.Keys.Except(gone.Select(m => m.Id)).ShouldBeEmpty("an answered leaving is durable");
            await NothingMustNameThem(club, engine, gone);
            foreach (var member in members.Except(gone))
            {
                (await club.Ask(db => Traces.TablesWith(db, engine, member.Mobile))).ShouldContain("member");
            }

            await AllLeaveOnce(node.Api, members, answers);
            (await GoneOf(node.Api, members)).Count.ShouldBe(Members);
            await NothingMustNameThem(club, engine, members);
            await Shop.MustBeConsistent(club);

            // Mobile, e-mail and all are free for whoever comes.
            members.Select(m => m.Id).ShouldNotContain((await Join(node.Api, 0)).Id);
        }

        await Shop.MustBeConsistent(club);
        await EmptyClubs.Return(club);
    }

    private static async Task Prepare(ApiClient api)
    {
        (await api.Put("/fields/national", """{"title": {"fa": "کد ملی"}, "type": "text"}""")).MustBe(200);
        (await api.Put("/ladders/club", TierClub.Ladder())).MustBe(200);
        (
            await api.Put(
                "/earning-rules/points",
                """{"title": {"en": "Points"}, "unit": "points", "perAmount": 10000, "earn": 1}"""
            )
        ).MustBe(200);
    }

    /// <summary>A member with points, a tier, a name, and words about him where a colleague wrote them.</summary>
    private static async Task<Leaving> Join(ApiClient api, int number)
    {
        var who = new Leaving($"912{1_000_000 + number}", $"family{number:00}", $"00123456{number:00}");
        var body = new
        {
            mobile = "0" + who.Mobile,
            lastName = who.Name,
            email = who.Name + "@example.ir",
            fields = new { national = who.National },
        };
        who = who with { Id = (await api.Post("/members", body)).MustBe(201).Id() };
        (await api.Post("/purchases", SaleBody.Of(who.Id, LineBody.One(150_000)))).MustBe(201);
        var gift = new
        {
            unit = "credit",
            amount = 5_000,
            reason = "for " + who.Name,
        };
        (await api.Post($"/members/{who.Id}/adjustments", gift)).MustBe(201);
        return who;
    }

    private static Task<Answer> Leave(ApiClient api, Leaving member) =>
        api.Post($"/members/{member.Id}/leave", new { reason = "asked for it" }, member.Key);

    private static async Task LeaveUntilTheCut(Node node, Leaving member, ConcurrentDictionary<Guid, string> answers)
    {
        try
        {
            answers[member.Id] = (await Leave(node.Api, member)).MustBe(200).Text;
            if (answers.Count == AnswersBeforeTheCut)
            {
                await node.Kill();
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            // The plug was pulled: whether he has left nobody knows yet.
        }
    }

    /// <summary>Who has left, each of whom has nothing any more; the others have all they had.</summary>
    private static async Task<List<Leaving>> GoneOf(ApiClient api, List<Leaving> members)
    {
        var gone = new List<Leaving>();
        foreach (var member in members)
        {
            var seen = (await api.Get($"/members/{member.Id}")).MustBe(200);
            var isGone = seen.Json.TryGetProperty("gone", out _);
            var wallets = seen["wallets"].EnumerateArray().Sum(w => w.GetProperty("balance").GetInt64());
            (seen.String("mobile"), seen.String("email"), seen.String("tier"), wallets).ShouldBe(
                isGone
                    ? (null, null, null, 0)
                    : ($"+98{member.Mobile}", $"{member.Name}@example.ir", "silver-tier", 5_015)
            );
            var found = (await api.Get("/members?mobile=0" + member.Mobile)).MustBe(200)["items"].GetArrayLength();
            found.ShouldBe(isGone ? 0 : 1);
            seen.Long("spent").ShouldBe(150_000, "what was bought stays");
            if (isGone)
            {
                gone.Add(member);
            }
        }

        return gone;
    }

    private static async Task NothingMustNameThem(Database club, Engine engine, List<Leaving> gone)
    {
        string[] marks = [.. gone.SelectMany(m => (string[])[m.Mobile, m.Name, m.National])];
        (await club.Ask(db => Traces.TablesWith(db, engine, marks))).ShouldBeEmpty();
    }

    /// <summary>Each call again, under its key: who had an answer gets the very same.</summary>
    private static async Task AllLeaveOnce(
        ApiClient api,
        List<Leaving> members,
        ConcurrentDictionary<Guid, string> answers
    )
    {
        foreach (var member in members)
        {
            var again = (await Leave(api, member)).MustBe(200);
            if (answers.TryGetValue(member.Id, out var first))
            {
                (again.Replayed, again.Text).ShouldBe((true, first));
            }

            Shop.Amounts(again["lost"]).ShouldBe("5000 credit, 15 points");
        }
    }

    private sealed record Leaving(string Mobile, string Name, string National)
    {
        public Guid Id { get; init; }

        public string Key { get; } = Guid.CreateVersion7().ToString();
    }
}
