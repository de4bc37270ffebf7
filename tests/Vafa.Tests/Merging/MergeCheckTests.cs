using Vafa.Features.Ledger.Check;
using Vafa.Tests.Cli;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Merging;

/// <summary>Each row of a merge is made wrong in turn, and the check names it.</summary>
public sealed class MergeCheckTests
{
    [Theory, BothDatabases]
    public async Task Each_wrong_row_of_a_merge_is_named(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var rows = await MergedRows.In(club);
        (await Cafe.Differences(club.Database)).ShouldBeEmpty("after merges, undoings, a chain and a refund");
        foreach (var (row, broken, table, column) in rows.Faults())
        {
            await club.Execute($"CREATE TABLE kept AS SELECT * FROM {row}");
            (await club.Execute(broken)).ShouldBePositive(broken);
            var found = await Cafe.Differences(club.Database);
            found.ShouldContain(
                d => d.Table == table && d.Column == column,
                $"{broken} must be told as {table}.{column}, not as {string.Join(" · ", found)}"
            );
            await club.Execute($"DELETE FROM {row}; INSERT INTO {row} SELECT * FROM kept; DROP TABLE kept");
        }

        (await Cafe.Differences(club.Database)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Of_two_postings_of_one_sum_the_order_counts(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var two = await TwoOfOne.In(club);
        await club.Give(two.Goes, "points", 10);
        await club.Give(two.Goes, "points", 25);
        await two.Merge();
        var his = $"member_id = {MergedRows.Id(engine, two.Stays)}";
        await club.Execute($"UPDATE lot SET amount = 35 - amount, remaining = 35 - remaining WHERE {his}");
        await club.Execute(
            $"UPDATE entry SET amount = 35 - amount, balance = CASE no WHEN 1 THEN 25 ELSE 35 END WHERE {his}"
        );
        var named = (await Cafe.Differences(club.Database)).ShouldHaveSingleItem();
        (named.Table, named.Column, named.Computed).ShouldBe(("entry", "amount", "a pair"));
    }

    [Theory, BothDatabases]
    public async Task What_is_left_of_one_who_left_is_named(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        await club.Give(member, "points", 10);
        (await club.Api.Post($"/members/{member}/leave", "{}")).MustBe(200);
        await club.MustBeConsistent();
        var id = MergedRows.Id(engine, member);
        (string Broken, string Mended, string Table, string Column)[] faults =
        [
            (
                $"INSERT INTO member_key (kind, value, member_id) VALUES ('word', 'negin', {id})",
                "DELETE FROM member_key WHERE kind = 'word'",
                "member_key",
                "member_id"
            ),
            (
                $"INSERT INTO member_field (code, value, member_id) VALUES ('city', 'Yazd', {id})",
                "DELETE FROM member_field",
                "member_field",
                "row"
            ),
            (
                $"INSERT INTO member_group (code, member_id) VALUES ('regulars', {id})",
                "DELETE FROM member_group",
                "member_group",
                "row"
            ),
            .. ((string[])["first_name", "last_name", "gender"]).Select(column =>
                ($"UPDATE member SET {column} = 'x'", $"UPDATE member SET {column} = NULL", "member", column)
            ),
        ];
        foreach (var (broken, mended, table, column) in faults)
        {
            await club.Execute(broken);
            var named = (await Cafe.Differences(club.Database)).ShouldHaveSingleItem();
            (named.Table, named.Column).ShouldBe((table, column));
            await club.Execute(mended);
        }

        await club.MustBeConsistent();
    }
}
