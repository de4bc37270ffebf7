using Microsoft.AspNetCore.WebUtilities;
using Vafa.Core.Values;
using Vafa.Features.Members.Filter;
using Vafa.Features.Programme;

namespace Vafa.Features.Members.Listing;

/// <summary>
/// The filter of a page that edits one: what its address says, once something was changed; until then what is saved.
/// </summary>
/// <param name="Asked">For the form, also where the filter could not read it.</param>
/// <param name="Refused">What of the address is no filter.</param>
public sealed record EditedFilter(IQueryCollection Asked, MemberFilter Filter, IReadOnlyList<Refusal> Refused)
{
    /// <summary>In an address whose filter counts in place of the saved one.</summary>
    public const string Changed = "changed";

    public static readonly EditedFilter None = new(QueryCollection.Empty, MemberFilter.Everybody, []);

    /// <param name="saved">Null: nothing is.</param>
    public static EditedFilter Read(IQueryCollection query, MemberFilter? saved, ClubVersion club)
    {
        var asked =
            query.ContainsKey(Changed) || saved is null
                ? query
                : new QueryCollection(QueryHelpers.ParseQuery(saved.Query));
        var read = MemberFilter.Read(asked, club);
        return read.IsRefused
            ? new EditedFilter(asked, MemberFilter.Everybody, read.Refusals)
            : new EditedFilter(asked, read.Value, []);
    }
}
