using System.Text.Json;
using Vafa.Core.Earning;
using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Bench;

/// <summary>
/// A shop with 30 live offers of 73 conditions, two earning rules, and customers with baskets of five lines.
/// </summary>
internal static class CornerShop
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 30, 0, TimeSpan.Zero);

    private static readonly KnownThings Known = KnownThings.Of(
        ["credit", "points"],
        ["silver", "gold"],
        ["main", "north"],
        ["city"]
    );

    /// <summary>Conditions and effect of each offer; most share the group main.</summary>
    private static readonly (string When, string Give, string More)[] Documents =
    [
        ("""{"visits":{"moreThan":10}}""", Credit(5), ""),
        ("""{"basketTotal":{"moreThan":5000000}}""", Off(10), ""),
        ("""{"birthday":{"daysBefore":3,"daysAfter":3}}""", Credit(20), ""),
        ("""{"group":{"in":["silver"]}}""", Credit(15), ""),
        ("""{"productGroup":{"in":["cake"]}}""", OffGroup(7, "cake"), ""),
        (All(Branch("main"), Total(3), Visits(2)), Off(6), ""),
        (All(Branch("north"), Total(2), Visits(1)), Off(9), ""),
        (All(Total(8), Visits(5), Group("gold")), Off(12), ""),
        (All(Total(9), Visits(5), Group("gold")), Credit(18), ""),
        (All(Branch("main"), Total(12)), Off(11), ""),
        (All(Total(4), Product("latte", 1)), Free("cookie"), ""),
        (All(Total(4), Product("latte", 3)), Free("latte"), ""),
        (All(MemberFor(365), Visits(1), Branch("main")), Credit(8), ""),
        (All(MemberFor(30), Visits(12)), Points(40), ""),
        (Here("""{"firstPurchase":true}"""), Off(15), ""),
        (Here("""{"daysSinceLastVisit":{"atLeast":60}}"""), Credit(15), ""),
        (All(Channel("online"), Total(3)), Off(8), ""),
        (All(Channel("store"), Pays("card"), Total(3)), Points(30), ""),
        (All(Window(3, 30), Total(2), Branch("main")), Off(5), ""),
        (All(WindowSpent(40, 30), Total(2)), Credit(9), ""),
        (Or(Group("gold"), Window(6, 30)), Credit(10), ""),
        (Here(Or(Group("gold"), Group("silver"))), Points(25), ""),
        (All(Not(Group("gold")), Total(5), Branch("main")), Amount(300_000), ""),
        (All(Wallet(50), Total(2), Branch("main")), Times(2), ""),
        (Here("""{"field":{"name":"city","is":["tehran","karaj"]}}"""), Points(15), ""),
        (All(Code("NOWRUZ"), Total(1), Branch("main")), Off(20), ""),
        (All(Total(3), OfGroup("coffee", 2), Branch("main")), OffGroup(9, "coffee"), ""),
        (All(Total(30), Visits(3), Branch("main")), Off(14), ""),
        (All(Total(2), Branch("main"), Visits(1)), Points(5), """, "combine": true"""),
        (All(Channel("online"), Total(6)), """{"freeShipping":{}}""", """, "group": "shipping" """),
    ];

    /// <param name="stored">
    /// How many offers the club keeps live: beside the 30 of today, others like them that are over or begin later.
    /// </param>
    public static Programme Programme(int stored = 30) =>
        new(
            7,
            new ClubRules(
                new ClubTime(
                    TimeZoneInfo.FindSystemTimeZoneById("Asia/Tehran"),
                    ClubCalendar.Jalali,
                    new TimeOnly(4, 0),
                    DayOfWeek.Saturday
                ),
                new Percent(5_000),
                DebtPolicy.BelowZero
            ),
            [
                new Unit("credit", new LocalText("اعتبار", null), new Worth(10_000), true, new Worth(10_000)),
                new Unit("points", new LocalText("امتیاز", null), new Worth(5_000_000), false, default)
                {
                    Life = new Lifetime.After(CalendarSpan.OfDays(365)),
                },
            ],
            [
                Rule("points", """{"title":{"fa":"امتیاز"},"unit":"points","perAmount":100000,"earn":1}"""),
                Rule("back", """{"title":{"fa":"بازگشت"},"unit":"credit","percent":1}"""),
            ],
            [.. Enumerable.Range(0, stored).Select(Stored)]
        );

    private static Offer Stored(int number)
    {
        var (when, give, more) = Documents[number % Documents.Length];
        var week = Now.AddDays(7 * (number / Documents.Length + 1));
        var schedule =
            number < Documents.Length ? ""
            : number % 2 == 0 ? $$""","schedule":{"from":"{{week:O}}"}"""
            : $$""","schedule":{"to":"{{Now.AddDays(-number):O}}"}""";
        return OfferOf(number, when, give, more + schedule);
    }

    /// <summary>How many conditions the offers have, the joining words not counted.</summary>
    public static int Conditions(Programme programme) => programme.Offers.Sum(o => o.When is null ? 0 : Leaves(o.When));

    public static MemberFacts Member(int seed)
    {
        var random = new Random(seed);
        return new MemberFacts
        {
            Id = new MemberId(new Guid(seed, 0, 0, new byte[8])),
            Visits = random.Next(0, 40),
            Spent = new Money(random.NextInt64(0, 400_000_000)),
            LastVisit = new DateOnly(2026, 11, 1).AddDays(-random.Next(0, 90)),
            Since = new DateOnly(2026, 10, 1).AddDays(-random.Next(0, 900)),
            Birth = new DateOnly(1990, 11, 10).AddDays(random.Next(0, 30)),
            Groups = random.Next(3) == 0 ? ["silver"] : [],
            Fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["city"] = "tehran" },
            Wallets = [new WalletFact("credit", random.Next(0, 900_000)), new WalletFact("points", random.Next(90))],
            Windows = [new WindowFact(random.Next(8), new Money(random.NextInt64(0, 90_000_000)))],
        };
    }

    public static Basket Basket(int seed)
    {
        var random = new Random(seed);
        string[] groups = ["cake", "coffee", "tea", "lunch", "juice"];
        string[] products = ["latte", "cookie", "tea", "soup", "orange"];
        return new Basket(
            [
                .. Enumerable
                    .Range(0, 5)
                    .Select(n =>
                    {
                        var (quantity, price) = (
                            Quantity.Whole(random.Next(1, 4)),
                            new Money(random.Next(30, 300) * 10_000)
                        );
                        return new BasketLine(
                            products[n],
                            groups[n],
                            quantity,
                            price,
                            quantity.Times(price),
                            LineKind.Goods
                        );
                    }),
            ],
            "main",
            Core.Sales.Channel.Store,
            ["card"],
            [],
            []
        )
        {
            Prices = new Dictionary<string, Money>(StringComparer.Ordinal)
            {
                ["cookie"] = new(250_000),
                ["latte"] = new(900_000),
            },
        };
    }

    private static int Leaves(Condition condition) => condition.Parts.Count == 0 ? 1 : condition.Parts.Sum(Leaves);

    private static Offer OfferOf(int number, string when, string give, string rest)
    {
        using var json = JsonDocument.Parse(
            $$"""{"title":{"fa":"پیشنهاد {{number}}"},"give":[{{give}}],"when":{{when}}{{rest}}}"""
        );
        return OfferDocument.Read(json.RootElement, "offer-" + number, number, Known).Value;
    }

    private static EarningRule Rule(string code, string document)
    {
        using var json = JsonDocument.Parse(document);
        return EarningRuleDocument.Read(json.RootElement, code, Known).Value;
    }

    private static string All(params string[] parts) => Said("all", $"[{string.Join(',', parts)}]");

    private static string Here(string part) => All(part, Branch("main"), Channel("store"));

    private static string Or(params string[] parts) => Said("any", $"[{string.Join(',', parts)}]");

    private static string Not(string part) => Said("not", part);

    private static string Total(int hundredThousands) =>
        Said("basketTotal", $$"""{"atLeast":{{hundredThousands}}000000}""");

    private static string Visits(int count) => Said("visits", $$"""{"atLeast":{{count}}}""");

    private static string Branch(string code) => Said("branch", $$"""{"in":["{{code}}"]}""");

    private static string Group(string code) => Said("group", $$"""{"in":["{{code}}"]}""");

    private static string Channel(string word) => Said("channel", $$"""{"in":["{{word}}"]}""");

    private static string Pays(string word) => Said("paymentMethod", $$"""{"in":["{{word}}"]}""");

    private static string Code(string word) => Said("code", $$"""{"in":["{{word}}"]}""");

    private static string MemberFor(int days) => Said("memberFor", $$"""{"atLeast":{{days}}}""");

    private static string Wallet(int points) => Said("wallet", $$"""{"unit":"points","atLeast":{{points}}}""");

    private static string Product(string sku, int pieces) =>
        Said("product", $$"""{"in":["{{sku}}"],"quantity":{{pieces}}}""");

    private static string OfGroup(string code, int pieces) =>
        Said("productGroup", $$"""{"in":["{{code}}"],"quantity":{{pieces}}}""");

    private static string Window(int visits, int days) =>
        Said("visits", $$$"""{"atLeast":{{{visits}}},"within":{"days":{{{days}}}}}""");

    private static string WindowSpent(int millions, int days) =>
        Said("spent", $$$"""{"atLeast":{{{millions}}}000000,"within":{"days":{{{days}}}}}""");

    private static string Off(int percent) => Said("discountPercent", $$"""{"percent":{{percent}}}""");

    private static string OffGroup(int percent, string group) =>
        Said("discountPercent", $$"""{"percent":{{percent}},"on":"productGroup","in":["{{group}}"]}""");

    private static string Amount(int money) => Said("discountAmount", $$"""{"amount":{{money}}}""");

    private static string Credit(int percent) => Said("creditPercent", $$"""{"percent":{{percent}},"unit":"credit"}""");

    private static string Points(int amount) => Said("points", $$"""{"unit":"points","amount":{{amount}}}""");

    private static string Times(int times) => Said("pointsMultiplier", $$"""{"unit":"points","times":{{times}}}""");

    private static string Free(string product) => Said("freeItem", $$"""{"product":"{{product}}","quantity":1}""");

    private static string Said(string word, string arguments) => $"{{\"{word}\":{arguments}}}";
}
