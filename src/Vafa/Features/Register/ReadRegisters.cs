using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Features.Programme.Branches;
using Vafa.Features.Purchases;

namespace Vafa.Features.Register;

/// <summary>
/// What the page of registers shows; the folders themselves are the truth, there is no table beside them.
/// </summary>
internal sealed class ReadRegisters(
    ReadTills readTills,
    RegisterFolders folders,
    SalesOfTills salesOfTills,
    ProgrammeStore programmes,
    TimeProvider clock
)
{
    private const int MostStrangers = 20;

    public async Task<RegistersView> Run(Wording words, CancellationToken ct)
    {
        var tills = await readTills.Run(ct);
        var sales = folders.Exist ? await Today(ct) : [];
        return new RegistersView(
            folders.Exist,
            folders.Root,
            [.. tills.Select(till => Of(till, sales.GetValueOrDefault(till.Code), words.Persian))],
            Strangers(tills)
        );
    }

    /// <summary>What lies beside the tills’ folders: nobody reads it, and its receipts would be missed.</summary>
    public IReadOnlyList<string> Strangers(IReadOnlyList<KnownTill> tills)
    {
        if (!folders.Exist)
        {
            return [];
        }

        var known = tills.Select(t => FolderName.Of(t.Code)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Dropped
                .In(folders.Root)
                .Where(f => f.Kind != DropKind.Folder || !known.Contains(f.Name))
                .Select(f => f.Name)
                .Order(StringComparer.Ordinal)
                .Take(MostStrangers),
        ];
    }

    private async Task<Dictionary<string, long>> Today(CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        var today = club.Time.DayOf(clock.GetUtcNow());
        return await salesOfTills.Run(club.Time.StartOf(today), club.Time.StartOf(today.AddDays(1)), ct);
    }

    private RegisterView Of(KnownTill till, long today, bool persian)
    {
        var folder = folders.Of(till.Code);
        var isMade = folders.Exist && RegisterFolders.IsFolder(folder);
        var waiting = isMade ? Waiting(folder) : [];
        var (lastAt, notes) = isMade ? ReadToldFiles.Done(folder, persian) : (null, []);
        var (count, refused) = isMade ? ReadToldFiles.Refused(folder, persian) : (0, []);
        return new RegisterView(
            till.Code,
            till.Title,
            till.Branch,
            folder,
            isMade,
            waiting.Count,
            waiting.Count == 0 ? null : waiting.Min(f => f.Written),
            today,
            lastAt,
            count,
            refused,
            notes
        );
    }

    private static List<Dropped> Waiting(string folder) =>
        [.. Dropped.In(folder).Where(f => f is { Kind: DropKind.File, Length: > 0 }).Take(ReadToldFiles.MostCounted)];
}
