namespace Vafa.Core.Values;

/// <summary>The words of periods in documents.</summary>
public static class PeriodWords
{
    public static readonly (string Word, Period Value)[] All =
    [
        ("ever", Period.Ever),
        ("day", Period.Day),
        ("week", Period.Week),
        ("month", Period.Month),
        ("year", Period.Year),
    ];

    public static string Of(Period period) => All[(int)period].Word;
}
