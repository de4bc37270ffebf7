using System.Collections.Immutable;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// One argument of a word, told once: the reader of documents, the form and the JSON schema all go by it.
/// </summary>
/// <param name="Name">Its name in the document.</param>
/// <param name="Label">What the form calls it.</param>
public sealed record Arg(string Name, ArgKind Kind, LocalText Label)
{
    public bool Optional { get; init; }

    /// <summary>
    /// Smallest value: of money and whole numbers as it stands, of percentages in basis points, of decimals scaled by
    /// <see cref="Decimals"/>.
    /// </summary>
    public long Min { get; init; }

    /// <summary>Largest value, in the same measure; of texts the longest.</summary>
    public long Max { get; init; }

    /// <summary>Decimal places of a decimal.</summary>
    public int Decimals { get; init; }

    /// <summary>What a new form begins with.</summary>
    public string? Start { get; init; }

    /// <summary>Of codes: what they are codes of.</summary>
    public NameKind? Of { get; init; }

    /// <summary>Of a choice: its words, the first being the usual one.</summary>
    public ImmutableArray<ArgChoice> Choices { get; init; } = [];

    /// <summary>Of a list of items: the arguments of each.</summary>
    public ImmutableArray<Arg> Each { get; init; } = [];

    /// <summary>It counts only while another argument has one of these words.</summary>
    public ArgOnly? Only { get; init; }

    public Arg If(string name, params ImmutableArray<string> words) => this with { Only = new ArgOnly(name, words) };

    /// <summary>One of a closed list of words; the first is meant when it is left out.</summary>
    public static Arg Choice(string name, string fa, string en, params ImmutableArray<ArgChoice> choices) =>
        new(name, ArgKind.Choice, new LocalText(fa, en)) { Choices = choices, Optional = true };

    public static Arg Whole(string name, string fa, string en, long min, long max) =>
        new(name, ArgKind.Whole, new LocalText(fa, en)) { Min = min, Max = max };

    public static Arg Money(string name, string fa, string en, long min = 0) =>
        new(name, ArgKind.Money, new LocalText(fa, en)) { Min = min, Max = Values.Money.Max.Minor };

    /// <summary>A percentage with at most two decimals; more than nothing.</summary>
    public static Arg Percent(int max = 100) =>
        new("percent", ArgKind.Percent, new LocalText("درصد", "Percentage")) { Min = 1, Max = max * 100L };

    /// <summary>How many pieces, with at most three decimals.</summary>
    public static Arg Quantity(string fa, string en) =>
        new("quantity", ArgKind.Decimal, new LocalText(fa, en))
        {
            Min = 1,
            Max = Values.Quantity.Max.Thousandths,
            Decimals = 3,
        };

    public static Arg Codes(string fa, string en, NameKind of, string name = "in") =>
        new(name, ArgKind.Codes, new LocalText(fa, en)) { Of = of };

    public static readonly Arg Unit = new("unit", ArgKind.Unit, new LocalText("واحد", "Unit"));

    /// <summary>An amount of the word's unit.</summary>
    public static Arg Amount(string name, string fa, string en) =>
        new(name, ArgKind.Amount, new LocalText(fa, en)) { Min = 1, Max = EarningBase.Most };

    /// <summary>The window behind now that a word of the past looks at.</summary>
    public static readonly Arg Within = new("within", ArgKind.Window, new LocalText("در چه مدتی", "Within"))
    {
        Optional = true,
        Min = 1,
        Max = 3660,
    };
}

/// <summary>One word of a choice.</summary>
public sealed record ArgChoice(string Word, string Fa, string En);

/// <summary>While <paramref name="Name"/> has one of these words.</summary>
public sealed record ArgOnly(string Name, ImmutableArray<string> Words);

/// <summary>What an argument holds.</summary>
public enum ArgKind
{
    /// <summary>A number from 0.01 to 100, say, with at most two decimals.</summary>
    Percent,

    /// <summary>A whole number of the smallest money unit.</summary>
    Money,

    Whole,

    Decimal,

    /// <summary>A whole number of the unit that the word names.</summary>
    Amount,

    /// <summary>The code of a unit.</summary>
    Unit,

    /// <summary>A list of 1 to 100 codes.</summary>
    Codes,

    /// <summary>One code.</summary>
    Code,

    /// <summary>{fa, en}, one of them enough.</summary>
    Text,

    /// <summary>One word of a closed list.</summary>
    Choice,

    /// <summary>Either "atLeast" or "moreThan" with a whole number, or with money where <c>Of</c> says so.</summary>
    Bound,

    /// <summary>The same, of money.</summary>
    MoneyBound,

    /// <summary>{"days": N} or a word of the calendar.</summary>
    Window,

    /// <summary>A day, in the Gregorian or the Jalali calendar.</summary>
    Date,

    /// <summary>True, said on purpose.</summary>
    Confirm,

    /// <summary>Text, a number, yes or no, or a list of them: values of a field.</summary>
    Values,

    /// <summary>A number or a day: an end of a range of a field.</summary>
    End,

    /// <summary>A list of goods with a quantity each.</summary>
    Items,
}
