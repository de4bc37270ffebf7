using Vafa.Tests.Purchases;

namespace Vafa.Tests.Cli;

/// <summary>Every recorded sale decided once more; a record that was touched is found.</summary>
public sealed class ReplayTests
{
    [Theory, BothDatabases]
    public async Task Recorded_sales_replay_to_the_same_whatever_the_programme_is_now(Engine engine)
    {
        await using var club = await Cafe.Open(engine);
        await club.SetDiscount("later", 90);
        await using var replay = await VafaProcess.Run(club.Database, "replay");
        replay.ExitCode.ShouldBe(0, replay.Output + replay.Error);
        replay.Output.ShouldMatch("^[1-9][0-9]* decisions of [1-9][0-9]* programme versions: replayed to the same");
    }

    /// <summary>In a number, in a name, and where it changes nothing that is decided.</summary>
    [Theory]
    [BothDatabases("\"v\":", "\"v\": ")]
    [BothDatabases("\"o\":[", "\"o\":[1")]
    [BothDatabases("\"at\":1", "\"at\":2")]
    [BothDatabases("\"k\":", "\"k\":9")]
    public async Task A_record_that_was_touched_is_found(Engine engine, string from, string to)
    {
        await using var club = await Cafe.Open(engine);
        var one = "(member_id, id) = (SELECT member_id, id FROM purchase WHERE decision IS NOT NULL LIMIT 1)";
        var touched = await club.Execute(
            $"UPDATE purchase SET decision = replace(decision, '{from}', '{to}') WHERE {one}"
        );
        touched.ShouldBe(1);
        await using var replay = await VafaProcess.Run(club.Database, "replay");
        replay.ExitCode.ShouldBe(1);
        replay.Output.ShouldContain("was changed after it was written");
        replay.Error.ShouldContain("1 differences");
    }
}
