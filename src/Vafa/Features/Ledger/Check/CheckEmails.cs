using Vafa.Data.Copying;
using Vafa.Features.Members;

namespace Vafa.Features.Ledger.Check;

/// <summary>
/// Each e-mail leads to its member, or to the one its id was merged into, and no other does. Apart from mobiles and
/// cards, because its key is spelled by us and not by the database.
/// </summary>
internal static class CheckEmails
{
    private const string Emails =
        "SELECT coalesce(merged_into, id) AS owner, id, email FROM member WHERE email IS NOT NULL ORDER BY owner, id";

    private const string Keys =
        "SELECT member_id, value FROM member_key WHERE kind = 'email' ORDER BY member_id, value";

    public static async IAsyncEnumerable<Difference> Of(
        Snapshot snapshot,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        await using var emails = new MemberStream<(Guid Id, string Key)>(
            snapshot.Stream(Emails, r => (r.Id(0), (r.Id(1), MemberKeys.EmailKey(r.Text(2)))), ct)
        );
        await using var keys = new MemberStream<string>(snapshot.Stream(Keys, r => (r.Id(0), r.Text(1)), ct));
        IMemberStream[] both = [emails, keys];
        foreach (var stream in both)
        {
            await stream.Start();
        }

        while (both.Min(s => s.Next) is { } owner)
        {
            foreach (var stream in both)
            {
                await stream.Take(owner);
            }

            foreach (var (id, _) in emails.Rows.Where(e => !keys.Rows.Contains(e.Key)))
            {
                yield return Difference.Missing("member_key", $"email of {id}");
            }

            foreach (var key in keys.Rows.Where(k => emails.Rows.All(e => e.Key != k)))
            {
                yield return new Difference(
                    "member_key",
                    $"email/{key}",
                    "member_id",
                    $"{owner}",
                    "whose e-mail it is"
                );
            }
        }
    }
}
