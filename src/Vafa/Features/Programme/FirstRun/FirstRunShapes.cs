using System.Text.Json.Serialization;
using Vafa.Core.Values;

namespace Vafa.Features.Programme.FirstRun;

/// <summary>The four steps: name, trade, money and calendar, offers to begin with.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FirstRunShape
{
    public required string Name { get; init; }

    /// <summary>Code of a trade.</summary>
    public required string Trade { get; init; }

    /// <summary>Codes of the trade's offers that are live at once; the others come as drafts.</summary>
    public IReadOnlyList<string>? Offers { get; init; }

    /// <summary>Only IRR: the trades' amounts are in rial.</summary>
    public string? Currency { get; init; }

    public bool? ShowToman { get; init; }

    public ClubCalendar? Calendar { get; init; }

    /// <summary>IANA id.</summary>
    public string? TimeZone { get; init; }

    public DayOfWeek? WeekStartsOn { get; init; }

    /// <summary>HH:mm.</summary>
    public string? DayStartsAt { get; init; }

    /// <summary>fa or en.</summary>
    public string? Language { get; init; }

    /// <summary>#rrggbb.</summary>
    public string? Colour { get; init; }
}

/// <summary>A first sale to be tried.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FirstSaleShape
{
    public required string Trade { get; init; }

    /// <summary>Rial.</summary>
    public required long Amount { get; init; }

    public IReadOnlyList<string>? Offers { get; init; }

    public bool? ShowToman { get; init; }
}
