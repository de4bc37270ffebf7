using System.Globalization;

namespace Vafa.Travel;

/// <summary>What happened in one month of the club's calendar.</summary>
internal sealed class MonthTally(string name)
{
    public const string Heading = """
        | month | nights | sales | refunds | opened | converted | expired | warned | rose | fell | owed, rial |
        |---|---|---|---|---|---|---|---|---|---|---|
        """;

    public int Nights { get; set; }

    public int Steps { get; set; }

    public int Sales { get; set; }

    public int Refunds { get; set; }

    /// <summary>Amounts of all units together, as the steps counted them.</summary>
    public long Opened { get; set; }

    public long Converted { get; set; }

    public long Expired { get; set; }

    /// <summary>Messages.</summary>
    public long Warned { get; set; }

    public long Rose { get; set; }

    public long Fell { get; set; }

    /// <summary>What the club owed at the month's end, by the worth of its units.</summary>
    public long Owed { get; set; }

    public override string ToString() =>
        "| "
        + string.Join(
            " | ",
            new[] { Sales, Refunds, Opened, Converted, Expired, Warned, Rose, Fell, Owed }
                .Select(n => n.ToString("N0", CultureInfo.InvariantCulture))
                .Prepend(Nights.ToString(CultureInfo.InvariantCulture))
                .Prepend(name)
        )
        + " |";
}
