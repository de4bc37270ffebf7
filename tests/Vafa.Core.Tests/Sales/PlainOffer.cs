using System.Globalization;
using System.Text;

namespace Vafa.Core.Tests.Sales;

/// <summary>
/// An offer as the brute force knows it: numbers only, made from a random seed, and writable as a document.
/// </summary>
internal sealed class PlainOffer
{
    public required string Code { get; init; }

    public required string? Group { get; init; }

    public required int Priority { get; init; }

    public required string[] NotWith { get; init; }

    public required long? MaxValue { get; init; }

    public required List<PlainEffect> Effects { get; init; }

    public static PlainOffer Random(Random random, int number, bool capped = false)
    {
        var effects = new List<PlainEffect>();
        for (var i = random.Next(4) == 0 ? 2 : 1; i > 0; i--)
        {
            effects.Add(PlainEffect.Random(random));
        }

        return new PlainOffer
        {
            Code = "o" + number,
            Group = random.Next(3) switch
            {
                0 => null,
                _ => "g" + random.Next(4),
            },
            Priority = random.Next(5) == 0 ? random.Next(-1, 2) : 0,
            NotWith = random.Next(4) == 0 ? ["o" + random.Next(1, 14)] : [],
            MaxValue =
                capped ? random.Next(1, 3_000)
                : random.Next(5) == 0 ? random.Next(1, 40_000)
                : null,
            Effects = effects,
        };
    }

    public string Give => string.Join(",", Effects.Select(e => e.Json));

    public string Rest
    {
        get
        {
            var json = new StringBuilder();
            json.Append(CultureInfo.InvariantCulture, $"\"priority\": {Priority}, ");
            json.Append(Group is null ? "\"combine\": true, " : $"\"group\": \"{Group}\", ");
            json.Append(
                CultureInfo.InvariantCulture,
                $"\"notWith\": [{string.Join(",", NotWith.Select(n => $"\"{n}\""))}], "
            );
            json.Append(
                CultureInfo.InvariantCulture,
                $"\"limits\": {{\"maxValue\": {MaxValue?.ToString() ?? "null"}}}"
            );
            return json.ToString();
        }
    }

    public bool GoesWith(PlainOffer other) =>
        (Group is null || Group != other.Group) && !NotWith.Contains(other.Code) && !other.NotWith.Contains(Code);
}

/// <summary>One effect: what kind, how much, and of what.</summary>
internal sealed record PlainEffect(PlainKind Kind, int Amount, int? Max, string Of)
{
    public static PlainEffect Random(Random random)
    {
        var kind = (PlainKind)random.Next(10);
        var of = kind switch
        {
            PlainKind.PercentOffGroup => "c" + random.Next(3),
            PlainKind.FreeItem => "s" + random.Next(4),
            PlainKind.CreditPercent or PlainKind.Points or PlainKind.Gift => random.Next(3) switch
            {
                0 => "points",
                1 => "stamps",
                _ => "credit",
            },
            _ => "points",
        };
        var amount = kind switch
        {
            PlainKind.PercentOff or PlainKind.PercentOffGroup => random.Next(1, 5) * 1250,
            PlainKind.AmountOff => random.Next(1, 30_000),
            PlainKind.CreditPercent => random.Next(1, 4000),
            PlainKind.Points or PlainKind.Gift => random.Next(1, 30),
            PlainKind.Multiplier => random.Next(101, 400),
            PlainKind.FreeItem => random.Next(1, 4),
            PlainKind.Promise => random.Next(0, 5_000),
            _ => 0,
        };
        var max =
            kind is PlainKind.PercentOff or PlainKind.PercentOffGroup or PlainKind.CreditPercent && random.Next(3) == 0
                ? random.Next(1, 15_000)
                : (int?)null;
        return new PlainEffect(kind, amount, max, of);
    }

    public string Json
    {
        get
        {
            var max = Max is { } m ? $", \"max\": {m}" : "";
            var percent = (Amount / 100m).ToString(CultureInfo.InvariantCulture);
            return Kind switch
            {
                PlainKind.PercentOff => $"{{\"discountPercent\": {{\"percent\": {percent}{max}}}}}",
                PlainKind.PercentOffGroup =>
                    $"{{\"discountPercent\": {{\"percent\": {percent}, \"on\": \"productGroup\", "
                        + $"\"in\": [\"{Of}\"]{max}}}}}",
                PlainKind.AmountOff => $"{{\"discountAmount\": {{\"amount\": {Amount}}}}}",
                PlainKind.CreditPercent =>
                    $"{{\"creditPercent\": {{\"percent\": {percent}, \"unit\": \"{Of}\"{max}}}}}",
                PlainKind.Points => $"{{\"points\": {{\"unit\": \"{Of}\", \"amount\": {Amount}}}}}",
                PlainKind.Gift =>
                    $"{{\"gift\": {{\"unit\": \"{Of}\", \"amount\": {Amount}, \"expiresAfterDays\": 5}}}}",
                PlainKind.Multiplier => $"{{\"pointsMultiplier\": {{\"unit\": \"{Of}\", \"times\": {percent}}}}}",
                PlainKind.FreeItem => $"{{\"freeItem\": {{\"product\": \"{Of}\", \"quantity\": {Amount}}}}}",
                PlainKind.Promise => $"{{\"reward\": {{\"text\": {{\"fa\": \"x\"}}, \"worth\": {Amount}}}}}",
                _ => "{\"freeShipping\": {}}",
            };
        }
    }
}

internal enum PlainKind
{
    PercentOff,
    PercentOffGroup,
    AmountOff,
    CreditPercent,
    Points,
    Gift,
    Multiplier,
    FreeItem,
    FreeShipping,
    Promise,
}
