using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Home;

namespace Vafa.Features.Programme.Branches;

/// <summary>A till that was set up, with its code.</summary>
internal sealed record KnownTill(string Code, LocalText Title, string Branch)
{
    /// <summary>Skus of the goods that stand first at hand.</summary>
    public IReadOnlyList<string> Favourites { get; init; } = [];
}

/// <summary>A branch, its tills, and what it sold in the club's month so far.</summary>
internal sealed record BranchView(string Code, LocalText Title, IReadOnlyList<KnownTill> Tills, long SalesThisMonth)
{
    /// <summary>Whether a page's address means it; a slash comes as it was written there.</summary>
    public bool IsAt(string code) => Code == code || Code == Uri.UnescapeDataString(code);
}

/// <summary>The tills as they are in force now, in the order they were first made.</summary>
internal sealed class ReadTills(AppDb db)
{
    private const int Most = 2000;

    public async Task<IReadOnlyList<KnownTill>> Run(CancellationToken ct)
    {
        var rows = await db
            .ProgrammeDocuments.AsNoTracking()
            .Where(d => d.Kind == DocumentKind.Till.Name && d.UntilVersion == null)
            .OrderBy(d => d.Age)
            .Take(Most)
            .Select(d => new { d.Code, d.Body })
            .ToListAsync(ct);
        return rows.ConvertAll(row => Known(row.Code, row.Body));
    }

    /// <summary>One of them; null when there is none of this code.</summary>
    public async Task<KnownTill?> One(string code, CancellationToken ct)
    {
        var body = await db
            .ProgrammeDocuments.AsNoTracking()
            .Where(d => d.Kind == DocumentKind.Till.Name && d.Code == code && d.UntilVersion == null)
            .Select(d => d.Body)
            .FirstOrDefaultAsync(ct);
        return body is null ? null : Known(code, body);
    }

    private static KnownTill Known(string code, string body)
    {
        var till = TillDocument.Read(DocumentKind.Parse(body), _ => true).Value;
        return new KnownTill(code, till.Title, till.Branch) { Favourites = till.Favourites };
    }
}

/// <summary>The branches in the order they were first made; their sales come from roll-ups.</summary>
internal sealed class ReadBranches(
    AppDb db,
    ReadTills readTills,
    ReadRollUps rollUps,
    ProgrammeStore programmes,
    TimeProvider clock
)
{
    private const int Most = 2000;

    public async Task<IReadOnlyList<BranchView>> Run(CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        var codes = await db
            .ProgrammeDocuments.AsNoTracking()
            .Where(d => d.Kind == DocumentKind.Branch.Name && d.UntilVersion == null)
            .OrderBy(d => d.Age)
            .Take(Most)
            .Select(d => d.Code)
            .ToListAsync(ct);
        var tills = (await readTills.Run(ct)).ToLookup(t => t.Branch, StringComparer.Ordinal);
        var today = club.Time.DayOf(clock.GetUtcNow());
        var days = await rollUps.Days(FirstOfMonth(today, club.Time.Calendar), today, null, ct);
        var sales = days.ToLookup(d => d.Branch, d => d.Sales, StringComparer.Ordinal);
        return codes.ConvertAll(code => new BranchView(
            code,
            club.Titles.GetValueOrDefault((NameKind.Branch, code)) ?? new LocalText(code, null),
            [.. tills[code]],
            sales[code].Sum()
        ));
    }

    /// <summary>The first of b2, b3, … that no branch has: nobody need think of one.</summary>
    internal static string Free(string letter, IEnumerable<string> taken)
    {
        var known = taken.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(2, known.Count + 1).Select(n => $"{letter}{n}").First(code => !known.Contains(code));
    }

    private static DateOnly FirstOfMonth(DateOnly day, ClubCalendar calendar) =>
        day.AddDays(1 - (calendar == ClubCalendar.Jalali ? JalaliDate.FromGregorian(day).Day : day.Day));
}
