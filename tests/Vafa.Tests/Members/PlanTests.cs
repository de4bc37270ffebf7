using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Data;
using Vafa.Features.Members;
using Vafa.Features.Members.Filter;

namespace Vafa.Tests.Members;

/// <summary>That finding a member costs the same however many there are: what the engine says it would do.</summary>
public sealed class PlanTests
{
    [Fact]
    public async Task A_mobile_is_one_probe_and_a_word_one_range_of_the_index()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        await using var scope = club.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var mobile = db.MemberKeys.Where(k => k.Kind == "mobile" && k.Value == "+989120000007");
        var word = NameWords.Keys(db, MemberKeys.RangesOf("یاب")[0]).Take(10);
        var newest = db.Members.OrderByDescending(m => m.Id).Where(m => m.Id.CompareTo(Guid.Empty) > 0).Take(10);
        (await Plan(db, mobile)).ShouldBe("SEARCH m USING INDEX sqlite_autoindex_member_key_1 (kind=? AND value=?)");
        (await Plan(db, word)).ShouldBe(
            "SEARCH m USING INDEX sqlite_autoindex_member_key_1 (kind=? AND value>? AND value<?)"
        );
        (await Plan(db, newest)).ShouldBe("SEARCH m USING INDEX sqlite_autoindex_member_1 (id>?)");
    }

    private static async Task<string> Plan<T>(AppDb db, IQueryable<T> query)
        where T : class
    {
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return string.Join("; ", steps);
    }
}
