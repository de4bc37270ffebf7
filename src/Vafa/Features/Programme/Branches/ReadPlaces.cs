using Vafa.Core.Values;

namespace Vafa.Features.Programme.Branches;

/// <summary>Where a device may stand: a branch, at one of its tills where it has some.</summary>
internal sealed record Place(string Branch, string? Till, string Title);

/// <summary>
/// The places a cashier may say that his device stands at: of his own branch, or of all when he belongs to
/// none. A branch
/// that is not there any more counts as none.
/// </summary>
internal sealed class ReadPlaces(ReadTills readTills, ProgrammeStore programmes)
{
    public async Task<IReadOnlyList<Place>> Run(string? ownBranch, Wording words, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        var tills = (await readTills.Run(ct)).ToLookup(t => t.Branch, StringComparer.Ordinal);
        var branches =
            ownBranch is not null && club.Branches.Contains(ownBranch)
                ? [ownBranch]
                : club.Branches.Order(StringComparer.Ordinal).ToList();
        return [.. branches.SelectMany(code => Of(code, [.. tills[code]], branches.Count > 1, words))];
    }

    private static IEnumerable<Place> Of(string branch, List<KnownTill> tills, bool namesBranch, Wording words)
    {
        var name = words.Name(NameKind.Branch, branch);
        return tills.Count == 0
            ? [new Place(branch, null, name)]
            : tills.Select(t =>
            {
                var title = words.Title(t.Title);
                return new Place(
                    branch,
                    t.Code,
                    namesBranch ? words.Say($"{name}، {title}", $"{name}, {title}") : title
                );
            });
    }
}
