using Vafa.Tests.Purchases;
using Vafa.Tests.Tiers;

namespace Vafa.Tests.Merging;

/// <summary>What makes a row of <paramref name="Row"/>'s table wrong, and as what the check must tell it.</summary>
internal sealed record RowFault(string Row, string Broken, string Table, string Column);

/// <summary>
/// A club in which two were merged, parted and merged again, a sale of the merged id came back, two others were merged
/// and parted, and a chain of three stands; and all that can be wrong in its rows.
/// </summary>
/// <param name="Goes">Who is merged into the one who stays.</param>
/// <param name="Parted">Who was merged into the other and is on his own again.</param>
/// <param name="First">The first of a chain, who leads over the second to the other.</param>
internal sealed record MergedRows(Engine Engine, Guid Stays, Guid Goes, Guid Other, Guid Parted, Guid First)
{
    private const string Profile = """, "firstName": "Mina", "email": "Mina@Example.com", "groups": ["regulars"] """;

    public static async Task<MergedRows> In(TestClub club)
    {
        await club.Set("/groups/regulars", """{"title": {"en": "Regulars"}}""");
        await club.SetLadder();
        var two = await TwoOfOne.In(club, goes: Profile);
        await two.Sell(two.Goes, 160_000);
        var sale = await two.Sell(two.Goes, 100_000);
        await two.Sell(two.Stays, 50_000);
        await Part(club, await two.Merge());
        await two.Merge();
        (await club.Api.Post($"/purchases/{sale.Id()}/refunds", new { reason = "x" })).MustBe(201);
        club.Clock.Now += TimeSpan.FromMinutes(1);

        var (other, parted) = (await club.Join("09121234560"), await club.Join("09121234561"));
        await two.Sell(parted, 40_000);
        await Part(club, await Merge(club, other, parted));
        var (first, second) = (await club.Join("09121234562"), await club.Join("09121234563"));
        await two.Sell(first, 70_000);
        await Merge(club, second, first);
        await Merge(club, other, second);
        return new MergedRows(club.Engine, two.Stays, two.Goes, other, parted, first);
    }

    /// <summary>An id as SQL writes it.</summary>
    public static string Id(Engine engine, Guid id) =>
        engine == Engine.Postgres ? $"'{id}'" : $"X'{Convert.ToHexString(id.ToByteArray(bigEndian: true))}'";

    public IEnumerable<RowFault> Faults() =>
        OfMerges()
            .Concat(OfPointers())
            .Concat(OfKeys())
            .Concat(((Guid[])[Stays, Goes, Other, Parted, First]).SelectMany(OfWallets))
            .Concat(((Guid[])[Stays, Goes, Other, Parted, First]).SelectMany(OfCounters));

    private IEnumerable<RowFault> OfMerges()
    {
        var stands = $"member_id = {Id(Goes)} AND undone_at IS NULL";
        yield return new("member_merge", $"DELETE FROM member_merge WHERE {stands}", "member_merge", "row");
        yield return Set("member_merge", "\"into\"", Id(Other), stands) with
        {
            Column = "into",
        };
        yield return Set("member_merge", "\"into\"", Id(Parted), $"member_id = {Id(First)}") with
        {
            Column = "into",
        };
        yield return Set("member_merge", "at", Moved("at", 1), stands);
        yield return Set("member_merge", "undone_at", "at", stands) with
        {
            Column = "row",
        };
        // Of two merges of one member both stand; and one stands of who is on his own.
        yield return Set("member_merge", "undone_at", "NULL", $"member_id = {Id(Goes)} AND undone_at IS NOT NULL");
        yield return Set("member_merge", "undone_at", "NULL", $"member_id = {Id(Parted)}");
        // The entries of a merge that is not recorded.
        var undone = $"member_id = {Id(Parted)}";
        yield return new("member_merge", $"DELETE FROM member_merge WHERE {undone}", "entry", "cause_id");
    }

    private IEnumerable<RowFault> OfPointers()
    {
        var goes = $"id = {Id(Goes)}";
        yield return Set("member", "merged_into", Id(Other), goes) with
        {
            Table = "member_merge",
            Column = "into",
        };
        yield return Set("member", "merged_into", "NULL", goes) with
        {
            Table = "member_merge",
            Column = "undone_at",
        };
        yield return Set("member", "merged_into", Id(First), goes);
        yield return Set("member", "merged_into", Id(Guid.CreateVersion7()), goes);
        yield return Set("member", "merged_into", Id(Stays), $"id = {Id(Parted)}");
        yield return Set("member", "gone_at", "NULL", goes) with
        {
            Column = "merged_into",
        };
        yield return Set("member", "since", Moved("since", 1), $"id = {Id(Stays)}");
        yield return new(
            "member_group",
            $"INSERT INTO member_group (member_id, code) VALUES ({Id(Goes)}, 'regulars')",
            "member_group",
            "row"
        );
        yield return Set("member_tier", "moves", "moves + 1", $"member_id = {Id(Stays)}");
    }

    private IEnumerable<RowFault> OfKeys()
    {
        string[] called =
        [
            "kind = 'mobile' AND value = '+989121234568'",
            $"kind = 'card' AND value = (SELECT card FROM member WHERE id = {Id(Goes)})",
            "kind = 'email' AND value = 'mina@example.com'",
        ];
        foreach (var key in called)
        {
            yield return Set("member_key", "member_id", Id(Goes), key);
            yield return Set("member_key", "member_id", Id(Other), key);
            yield return new("member_key", $"DELETE FROM member_key WHERE {key}", "member_key", "row");
        }

        yield return Set("member_key", "member_id", Id(Goes), "kind = 'word'");
        yield return Set("member_key", "member_id", Id(Other), "kind = 'mobile' AND value = '+989121234561'");
    }

    private IEnumerable<RowFault> OfWallets(Guid member)
    {
        var his = $"member_id = {Id(member)}";
        var merged = $"{his} AND no = (SELECT max(no) FROM entry WHERE kind = 10 AND {his})";
        yield return Set("lot", "remaining", "remaining + 7", $"{his} AND unit = 'points'");
        yield return Set("lot", "amount", "amount + 7", $"{his} AND unit = 'points'");
        yield return Set("entry", "amount", "amount + 7", merged);
        yield return Set("entry", "balance", "balance + 7", merged);
        yield return Set("entry", "posting", "posting + 1", merged);
        yield return Set("entry", "lot", "lot + 900", merged);
        yield return Set("entry", "account", "account + 1", merged);
        yield return Set("entry", "no", "no + 900", merged);
        yield return Set("wallet", "balance", "balance + 7", $"{his} AND unit = 'points'");
    }

    private IEnumerable<RowFault> OfCounters(Guid member)
    {
        var he = $"id = {Id(member)}";
        yield return Set("member", "visits", "visits + 1", he);
        yield return Set("member", "spent", "spent + 1", he);
        yield return Set("member", "last_visit", Moved("coalesce(last_visit, since)", 1), he);
        yield return Set("member", "last_no", "last_no + 1", he);
    }

    private static RowFault Set(string table, string column, string wrong, string where) =>
        new(table, $"UPDATE {table} SET {column} = {wrong} WHERE {where}", table, column);

    private string Id(Guid id) => Id(Engine, id);

    private string Moved(string column, int seconds) =>
        Engine == Engine.Postgres ? $"{column} + interval '{seconds} second'" : $"{column} + {seconds * 1_000_000L}";

    private static async Task<Answer> Merge(TestClub club, Guid into, Guid other) =>
        (await club.Api.Post($"/members/{into}/merge", new { other = other.ToString() })).MustBe(201);

    private static async Task Part(TestClub club, Answer merge)
    {
        club.Clock.Now += TimeSpan.FromMinutes(1);
        (await club.Api.Post($"/merges/{merge.Id()}/undo")).MustBe(200);
        club.Clock.Now += TimeSpan.FromMinutes(1);
    }
}
