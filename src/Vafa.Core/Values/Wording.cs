using System.Globalization;

namespace Vafa.Core.Values;

/// <summary>
/// How numbers and money are written for one reader: the one place where Persian digits, separators and the shown money
/// unit are decided. Nothing written here is ever parsed again.
/// </summary>
/// <param name="Persian">Persian words and digits; otherwise English.</param>
/// <param name="Toman">Money is kept in rial and shown in toman (÷ 10).</param>
public sealed record Wording(bool Persian, bool Toman, string Currency = "IRR")
{
    /// <summary>Finds the title of a thing by its code; without it codes are shown.</summary>
    public Func<NameKind, string, LocalText?>? Names { get; init; }

    /// <summary>
    /// Says of a unit whether one of it counts as one of money (credit does), so that its amounts are written as money.
    /// </summary>
    public Func<string, bool>? CountsAsMoney { get; init; }

    private static readonly NumberFormatInfo Plain = new() { NumberGroupSeparator = ",", NumberDecimalSeparator = "." };

    /// <summary>A whole number with separators: ۱٬۲۳۴ or 1,234.</summary>
    public string Number(long number) => Digits(number.ToString("#,0", Plain));

    /// <summary>Money with its unit's name: «۸۰٬۰۰۰ تومان».</summary>
    public string Money(Money money) => $"{MoneyDigits(money)} {MoneyUnit}";

    /// <summary>Money without its unit's name; a rial that is no whole toman shows as a decimal.</summary>
    public string MoneyDigits(Money money) =>
        Currency == "IRR" && Toman
            ? Digits(
                money.Minor % 10 == 0
                    ? (money.Minor / 10).ToString("#,0", Plain)
                    : (money.Minor / 10m).ToString("#,0.0", Plain)
            )
        : Currency == "IRR" ? Number(money.Minor)
        : Digits((money.Minor / 100m).ToString("#,0.00", Plain));

    /// <summary>Smallest money units in one that is shown: 10 for toman, 1 for rial, 100 for cents.</summary>
    public int MoneyScale =>
        Currency switch
        {
            "IRR" when Toman => 10,
            "IRR" => 1,
            _ => 100,
        };

    public string MoneyUnit =>
        Currency switch
        {
            "IRR" when Toman => Persian ? "تومان" : "toman",
            "IRR" => Persian ? "ریال" : "rial",
            _ => Currency,
        };

    /// <summary>«۷٪» or 7%.</summary>
    public string Percent(Percent percent)
    {
        var text = (percent.BasisPoints / 100m).ToString("0.##", Plain);
        return Persian ? Digits(text) + "٪" : text + "%";
    }

    /// <summary>«۱٫۵» kilograms and whole pieces alike.</summary>
    public string Quantity(Quantity quantity) => Digits((quantity.Thousandths / 1000m).ToString("#,0.###", Plain));

    /// <summary>The text with its digits and separators in the reader's script.</summary>
    public string Digits(string text)
    {
        if (!Persian)
        {
            return text;
        }

        return string.Create(
            text.Length,
            text,
            static (span, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                {
                    span[i] = source[i] switch
                    {
                        >= '0' and <= '9' => (char)('۰' + (source[i] - '0')),
                        ',' => '٬',
                        '.' => '٫',
                        var c => c,
                    };
                }
            }
        );
    }

    /// <summary>Picks the reader's language.</summary>
    public string Say(string fa, string en) => Persian ? fa : en;

    public string Title(LocalText title) => title.In(Persian);

    /// <summary>The title of a thing, or its code when it has none.</summary>
    public string Name(NameKind kind, string code) => Names?.Invoke(kind, code)?.In(Persian) ?? code;

    /// <summary>
    /// A name inside a sentence. One written in the other direction is set apart (U+2068 … U+2069, Unicode's
    /// isolates), else what follows it would be drawn on its wrong side: «خرید از Latte: ۷٪ تخفیف».
    /// </summary>
    public string Inside(string name) => IsForeign(name) ? $"\u2068{name}\u2069" : name;

    /// <summary>
    /// A name in quotation marks, which keep plain words of the other direction apart by themselves; digits and signs
    /// at their side would be drawn on the wrong one.
    /// </summary>
    public string Quoted(string name)
    {
        var inside = IsPlain(name) ? name : Inside(name);
        return Say($"«{inside}»", $"“{inside}”");
    }

    private bool IsPlain(string name)
    {
        foreach (var c in name)
        {
            if (c is not (' ' or '\u200c') && (!char.IsLetter(c) || Persian != (c is < '\u0590' or > '\u08ff')))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The title of a thing inside a sentence.</summary>
    public string NameInside(NameKind kind, string code) => Inside(Name(kind, code));

    private bool IsForeign(string name)
    {
        foreach (var c in name)
        {
            if (char.IsLetter(c))
            {
                return Persian == (c is < '\u0590' or > '\u08ff');
            }
        }

        return false;
    }

    /// <summary>A day: «۱ فروردین ۱۴۰۵», or 2026-03-21 in English.</summary>
    public string Day(DateOnly day)
    {
        if (!Persian)
        {
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        var jalali = JalaliDate.FromGregorian(day);
        return Digits($"{jalali.Day} {jalali.MonthName(persian: true)} {jalali.Year}");
    }

    /// <summary>An amount of a unit with its name: «۱۲ امتیاز»، «۵٬۰۰۰ تومان اعتبار».</summary>
    public string Amount(string unit, long amount) => $"{AmountDigits(unit, amount)} {NameInside(NameKind.Unit, unit)}";

    /// <summary>An amount of a unit without its name: «۱۲»، «۵٬۰۰۰ تومان».</summary>
    public string AmountDigits(string unit, long amount) =>
        CountsAsMoney?.Invoke(unit) == true ? Money(new Money(amount)) : Number(amount);
}

/// <summary>What a code is of, where its title is looked up.</summary>
public enum NameKind
{
    Unit,
    Group,
    ProductGroup,
    Product,
    Branch,
    Field,
    PaymentMethod,
    Offer,
    Brand,
    Channel,
    Code,
    Festival,
    EarningRule,

    /// <summary>A field that holds dates.</summary>
    DateField,

    /// <summary>A field that holds numbers.</summary>
    NumberField,

    Segment,

    /// <summary>A tier of a ladder.</summary>
    Tier,

    Ladder,

    /// <summary>A member by his id.</summary>
    Member,

    /// <summary>What members earn for something that is no sale.</summary>
    Engagement,

    Till,
}
