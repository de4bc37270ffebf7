using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Data.Copying;

namespace Vafa.Features.Programme;

/// <summary>
/// The club's clock and calendar through all its versions: what was recorded counts on the day and hour of the settings
/// that were in force then.
/// </summary>
internal sealed class ClubTimes
{
    private readonly List<(long Version, DateTimeOffset At, ClubTime Time)> versions = [];

    public static async Task<ClubTimes> Read(Snapshot snapshot, CancellationToken ct)
    {
        const string sql = """
            SELECT v.version, v.at, d.body FROM programme_version v JOIN programme_document d
            ON d.kind = 'club' AND d.version <= v.version AND (d.until_version IS NULL OR d.until_version > v.version)
            ORDER BY v.version
            """;
        var times = new ClubTimes();
        var (lastBody, last) = ("", (ClubTime?)null);
        var rows = snapshot.Stream(sql, r => (r.Whole(0), SqliteDb.Instant(r.Micros(1)), r.Text(2)), ct);
        await foreach (var (version, at, body) in rows)
        {
            if (last is null || body != lastBody)
            {
                last = ClubDocument.Read(DocumentKind.Parse(body)).Value.Rules().Time;
                lastBody = body;
            }

            times.versions.Add((version, at, last));
        }

        return times;
    }

    /// <summary>Of the version that a sale was decided by.</summary>
    public ClubTime Of(long version) =>
        versions.FindLast(v => v.Version <= version) is { Time: { } time } ? time : versions[0].Time;

    /// <summary>Of the version in force at a moment; before the first one: the first.</summary>
    public ClubTime At(DateTimeOffset at) =>
        versions.FindLast(v => v.At <= at) is { Time: { } time } ? time : versions[0].Time;
}
