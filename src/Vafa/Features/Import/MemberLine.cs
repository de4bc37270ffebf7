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
);

/// <summary>Reads the rows of a members file.</summary>
internal sealed class MemberLines(CellReader cells, Mapping mapping, ClubVersion club, DateTimeOffset now)
{
    private const string WalletPrefix = "wallet:";

    /// <summary>"tier" is read and left alone until there are tiers.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        "mobile",
        "card",
        "firstName",
        "lastName",
        "birthDate",
        "gender",
        "email",
        "since",
        "group",
        "groups",
        "tier",
        WalletPrefix,
    ];

    private readonly string[] wallets =
    [
        .. mapping.Names.Where(n => n.StartsWith(WalletPrefix, StringComparison.OrdinalIgnoreCase)),
    ];

    public static string? UnknownUnit(Mapping mapping, ClubVersion club) =>
        mapping
            .Names.Where(n => n.StartsWith(WalletPrefix, StringComparison.OrdinalIgnoreCase))
            .Select(n => n[WalletPrefix.Length..])
            .FirstOrDefault(unit => club.Programme.UnitOf(unit) is null);

    public (MemberLine Line, string? Reason) Read(TableRow row, int columns)
    {
        cells.Row = row;
        if (row.IsBroken || row.Fields.Length > columns)
        {
            cells.Refuse<string>(row.IsBroken ? "a quote stands where none may" : "more cells than the header");
        }

        var (mobile, card) = (cells.Mobile("mobile"), cells.Text("card", 64));
        if (mobile is null && card is null)
        {
            cells.Refuse<string>("neither mobile nor card is there");
        }

        var since = cells.At("since");
        if (since > now)
        {
            cells.Refuse<string>("since lies in the future");
        }

        var line = new MemberLine(
            row,
            mobile,
            card,
            cells.Text("firstName", 100),
            cells.Text("lastName", 100),
            cells.Birth("birthDate", club.Time.DayOf(now)),
            cells.Text("gender", 20),
            Email(),
            since,
            Groups(),
            Openings()
        );
        return (line, cells.Reason);
    }

    private string? Email()
    {
        var email = cells.Text("email", 200);
        var at = email?.IndexOf('@', StringComparison.Ordinal) ?? 1;
        return at < 1 || email?.EndsWith('@') == true ? cells.Refuse<string>($"email \"{email}\" is none") : email;
    }

    private ImmutableArray<string> Groups()
    {
        char[] between = [',', ';', '|', '،'];
        const StringSplitOptions clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        var codes = $"{cells.Text("group")},{cells.Text("groups")}".Split(between, clean);
        var unknown = codes.FirstOrDefault(code => !club.MemberGroups.Contains(code));
        if (unknown is not null)
        {
            cells.Refuse<string>($"group \"{unknown}\" is not set up");
        }

        return [.. codes.Distinct(StringComparer.Ordinal)];
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
