using Microsoft.AspNetCore.WebUtilities;
using Vafa.Core.Values;
using Vafa.Features.Programme;

namespace Vafa.Features.Members.Filter;

/// <summary>A filter of members as a document keeps it: what stands behind "?" in the address of their list.</summary>
internal static class FilterText
{
    public const string Field = "filter";
    private const int Longest = 2_000;

    /// <summary>
    /// Reads /filter. Refused there: what the filter of members refuses; filter.unknown for a word that is none of it.
    /// </summary>
    /// <param name="club">Whose groups, units and fields it may name.</param>
    /// <returns>Null after a refusal.</returns>
    public static MemberFilter? Read(DocumentReader fields, ClubVersion club)
    {
        if (fields.Text(Field, Longest, required: true) is not { } query)
        {
            return null;
        }

        var asked = QueryHelpers.ParseQuery(query);
        var read = MemberFilter.Read(asked, club);
        foreach (var refusal in read.Refusals)
        {
            fields.Refuse(refusal.Code, Field, [.. refusal.Args]);
        }

        if (asked.Keys.FirstOrDefault(k => !MemberFilter.Knows(k)) is { } unknown)
        {
            fields.Refuse("filter.unknown", Field, unknown);
            return null;
        }

        return read.IsRefused ? null : read.Value;
    }
}
