using Vafa.Data.Copying;

namespace Vafa.Features.Ledger.Check;

/// <summary>
/// Ids that were merged: each points at a member and one merge says so, all that leads to it leads to that member, and
/// what moved by one cause left one id as it came to the other, lot by lot.
/// </summary>
internal static class CheckMerges
{
    private const string WrongPointers = """
        SELECT m.id FROM member m LEFT JOIN member s ON s.id = m.merged_into
        WHERE m.merged_into IS NOT NULL AND (m.gone_at IS NULL OR s.id IS NULL OR s.merged_into IS NOT NULL)
        """;

    private const string PointersWithoutMerge = """
        SELECT m.id FROM member m WHERE m.merged_into IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM member_merge g WHERE g.member_id = m.id AND g.undone_at IS NULL)
        """;

    private const string MergesWithoutPointer = """
        SELECT g.member_id, g.id FROM member_merge g LEFT JOIN member m ON m.id = g.member_id
        WHERE g.undone_at IS NULL AND m.merged_into IS NULL
        """;

    private const string KeysElsewhere = """
        SELECT m.id FROM member m WHERE m.merged_into IS NOT NULL
        AND ((m.card <> '' AND NOT EXISTS (SELECT 1 FROM member_key k
                WHERE k.kind = 'card' AND k.value = m.card AND k.member_id = m.merged_into))
          OR (m.mobile IS NOT NULL AND NOT EXISTS (SELECT 1 FROM member_key k
                WHERE k.kind = 'mobile' AND k.value = m.mobile AND k.member_id = m.merged_into)))
        """;

    /// <summary>Who stayed may have been merged himself since: then it leads over him.</summary>
    private const string MergesElsewhere = """
        SELECT g.member_id, g.id, g."into", m.merged_into FROM member_merge g JOIN member m ON m.id = g.member_id
        WHERE g.undone_at IS NULL AND m.merged_into <> g."into"
          AND NOT EXISTS (SELECT 1 FROM member s WHERE s.id = g."into" AND s.merged_into = m.merged_into)
        """;

    private const string MergedTwice = """
        SELECT member_id, count(*) FROM member_merge WHERE undone_at IS NULL GROUP BY member_id HAVING count(*) > 1
        """;

    private const string OtherTimes = """
        SELECT DISTINCT g.member_id, g.id FROM member_merge g
        JOIN entry e ON e.member_id = g.member_id AND e.cause_id = g.id WHERE e.recorded_at <> g.at
        """;

    /// <summary>An undoing opens no lot: what does was moved by a merge, or by a refund of a merged id.</summary>
    private const string NoCause = """
        SELECT e.member_id, e.no, e.cause_id FROM entry e
        LEFT JOIN member_merge g ON g.id = e.cause_id LEFT JOIN refund r ON r.id = e.cause_id
        WHERE e.kind = 10 AND e.lot = e.no AND g.id IS NULL AND r.id IS NULL
        """;

    private const string Later = """
        SELECT m.id, o.id FROM member o JOIN member m ON m.id = o.merged_into WHERE o.since < m.since
        """;

    /// <summary>What left the one came to the other, lot by lot, in the same order on both sides.</summary>
    private const string Unpaired = """
        SELECT cause_id, CAST(min(place) AS bigint) FROM (
            SELECT cause_id, place FROM (
                SELECT cause_id, unit, amount,
                       row_number() OVER (PARTITION BY cause_id, member_id ORDER BY no) AS place
                FROM entry WHERE kind = 10) sides
            GROUP BY cause_id, place HAVING count(*) <> 2 OR sum(amount) <> 0 OR min(unit) <> max(unit)) pairs
        GROUP BY cause_id
        """;

    public static async IAsyncEnumerable<Difference> Of(
        Snapshot snapshot,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        await foreach (var id in snapshot.Stream(WrongPointers, r => r.Id(0), ct))
        {
            yield return new Difference("member", $"{id}", "merged_into", "nobody who is a member", "a member");
        }

        await foreach (var id in snapshot.Stream(PointersWithoutMerge, r => r.Id(0), ct))
        {
            yield return Difference.Missing("member_merge", $"{id}");
        }

        await foreach (var (id, merge) in snapshot.Stream(MergesWithoutPointer, r => (r.Id(0), r.Id(1)), ct))
        {
            yield return new Difference("member_merge", $"{id}/{merge}", "undone_at", Difference.Nothing, "a time");
        }

        await foreach (var (id, merge, told, member) in snapshot.Stream(MergesElsewhere, Elsewhere, ct))
        {
            yield return new Difference("member_merge", $"{id}/{merge}", "into", $"{told}", $"{member}");
        }

        await foreach (var (id, count) in snapshot.Stream(MergedTwice, r => (r.Id(0), r.Whole(1)), ct))
        {
            yield return Difference.Of("member_merge", $"merges of {id} that stand", "undone_at", count, 1);
        }

        await foreach (var (id, merge) in snapshot.Stream(OtherTimes, r => (r.Id(0), r.Id(1)), ct))
        {
            yield return new Difference("member_merge", $"{id}/{merge}", "at", "another time", "that of its entries");
        }

        await foreach (var (id, no, cause) in snapshot.Stream(NoCause, r => (r.Id(0), r.Whole(1), r.Id(2)), ct))
        {
            yield return new Difference("entry", $"{id}/{Difference.Text(no)}", "cause_id", $"{cause}", "a merge");
        }

        await foreach (var (id, merged) in snapshot.Stream(Later, r => (r.Id(0), r.Id(1)), ct))
        {
            yield return new Difference("member", $"{id}", "since", "later", $"not later than of {merged}");
        }

        await foreach (var id in snapshot.Stream(KeysElsewhere, r => r.Id(0), ct))
        {
            yield return new Difference("member_key", $"mobile or card of {id}", "member_id", "another", "its member");
        }

        await foreach (var (cause, place) in snapshot.Stream(Unpaired, r => (r.Id(0), r.Whole(1)), ct))
        {
            var key = $"merged by {cause}, no. {Difference.Text(place)} of each side";
            yield return new Difference("entry", key, "amount", "two that differ", "a pair");
        }
    }

    private static (Guid Id, Guid Merge, Guid Into, Guid Member) Elsewhere(StoredRow row) =>
        (row.Id(0), row.Id(1), row.Id(2), row.Id(3));
}
