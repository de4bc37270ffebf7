using Vafa.Data.Copying;

namespace Vafa.Features.Ledger.Check;

/// <summary>
/// Ids that were merged: each points at a member and its merge is recorded, nothing is left in its wallets, all that
/// leads to it leads to that member, and what moved by one cause adds up to nothing.
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

    private const string LotsLeft = """
        SELECT l.member_id, l.no, l.remaining FROM member m JOIN lot l ON l.member_id = m.id
        WHERE m.merged_into IS NOT NULL AND l.remaining <> 0
        """;

    private const string KeysLeft = """
        SELECT k.kind, k.value FROM member m JOIN member_key k ON k.member_id = m.id WHERE m.merged_into IS NOT NULL
        """;

    private const string KeysElsewhere = """
        SELECT m.id FROM member m WHERE m.merged_into IS NOT NULL
        AND ((m.card <> '' AND NOT EXISTS (SELECT 1 FROM member_key k
                WHERE k.kind = 'card' AND k.value = m.card AND k.member_id = m.merged_into))
          OR (m.mobile IS NOT NULL AND NOT EXISTS (SELECT 1 FROM member_key k
                WHERE k.kind = 'mobile' AND k.value = m.mobile AND k.member_id = m.merged_into)))
        """;

    private const string Uneven = """
        SELECT cause_id, unit, CAST(sum(amount) AS bigint) FROM entry WHERE kind = 10
        GROUP BY cause_id, unit HAVING sum(amount) <> 0
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

        await foreach (var (id, no, left) in snapshot.Stream(LotsLeft, r => (r.Id(0), r.Whole(1), r.Whole(2)), ct))
        {
            yield return Difference.Of("lot", $"{id}/{Difference.Text(no)}", "remaining", left, 0);
        }

        await foreach (var (kind, value) in snapshot.Stream(KeysLeft, r => (r.Text(0), r.Text(1)), ct))
        {
            yield return new Difference("member_key", $"{kind}/{value}", "member_id", "a merged id", "its member");
        }

        await foreach (var id in snapshot.Stream(KeysElsewhere, r => r.Id(0), ct))
        {
            yield return new Difference("member_key", $"mobile or card of {id}", "member_id", "another", "its member");
        }

        await foreach (var (cause, unit, sum) in snapshot.Stream(Uneven, r => (r.Id(0), r.Text(1), r.Whole(2)), ct))
        {
            yield return Difference.Of("entry", $"merged by {cause} in {unit}", "amount", sum, 0);
        }
    }
}
