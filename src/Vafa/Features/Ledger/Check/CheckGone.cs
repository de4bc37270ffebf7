using Vafa.Data.Copying;

namespace Vafa.Features.Ledger.Check;

/// <summary>
/// Ids that are no members any more, merged or left: they hold nothing, nothing leads to them and no group counts them.
/// Of who left, and of those merged into who left, nothing tells who it was.
/// </summary>
internal static class CheckGone
{
    private const string Left =
        "m.gone_at IS NOT NULL AND (m.merged_into IS NULL OR EXISTS "
        + "(SELECT 1 FROM member s WHERE s.id = m.merged_into AND s.gone_at IS NOT NULL))";

    private const string Lots = """
        SELECT l.member_id, l.no, l.remaining FROM member m JOIN lot l ON l.member_id = m.id
        WHERE m.gone_at IS NOT NULL AND l.remaining <> 0
        """;

    private const string Keys = """
        SELECT k.kind, k.value FROM member m JOIN member_key k ON k.member_id = m.id WHERE m.gone_at IS NOT NULL
        """;

    private const string Groups = """
        SELECT g.member_id, g.code FROM member m JOIN member_group g ON g.member_id = m.id WHERE m.gone_at IS NOT NULL
        """;

    private const string Fields =
        "SELECT f.member_id, f.code FROM member m JOIN member_field f ON f.member_id = m.id WHERE " + Left;

    private const string Tiers =
        "SELECT t.member_id, t.ladder FROM member m JOIN member_tier t ON t.member_id = m.id "
        + "WHERE (t.tier IS NOT NULL OR t.placed_tier IS NOT NULL) AND m.merged_into IS NULL AND m.gone_at IS NOT NULL";

    private const string Profiles =
        """
            SELECT m.id, CASE WHEN m.card <> '' THEN 'card' WHEN m.mobile IS NOT NULL THEN 'mobile'
                WHEN m.first_name IS NOT NULL THEN 'first_name' WHEN m.last_name IS NOT NULL THEN 'last_name'
                WHEN m.birth_date IS NOT NULL THEN 'birth_date' WHEN m.gender IS NOT NULL THEN 'gender'
                WHEN m.email IS NOT NULL THEN 'email' WHEN m.consent_sms IS NOT NULL THEN 'consent_sms'
                WHEN m.consent_email IS NOT NULL THEN 'consent_email' ELSE 'referrer' END
            FROM member m
            WHERE (m.card <> '' OR m.mobile IS NOT NULL OR m.first_name IS NOT NULL OR m.last_name IS NOT NULL
                OR m.birth_date IS NOT NULL OR m.gender IS NOT NULL OR m.email IS NOT NULL
                OR m.consent_sms IS NOT NULL OR m.consent_email IS NOT NULL OR m.referrer IS NOT NULL) AND
            """
        + " "
        + Left;

    public static async IAsyncEnumerable<Difference> Of(
        Snapshot snapshot,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        await foreach (var (id, no, left) in snapshot.Stream(Lots, r => (r.Id(0), r.Whole(1), r.Whole(2)), ct))
        {
            yield return Difference.Of("lot", $"{id}/{Difference.Text(no)}", "remaining", left, 0);
        }

        await foreach (var (kind, value) in snapshot.Stream(Keys, r => (r.Text(0), r.Text(1)), ct))
        {
            yield return new Difference("member_key", $"{kind}/{value}", "member_id", "no member any more", "a member");
        }

        await foreach (var (id, code) in snapshot.Stream(Groups, Named, ct))
        {
            yield return TooMuch("member_group", id, code);
        }

        await foreach (var (id, code) in snapshot.Stream(Fields, Named, ct))
        {
            yield return TooMuch("member_field", id, code);
        }

        await foreach (var (id, ladder) in snapshot.Stream(Tiers, Named, ct))
        {
            yield return new Difference("member_tier", $"{id}/{ladder}", "tier", "a tier", Difference.Nothing);
        }

        await foreach (var (id, column) in snapshot.Stream(Profiles, Named, ct))
        {
            // What stands there is not told: it should be nowhere.
            yield return new Difference("member", $"{id}", column, "something", Difference.Nothing);
        }
    }

    private static (Guid Id, string What) Named(StoredRow row) => (row.Id(0), row.Text(1));

    private static Difference TooMuch(string table, Guid id, string code) =>
        new(table, $"{id}/{code}", "row", "one", Difference.Nothing);
}
