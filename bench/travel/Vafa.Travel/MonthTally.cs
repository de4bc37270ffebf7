using System.Globalization;

namespace Vafa.Travel;

/// <summary>What happened in one month of the club's calendar.</summary>
internal sealed class MonthTally(string name)
{
    private static readonly string[] Columns =
    [
        "month",
        "nights",
        "sales",
        "refunds",
        "merged",
        "parted",
        "left",
        "opened",
        "converted",
        "expired",
        "warned",
        "rose",
        "fell",
        "came",
        "went",
        "owed, rial",
    ];

    public static string Heading =>
        Line(Columns) + Environment.NewLine + "|" + string.Concat(Columns.Select(_ => "---|"));

    public int Nights { get; set; }

    public int Steps { get; set; }

    public int Sales { get; set; }

    public int Refunds { get; set; }

    /// <summary>Members who were merged into others, of whom some were parted from them again.</summary>
    public int Merged { get; set; }

    public int Parted { get; set; }

    public int Left { get; set; }

    /// <summary>Amounts of all units together, as the steps counted them.</summary>
    public long Opened { get; set; }

    public long Converted { get; set; }

    public long Expired { get; set; }

    /// <summary>Messages.</summary>
    public long Warned { get; set; }

    public long Rose { get; set; }

    public long Fell { get; set; }

    /// <summary>Into groups by rule and out of them.</summary>
    public long Came { get; set; }

    public long Went { get; set; }

    /// <summary>What the club owed at the month's end, by the worth of its units.</summary>
    public long Owed { get; set; }

    public override string ToString() =>
        Line(
            new[]
            {
                Sales,
                Refunds,
                Merged,
                Parted,
                Left,
                Opened,
                Converted,
                Expired,
                Warned,
                Rose,
                Fell,
                Came,
                Went,
                Owed,
            }
                .Select(n => n.ToString("N0", CultureInfo.InvariantCulture))
                .Prepend(Nights.ToString(CultureInfo.InvariantCulture))
                .Prepend(name)
        );

    private static string Line(IEnumerable<string> cells) => "| " + string.Join(" | ", cells) + " |";
}
