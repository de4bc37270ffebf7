using Vafa.Data.Copying;

namespace Vafa.Features.Ledger.Check;

/// <summary>
/// What stands outside the members: limits against their uses, and the look-up tables against what they lead to. The
/// database answers only the rows that differ, so this needs no memory.
/// </summary>
internal static class CheckKeys
{
    public static async IAsyncEnumerable<Difference> Of(
        Snapshot snapshot,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        await foreach (var difference in Limits(snapshot, ct))
        {
            yield return difference;
        }

        await foreach (var key in snapshot.Stream(PurchaseKeysToNowhere, r => Convert.ToHexString(r.Bytes(0)), ct))
        {
            yield return new Difference("purchase_key", key, "purchase_id", "a sale that is not there", "a sale");
        }

        await foreach (var sale in snapshot.Stream(SalesWithoutKey(snapshot), r => (r.Id(0), r.Id(1)), ct))
        {
            yield return Difference.Missing("purchase_key", $"id of {sale.Item1}/{sale.Item2}");
        }

        await foreach (var key in snapshot.Stream(MemberKeysToNowhere, r => (r.Text(0), r.Text(1)), ct))
        {
            yield return new Difference("member_key", $"{key.Item1}/{key.Item2}", "member_id", "nobody", "a member");
        }

        await foreach (var member in snapshot.Stream(MembersWithoutKey, r => r.Id(0), ct))
        {
            yield return Difference.Missing("member_key", $"mobile or card of {member}");
        }

        await foreach (var use in snapshot.Stream(UsesOfNoSale, r => (r.Id(0), r.Id(1), r.Text(2)), ct))
        {
            yield return Difference.Missing("purchase", $"{use.Item1}/{use.Item2} of a use of {use.Item3}");
        }
    }

    private const string PurchaseKeysToNowhere = """
        SELECT k.key FROM purchase_key k LEFT JOIN purchase p ON p.member_id = k.member_id AND p.id = k.purchase_id
        WHERE p.id IS NULL
        """;

    private const string MemberKeysToNowhere = """
        SELECT k.kind, k.value FROM member_key k LEFT JOIN member m ON m.id = k.member_id
        WHERE m.id IS NULL
           OR (k.kind = 'mobile' AND (m.mobile IS NULL OR m.mobile <> k.value)
               AND NOT EXISTS (SELECT 1 FROM member o WHERE o.merged_into = m.id AND o.mobile = k.value))
           OR (k.kind = 'card' AND m.card <> k.value
               AND NOT EXISTS (SELECT 1 FROM member o WHERE o.merged_into = m.id AND o.card = k.value))
        """;

    private const string MembersWithoutKey = """
        SELECT m.id FROM member m
        WHERE (m.mobile IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM member_key k WHERE k.kind = 'mobile' AND k.value = m.mobile))
           OR (m.card <> '' AND NOT EXISTS (SELECT 1 FROM member_key k WHERE k.kind = 'card' AND k.value = m.card))
        """;

    private const string UsesOfNoSale = """
        SELECT u.member_id, u.purchase_id, u.offer
        FROM offer_use u LEFT JOIN purchase p ON p.member_id = u.member_id AND p.id = u.purchase_id
        WHERE p.id IS NULL
          AND NOT EXISTS (SELECT 1 FROM sale_hold h WHERE h.id = u.purchase_id AND h.member_id = u.member_id
                          AND (u.freed OR h.state = 0))
        """;

    /// <summary>Every sale's id is taken for ever: "i" and its bytes.</summary>
    private static string SalesWithoutKey(Snapshot snapshot) =>
        "SELECT p.member_id, p.id FROM purchase p WHERE NOT EXISTS (SELECT 1 FROM purchase_key k WHERE k.key = "
        + (snapshot.IsPostgres ? "'\\x69'::bytea || uuid_send(p.id))" : "CAST(X'69' || p.id AS BLOB))");

    private static async IAsyncEnumerable<Difference> Limits(
        Snapshot snapshot,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        var computed = new Dictionary<string, (long Uses, long Given)>(StringComparer.Ordinal);
        const string uses =
            "SELECT offer, count(*), CAST(sum(given) AS bigint) FROM offer_use "
            + "WHERE counted AND NOT freed GROUP BY offer";
        await foreach (var (offer, count, given) in snapshot.Stream(uses, Limit, ct))
        {
            computed[offer] = (count, given);
        }

        const string counters = "SELECT offer, uses, given FROM offer_counter";
        await foreach (var (offer, count, given) in snapshot.Stream(counters, Limit, ct))
        {
            computed.Remove(offer, out var sum);
            if (count != sum.Uses)
            {
                yield return Difference.Of("offer_counter", offer, "uses", count, sum.Uses);
            }

            if (given != sum.Given)
            {
                yield return Difference.Of("offer_counter", offer, "given", given, sum.Given);
            }
        }

        foreach (var offer in computed.Keys)
        {
            yield return Difference.Missing("offer_counter", offer);
        }
    }

    private static (string Offer, long Uses, long Given) Limit(StoredRow row) =>
        (row.Text(0), row.Whole(1), row.Whole(2));
}
