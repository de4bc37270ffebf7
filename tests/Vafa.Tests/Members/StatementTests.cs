using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Core.Ledger;
using Vafa.Data;
using Vafa.Features.Ledger;

namespace Vafa.Tests.Members;

/// <summary>What a member's wallets and statement show; the rows are laid as the sale lane lays them.</summary>
public sealed class StatementTests
{
    private static readonly Guid Sale = Guid.CreateVersion7(TestClock.Start);

    [Theory, BothDatabases]
    public async Task A_wallet_shows_open_lots_less_debt_and_what_is_pending_or_ends(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var id = await club.Join("09121234567");
        var now = club.Clock.Now = TestClock.Start;
        await club.Lots(
            id,
            ("points", 100, now.AddDays(-1), now.AddDays(5)),
            ("points", 30, now, now.AddDays(2)),
            ("points", 20, now.AddDays(-9), now.AddDays(5)),
            ("points", 7, now.AddDays(-9), null),
            ("points", 1000, now.AddDays(-9), now),
            ("points", 40, now.AddTicks(10), null),
            ("points", -50, now.AddDays(-3), null),
            ("credit", -5, now.AddDays(-3), null)
        );
        var member = await club.Api.Get("/members/" + id);
        member["wallets"]
            .GetRawText()
            .ShouldBe(
                """
                [{"unit":"points","balance":107,"pending":40,"expiring":[
                {"amount":30,"at":"2026-03-27T09:00:00+00:00"},{"amount":120,"at":"2026-03-30T09:00:00+00:00"}]},
                {"unit":"credit","balance":-5,"pending":0,"expiring":[]}]
                """.ReplaceLineEndings("")
            );
        club.Clock.Advance(TimeSpan.FromDays(2));
        (await club.Api.Get("/members/" + id)).Long("wallets/0/balance").ShouldBe(117);
    }

    [Theory, BothDatabases]
    public async Task Entries_of_one_posting_and_unit_are_one_line_that_says_why(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Put("/earning-rules/base", """{"title": {"fa": "پایه"}, "unit": "points", "perVisit": 1}""");
        await club.Put(
            "/offers/tea",
            """{"title": {"fa": "چای"}, "give": [{"points": {"unit": "points", "amount": 5}}]}"""
        );
        var id = await club.Join("09121234567");
        await club.Entries(
            id,
            (1, "points", 10, EntryKind.Earned, CauseKind.Purchase, "base", null),
            (2, "points", 5, EntryKind.Earned, CauseKind.Offer, "tea", null),
            (3, "credit", 90, EntryKind.Adjusted, CauseKind.Adjustment, null, "هدیهٔ مدیر"),
            (4, "credit", -20, EntryKind.Spent, CauseKind.Purchase, null, null),
            (4, "credit", -30, EntryKind.Spent, CauseKind.Purchase, null, null),
            (6, "points", -5, EntryKind.Reversed, CauseKind.Refund, null, null),
            (7, "points", -1, EntryKind.Expired, CauseKind.Purchase, null, null)
        );
        var statement = (await club.Api.Get($"/members/{id}/statement")).MustBe(200);
        Lines(statement)
            .ShouldBe([
                "points -1 9 expiry پایان مهلت",
                "points -5 10 refund برگشت از خرید",
                "credit -50 40 purchase پرداخت خرید",
                "credit 90 90 adjustment هدیهٔ مدیر",
                "points 5 15 offer چای",
                "points 10 10 purchase پایه",
            ]);
        statement["next"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        statement["items/0/at"].GetDateTimeOffset().ShouldBe(TestClock.Start.AddDays(-1));
        statement["items/0/recordedAt"].GetDateTimeOffset().ShouldBe(TestClock.Start);
        statement["items/0/cause/id"].GetGuid().ShouldBe(Sale);
        Lines(await club.Api.Get($"/members/{id}/statement?unit=credit")).Count.ShouldBe(2);
        (await club.Api.Get($"/members/{id}/statement?unit=stamps")).MustBeProblem(
            422,
            "statement.unit-unknown",
            "/unit"
        );
        var english = await club.Api.Send(
            HttpMethod.Get,
            $"/members/{id}/statement?unit=credit",
            null,
            message => message.Headers.Add("Accept-Language", "en")
        );
        Lines(english)[0].ShouldBe("credit -50 40 purchase Paid at a purchase");
    }

    [Theory]
    [BothDatabases(1)]
    [BothDatabases(2)]
    [BothDatabases(7)]
    [BothDatabases(200)]
    public async Task No_line_falls_apart_over_two_pages(Engine engine, int limit)
    {
        await using var club = await TestClub.Start(engine);
        var id = await club.Join("09121234567");
        var entries = new List<(long, string, long, EntryKind, CauseKind, string?, string?)>();
        var expected = new List<string>();
        for (var act = 1; act <= 9; act++)
        {
            // Some acts are longer than one chunk of reading, and some move two units, entry by entry.
            var size = act is 3 or 7 ? 700 : act;
            var posting = entries.Count + 1L;
            for (var i = 0; i < size; i++)
            {
                var unit = act % 2 == 0 && i % 2 == 1 ? "credit" : "points";
                entries.Add((posting, unit, 1, EntryKind.Earned, CauseKind.Purchase, null, null));
            }

            var other = act % 2 == 0 ? size / 2 : 0;
            expected.Insert(0, $"points {size - other}");
            if (other > 0)
            {
                expected.Insert(0, $"credit {other}");
            }
        }

        await club.Entries(id, [.. entries]);
        var (lines, cursor) = (new List<string>(), "");
        while (cursor is not null)
        {
            var page = (await club.Api.Get($"/members/{id}/statement?limit={limit}&cursor={cursor}")).MustBe(200);
            page["items"].GetArrayLength().ShouldBeLessThanOrEqualTo(limit);
            lines.AddRange(Lines(page).Select(l => string.Join(' ', l.Split(' ').Take(2))));
            cursor = page.String("next");
            lines.Count.ShouldBeLessThanOrEqualTo(expected.Count);
        }

        lines.ShouldBe(expected);
    }

    private static List<string> Lines(Answer statement) =>
        [
            .. statement["items"]
                .EnumerateArray()
                .Select(i =>
                    $"{i.GetProperty("unit").GetString()} {i.GetProperty("amount")} {i.GetProperty("balance")} "
                    + $"{i.GetProperty("cause").GetProperty("kind")} {i.GetProperty("cause").GetProperty("title")}"
                ),
        ];

    internal static EntryRow Entry(
        Guid member,
        long no,
        (long Posting, string Unit, long Amount, EntryKind Kind, CauseKind Cause, string? Code, string? Reason) entry,
        long balance
    ) =>
        new()
        {
            MemberId = member,
            No = no,
            Posting = entry.Posting,
            Unit = entry.Unit,
            Lot = no,
            Amount = entry.Amount,
            Balance = balance,
            Account = ClubAccount.Issued,
            Kind = entry.Kind,
            CauseKind = entry.Cause,
            CauseId = Sale,
            CauseCode = entry.Code,
            At = TestClock.Start.AddDays(-1),
            RecordedAt = TestClock.Start,
            Reason = entry.Reason,
        };
}

internal static class LedgersOfTests
{
    public static async Task Put(this TestClub club, string path, string document) =>
        (await club.Api.Put(path, document)).Status.ShouldBeLessThan(300);

    public static async Task Lots(
        this TestClub club,
        Guid member,
        params (string Unit, long Amount, DateTimeOffset From, DateTimeOffset? Until)[] lots
    ) =>
        await club.Add(
            lots.Select(
                (lot, i) =>
                    new LotRow
                    {
                        MemberId = member,
                        No = i + 1,
                        Unit = lot.Unit,
                        Amount = lot.Amount,
                        Remaining = lot.Amount,
                        AvailableFrom = lot.From,
                        ExpiresAt = lot.Until,
                    }
            )
        );

    public static async Task Entries(
        this TestClub club,
        Guid member,
        params (long Posting, string Unit, long Amount, EntryKind, CauseKind, string? Code, string? Reason)[] entries
    )
    {
        var balances = new Dictionary<string, long>();
        await club.Add(
            entries.Select(
                (entry, i) =>
                    StatementTests.Entry(
                        member,
                        i + 1,
                        entry,
                        balances[entry.Unit] = balances.GetValueOrDefault(entry.Unit) + entry.Amount
                    )
            )
        );
    }

    private static async Task Add<T>(this TestClub club, IEnumerable<T> rows)
        where T : class
    {
        await using var scope = club.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }
}
