using System.Text.Json;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Merging;

/// <summary>
/// Members leave in the very moment in which they are merged, parted or changed: whoever leaves is gone with all that
/// was merged into him, and nobody else is.
/// </summary>
public sealed class LeaveCrowdTests
{
    private const int Pairs = 15;

    [Theory, BothDatabases]
    public async Task Who_leaves_while_another_is_merged_into_him_takes_nobody_along_but_that_one(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var pairs = await Join(club);
        var merges = pairs.Select(p => Merge(club, p));
        var leaves = pairs.Select(p => Leave(club, p.Stays));
        var answers = await Task.WhenAll(merges.Concat(leaves));
        answers.Skip(Pairs).ShouldAllBe(a => a.Status == 200);
        foreach (var ((stays, goes), merged) in pairs.Zip(answers))
        {
            (await Name(club, stays)).ShouldBeNull();
            (await Name(club, goes)).ShouldBe(merged.Status == 201 ? null : "سارا", $"{merged}");
        }

        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Who_is_parted_while_the_other_leaves_stays_whole_or_was_not_parted(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var pairs = await Join(club);
        var merges = new List<Guid>();
        foreach (var pair in pairs)
        {
            merges.Add((await Merge(club, pair)).MustBe(201).Id());
        }

        var undos = merges.Select(m => club.Api.Post($"/merges/{m}/undo"));
        var leaves = pairs.Select(p => Leave(club, p.Stays));
        var answers = await Task.WhenAll(undos.Concat(leaves));
        answers.Skip(Pairs).ShouldAllBe(a => a.Status == 200);
        foreach (var ((stays, goes), parted) in pairs.Zip(answers))
        {
            (await Name(club, stays)).ShouldBeNull();
            (await Name(club, goes)).ShouldBe(parted.Status == 200 ? "سارا" : null, $"{parted}");
        }

        await club.MustBeConsistent();
    }

    /// <summary>Under which name a member is known by his mobile still; null: he is none.</summary>
    private static async Task<string?> Name(TestClub club, Guid member)
    {
        var read = (await club.Api.Get($"/members/{member}")).MustBe(200);
        if (read.String("mobile") is null)
        {
            read["gone"].ValueKind.ShouldBe(JsonValueKind.Object);
            return null;
        }

        var found = await club.Api.Get($"/members?mobile={Uri.EscapeDataString(read.String("mobile")!)}");
        found.MustBe(200).Id("items/0/id").ShouldBe(member);
        return read.String("firstName");
    }

    private static async Task<List<(Guid Stays, Guid Goes)>> Join(TestClub club)
    {
        var pairs = new List<(Guid, Guid)>();
        for (var i = 0; i < Pairs; i++)
        {
            var stays = await club.Join($"0912{2_000_000 + i}", """, "firstName": "مینا" """);
            pairs.Add((stays, await club.Join($"0912{1_000_000 + i}", """, "firstName": "سارا" """)));
        }

        return pairs;
    }

    private static Task<Answer> Merge(TestClub club, (Guid Stays, Guid Goes) pair) =>
        club.Api.Post($"/members/{pair.Stays}/merge", new { other = pair.Goes.ToString() });

    private static Task<Answer> Leave(TestClub club, Guid member) =>
        club.Api.Post($"/members/{member}/leave", new { reason = "asked for it" });
}
