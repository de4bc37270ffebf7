using System.Globalization;

namespace Vafa.Features.Ledger;

/// <summary>Where a page stopped: after the unit of a posting whose entries end at <paramref name="No"/>.</summary>
public sealed record StatementPlace(long No, string Unit);

/// <summary>
/// Where a page stopped in the entries of each id of a member, his own first; null: before the first of them.
/// </summary>
public sealed record StatementFrom(IReadOnlyList<StatementPlace?> Places)
{
    private const char Between = ',';

    /// <summary>An id that has come to the member since has been shown nothing of.</summary>
    public StatementPlace? Of(int id) => id < Places.Count ? Places[id] : null;

    /// <summary>As two parts of a cursor: the numbers and the units.</summary>
    public string[] Parts =>
        [
            string.Join(Between, Places.Select(p => p?.No.ToString(CultureInfo.InvariantCulture) ?? "")),
            string.Join(Between, Places.Select(p => p?.Unit ?? "")),
        ];

    public static StatementFrom? Read(string numbers, string units)
    {
        var (nos, codes) = (numbers.Split(Between), units.Split(Between));
        if (nos.Length != codes.Length)
        {
            return null;
        }

        var places = new StatementPlace?[nos.Length];
        for (var i = 0; i < nos.Length; i++)
        {
            if (long.TryParse(nos[i], NumberStyles.None, CultureInfo.InvariantCulture, out var no))
            {
                places[i] = new StatementPlace(no, codes[i]);
            }
            else if (nos[i].Length > 0 || nos.Length == 1)
            {
                return null;
            }
        }

        return new StatementFrom(places);
    }
}
