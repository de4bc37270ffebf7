using System.Text.Json;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Ledger;

/// <summary>
/// A club with one member, who buys and brings back. Every refund is looked at from all sides: the answer, the sale as
/// it is read afterwards, the statement and, at the end, `vafa check`.
/// </summary>
internal sealed class RefundTill : IAsyncDisposable
{
    private RefundTill(TestClub club, Guid member) => (Club, Member) = (club, member);

    public TestClub Club { get; }

    public Guid Member { get; }

    public static async Task<RefundTill> Open(Engine engine)
    {
        var club = await TestClub.Start(engine);
        return new RefundTill(club, await club.Join());
    }

    /// <summary>Points pay 500 rial each here.</summary>
    public Task LetPointsPay(int? expireAfterDays = null) =>
        Club.Set(
            "/units/points",
            $$"""
            {"title": {"en": "Points"}, "worth": 500, "maySpend": true, "spendValue": 500,
             "expiresAfterDays": {{(expireAfterDays is { } days ? days : "null")}}}
            """
        );

    public Task LetCreditWait(int days) =>
        Club.Set(
            "/units/credit",
            $$"""{"title": {"en": "Credit"}, "worth": 1, "maySpend": true, "availableAfterDays": {{days}}}"""
        );

    public async Task SetDebtPolicy(string policy) =>
        (await Club.Api.Patch("/club", $$"""{"debtPolicy": "{{policy}}"}""")).MustBe(200);

    /// <summary>An offer that gives this.</summary>
    public Task Offer(string code, string give) =>
        Club.Set("/offers/" + code, $$"""{"title": {"en": "{{code}}"}, "group": "{{code}}", "give": [{{give}}]}""");

    public Task Owns(string unit, long amount, int? days = null) =>
        Club.Give(Member, unit, amount, days is { } n ? Club.Clock.Now.AddDays(n) : null);

    /// <summary>
    /// Spends on something that stays sold: it is paid wholly with the wallet, so that it earns nothing.
    /// </summary>
    public Task SpendElsewhere(string unit, long amount, long money) =>
        Club.Sell(SaleBody.Of(Member, LineBody.One(money)).Spending(unit, amount));

    public void DaysPass(int days) => Club.Clock.Advance(TimeSpan.FromDays(days));

    public Task<Answer> Sell(params LineBody[] lines) => Club.Sell(SaleBody.Of(Member, lines));

    public Task<Answer> Sell(SpendBody[] spend, params LineBody[] lines) =>
        Club.Sell(SaleBody.Of(Member, lines) with { Spend = spend });

    /// <summary>Brings pieces of one line back; gives "money | taken back | returned".</summary>
    public Task<string> Refund(Answer sale, int line, decimal quantity) =>
        Refund(sale, new { lines = new[] { new { line, quantity } }, reason = "brought back" });

    public Task<string> RefundRest(Answer sale) => Refund(sale, new { reason = "all brought back" });

    /// <summary>The wallet as the member sees it.</summary>
    public async Task Holds(string unit, long balance, long pending = 0)
    {
        (await Club.Wallet(Member, unit)).ShouldBe((balance, pending), unit);
        await StatementMustAddUp(unit);
    }

    /// <summary>Visits and what was paid, as they stand on the member's page.</summary>
    public async Task Counts(long visits, long spent)
    {
        var member = (await Club.Api.Get($"/members/{Member}")).MustBe(200);
        (member.Long("visits"), member.Long("spent")).ShouldBe((visits, spent));
    }

    public async Task<JsonElement[]> Statement(string unit) =>
        [
            .. (await Club.Api.Get($"/members/{Member}/statement?limit=200&unit={unit}"))
                .MustBe(200)["items"]
                .EnumerateArray(),
        ];

    /// <summary>Nothing may be left over: `vafa check` finds nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Club.MustBeConsistent();
        }
        finally
        {
            await Club.DisposeAsync();
        }
    }

    private async Task<string> Refund(Answer sale, object body)
    {
        var before = await Statements();
        var answer = (await Club.Api.Post($"/purchases/{sale.Id()}/refunds", body)).MustBe(201);
        await SaleMustShow(sale, answer);
        if (sale.Json.TryGetProperty("member", out _))
        {
            await StatementMustShow(answer, before);
        }

        return $"{answer.Long("refunded")} | {Shop.Amounts(answer["reversed"])} | {Shop.Amounts(answer["returned"])}";
    }

    /// <summary>The sale itself does not change; what went back stands beside it.</summary>
    private async Task SaleMustShow(Answer sale, Answer refund)
    {
        var read = (await Club.Api.Get($"/purchases/{sale.Id()}")).MustBe(200);
        foreach (var field in new[] { "total", "discount", "spent", "payable", "lines", "earned", "applied" })
        {
            read[field].ToString().ShouldBe(sale[field].ToString(), field);
        }

        var shown = read["refunds"].EnumerateArray().Single(r => r.GetProperty("id").GetGuid() == refund.Id());
        shown.GetProperty("refunded").GetInt64().ShouldBe(refund.Long("refunded"));
    }

    /// <summary>The moves of the answer, and no others, stand in the statement under this refund.</summary>
    private async Task StatementMustShow(Answer refund, int before)
    {
        var moves = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var unit in new[] { "credit", "points" })
        {
            // What goes back to an ended lot is told as returned, and ends in the same moment as an item of its own.
            moves[unit] = (await Statement(unit))
                .Where(i =>
                    CauseOf(i) == refund.Id() && i.GetProperty("cause").GetProperty("kind").ValueEquals("refund")
                )
                .Sum(AmountOf);
        }

        var told = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var back in refund["returned"].EnumerateArray())
        {
            told[UnitOf(back)] = AmountOf(back);
        }

        foreach (var taken in refund["reversed"].EnumerateArray())
        {
            told[UnitOf(taken)] = told.GetValueOrDefault(UnitOf(taken)) - AmountOf(taken);
        }

        moves.Where(m => m.Value != 0).ShouldBe(told.Where(m => m.Value != 0));
        (await Statements()).ShouldBeGreaterThanOrEqualTo(before);
    }

    private async Task<int> Statements() => (await Statement("credit")).Length + (await Statement("points")).Length;

    /// <summary>Newest first, each balance is the one before it plus the amount.</summary>
    private async Task StatementMustAddUp(string unit)
    {
        var balance = 0L;
        foreach (var item in (await Statement(unit)).Reverse())
        {
            balance += AmountOf(item);
            item.GetProperty("balance").GetInt64().ShouldBe(balance);
        }
    }

    private static Guid CauseOf(JsonElement item) => item.GetProperty("cause").GetProperty("id").GetGuid();

    private static string UnitOf(JsonElement amount) => amount.GetProperty("unit").GetString()!;

    private static long AmountOf(JsonElement amount) => amount.GetProperty("amount").GetInt64();
}
