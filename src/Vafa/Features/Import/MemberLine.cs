using System.Collections.Immutable;
using Vafa.Core.Values;
using Vafa.Features.Programme;

namespace Vafa.Features.Import;

/// <summary>One member as the file tells him.</summary>
internal sealed record MemberLine(
    TableRow Source,
    string? Mobile,
    string? Card,
    string? FirstName,
    string? LastName,
    DateOnly? Birth,
    string? Gender,
    string? Email,
    DateTimeOffset? Since,
    ImmutableArray<string> Groups,
    ImmutableArray<(string Unit, long Amount)> Openings
)
{
    /// <summary>Code of a tier of the club; it is given as by a person, until somebody ends it.</summary>
    public string? Tier { get; init; }
}

/// <summary>Reads the rows of a members file.</summary>
internal sealed class MemberLines(CellReader cells, Mapping mapping, ClubVersion club, DateTimeOffset now)
{
    private const string WalletPrefix = "wallet:";

    public static readonly IReadOnlyList<string> Fields =
    [
        "mobile",
        "card",
        "firstName",
        "lastName",
        "fullName",
        "birthDate",
        "gender",
        "email",
        "since",
        "group",
        "groups",
        "tier",
        WalletPrefix,
    ];

    private readonly Dictionary<string, string> titles = TitlesOf(club, NameKind.Group);
    private readonly Dictionary<string, string> tiers = TitlesOf(club, NameKind.Tier);

    private readonly string[] wallets =
    [
        .. mapping.Names.Where(n => n.StartsWith(WalletPrefix, StringComparison.OrdinalIgnoreCase)),
    ];

    public static string? UnknownUnit(Mapping mapping, ClubVersion club) =>
        mapping
            .Names.Where(n => n.StartsWith(WalletPrefix, StringComparison.OrdinalIgnoreCase))
            .Select(n => n[WalletPrefix.Length..])
            .FirstOrDefault(unit => club.Programme.UnitOf(unit) is null);

    public (MemberLine Line, RowReason? Reason) Read(TableRow row, int columns)
    {
        cells.Row = row;
        cells.Whole(columns);

        var (mobile, card) = (cells.Mobile("mobile"), cells.Card("card"));
        if (mobile is null && card is null)
        {
            cells.Refuse<string>("no-key");
        }

        var since = cells.At("since");
        if (since > now)
        {
            cells.Refuse<string>("future", "since");
        }

        var (first, last) = Split(cells.Text("fullName", 200));
        var line = new MemberLine(
            row,
            mobile,
            card,
            cells.Text("firstName", 100) ?? first,
            cells.Text("lastName", 100) ?? last,
            cells.Birth("birthDate", club.Time.DayOf(now)),
            cells.Text("gender", 20),
            Email(),
            since,
            Groups(),
            Openings()
        )
        {
            Tier = Tier(),
        };
        return (line, cells.Reason);
    }

    /// <summary>The first word is the first name, the rest the last name.</summary>
    private static (string? First, string? Last) Split(string? fullName) =>
        fullName?.IndexOf(' ', StringComparison.Ordinal) is { } space and > 0
            ? (fullName[..space], fullName[(space + 1)..])
            : (null, fullName);

    private string? Email()
    {
        var email = cells.Text("email", 200);
        var at = email?.IndexOf('@', StringComparison.Ordinal) ?? 1;
        return at < 1 || email?.EndsWith('@') == true ? cells.Refuse<string>("no-email", "email", email ?? "") : email;
    }

    private ImmutableArray<string> Groups()
    {
        char[] between = [',', ';', '|', '،'];
        const StringSplitOptions clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        var codes = $"{cells.Text("group")},{cells.Text("groups")}".Split(between, clean);
        var known = ImmutableArray.CreateBuilder<string>(codes.Length);
        foreach (var written in codes)
        {
            if (GroupOf(written) is not { } code)
            {
                cells.Refuse<string>("no-group", cells.Has("group") ? "group" : "groups", written);
            }
            else if (club.GroupRules.ContainsKey(code))
            {
                cells.Refuse<string>("group-by-rule", cells.Has("group") ? "group" : "groups", written);
            }
            else if (!known.Contains(code))
            {
                known.Add(code);
            }
        }

        return known.ToImmutable();
    }

    /// <summary>By its code, else by what people call it.</summary>
    private string? GroupOf(string written) =>
        club.MemberGroups.Contains(written) ? written : titles.GetValueOrDefault(PersianText.SearchKey(written));

    /// <summary>A club without ladders leaves the column alone.</summary>
    private string? Tier()
    {
        if (club.Programme.Ladders.IsEmpty || cells.Text("tier") is not { } written)
        {
            return null;
        }

        return club.Programme.TierOf(written)?.Code
            ?? tiers.GetValueOrDefault(PersianText.SearchKey(written))
            ?? cells.Refuse<string>("no-tier", "tier", written);
    }

    private static Dictionary<string, string> TitlesOf(ClubVersion club, NameKind of)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var ((kind, code), title) in club.Titles)
        {
            if (kind == of)
            {
                titles.TryAdd(PersianText.SearchKey(title.In(persian: true)), code);
                titles.TryAdd(PersianText.SearchKey(title.In(persian: false)), code);
            }
        }

        return titles;
    }

    private ImmutableArray<(string Unit, long Amount)> Openings()
    {
        var openings = ImmutableArray.CreateBuilder<(string, long)>(wallets.Length);
        foreach (var field in wallets)
        {
            if (cells.Units(field) is > 0 and { } amount)
            {
                openings.Add((field[WalletPrefix.Length..], amount));
            }
        }

        return openings.ToImmutable();
    }
}
