namespace Vafa.Core.Tests.Sales;

/// <summary>Effects of offers as short words, as an owner would write them.</summary>
internal static class Gives
{
    public static string Off(string percent, string more = "") =>
        $$$"""{"discountPercent": {"percent": {{{percent}}}{{{more}}}}}""";

    public static string OffGroup(string percent, string group) =>
        Off(percent, $", \"on\": \"productGroup\", \"in\": [\"{group}\"]");

    public static string Amount(long money) => $$$"""{"discountAmount": {"amount": {{{money}}}}}""";

    public static string Credit(string percent, string more = "") =>
        $$$"""{"creditPercent": {"percent": {{{percent}}}, "unit": "credit"{{{more}}}}}""";

    public static string Points(long amount, string unit = "points") =>
        $$$"""{"points": {"unit": "{{{unit}}}", "amount": {{{amount}}}}}""";

    public static string Times(string times) => $$$"""{"pointsMultiplier": {"unit": "points", "times": {{{times}}}}}""";

    public static string Free(string product, string quantity = "1") =>
        $$$"""{"freeItem": {"product": "{{{product}}}", "quantity": {{{quantity}}}}}""";

    public const string Shipping = """{"freeShipping": {}}""";
}
