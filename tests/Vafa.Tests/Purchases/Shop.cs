using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Data;
using Vafa.Features.ApiKeys;
using Vafa.Features.Ledger.Check;
using Vafa.Web;

namespace Vafa.Tests.Purchases;

/// <summary>What the tests of sales say to a club, in the words of the shop floor; all of it over HTTP.</summary>
internal static class Shop
{
    /// <summary>Sets a document of the programme, which must be taken.</summary>
    public static async Task<Answer> Set(this TestClub club, string path, string document) =>
        (await club.Api.Put(path, document)).MustBe(200);

    /// <summary>An offer that takes a percentage off everything.</summary>
    public static Task<Answer> SetDiscount(this TestClub club, string code, int percent, string more = "") =>
        club.Set(
            "/offers/" + code,
            $$$"""
            {"title": {"en": "{{{code}}}"}, "give": [{"discountPercent": {"percent": {{{percent}}}}}] {{{more}}} }
            """
        );

    /// <summary>So many percent of what is paid for goods come back as credit.</summary>
    public static Task<Answer> SetCreditBack(this TestClub club, decimal percent) =>
        club.Set(
            "/earning-rules/back",
            $$"""{"title": {"en": "Back"}, "unit": "credit", "percent": {{percent.ToString(Invariant)}}}"""
        );

    /// <summary>One point for each full amount.</summary>
    public static Task<Answer> SetPointFor(this TestClub club, long perAmount) =>
        club.Set(
            "/earning-rules/points",
            $$"""{"title": {"en": "Points"}, "unit": "points", "perAmount": {{perAmount}}, "earn": 1}"""
        );

    /// <summary>A new member; more fields of the body may follow, as JSON.</summary>
    public static async Task<Guid> Join(this TestClub club, string mobile = "09121234567", string more = "") =>
        (await club.Api.Post("/members", $$"""{"mobile": "{{mobile}}" {{more}} }""")).MustBe(201).Id();

    public static async Task<Answer> Sell(this TestClub club, SaleBody sale) =>
        (await club.Api.Post("/purchases", sale)).MustBe(201);

    /// <summary>Gives a wallet something, as a correction by hand.</summary>
    public static async Task Give(
        this TestClub club,
        Guid member,
        string unit,
        long amount,
        DateTimeOffset? expiresAt = null
    ) =>
        (
            await club.Api.Post(
                $"/members/{member}/adjustments",
                new
                {
                    unit,
                    amount,
                    reason = "given by a test",
                    expiresAt,
                }
            )
        ).MustBe(201);

    /// <summary>A wallet as the member's page shows it.</summary>
    public static async Task<(long Balance, long Pending)> Wallet(this TestClub club, Guid member, string unit)
    {
        var answer = (await club.Api.Get($"/members/{member}")).MustBe(200);
        var wallet = answer["wallets"].EnumerateArray().First(w => w.GetProperty("unit").GetString() == unit);
        return (wallet.GetProperty("balance").GetInt64(), wallet.GetProperty("pending").GetInt64());
    }

    /// <summary>What stands about an offer in notApplied[].</summary>
    public static JsonElement NotApplied(this Answer receipt, string offer) =>
        receipt["notApplied"].EnumerateArray().Single(o => o.GetProperty("offer").GetString() == offer);

    /// <summary>The codes of the offers in applied[].</summary>
    public static string[] Applied(this Answer receipt) =>
        [.. receipt["applied"].EnumerateArray().Select(o => o.GetProperty("offer").GetString()!)];

    /// <summary>What the sale brought: "300000 credit, 5 points", or "-".</summary>
    public static string Earned(this Answer receipt) => Amounts(receipt["earned"]);

    /// <summary>A list of {unit, amount} on one line.</summary>
    public static string Amounts(JsonElement amounts) =>
        amounts.GetArrayLength() == 0
            ? "-"
            : string.Join(
                ", ",
                amounts.EnumerateArray().Select(a => $"{a.GetProperty("amount")} {a.GetProperty("unit")}")
            );

    /// <summary>A client whose key may do only this.</summary>
    public static async Task<ApiClient> ClientWith(this TestClub club, params string[] scopes)
    {
        await using var scope = club.Services.CreateAsyncScope();
        var create = scope.ServiceProvider.GetRequiredService<CreateApiKey>();
        var request = new CreateApiKeyRequest("till", scopes, Actor.System);
        return club.Client((await create.Run(request, CancellationToken.None)).Value.Key);
    }

    /// <summary>How many rows each table holds: what must not change when a call is refused.</summary>
    public static Task<string> RowCounts(this TestClub club) =>
        club.Ask(async db =>
        {
            var counts = new List<string>();
            foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).Distinct().Order())
            {
                counts.Add($"{table} {await Count(db, table!)}");
            }

            return string.Join(", ", counts);
        });

    /// <summary>What `vafa check` says of the club, which must be nothing.</summary>
    public static Task MustBeConsistent(this TestClub club) => MustBeConsistent(club.Database);

    /// <inheritdoc cref="MustBeConsistent(TestClub)"/>
    public static async Task<CheckTally> MustBeConsistent(Database database)
    {
        var (tally, found) = await Check(database);
        found.ShouldBeEmpty();
        return tally;
    }

    /// <summary>What it does say of one that was made wrong.</summary>
    public static async Task<List<string>> Differences(this TestClub club) => (await Check(club.Database)).Found;

    private static async Task<(CheckTally Tally, List<string> Found)> Check(Database database)
    {
        var found = new List<string>();
        var tally = await new CheckClub(database).Run(
            difference =>
            {
                found.Add(difference.ToString());
                return Task.CompletedTask;
            },
            CancellationToken.None
        );
        return (tally, found);
    }

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private static async Task<long> Count(AppDb db, string table)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "select count(*) from " + table;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), Invariant);
    }
}
