using Vafa.Core.Values;
using Vafa.Features.Programme;

namespace Vafa.Features.Staff;

/// <summary>The club's branches as a form offers them.</summary>
internal static class StaffBranches
{
    public static IReadOnlyList<(string Value, string Title)> Of(ClubVersion club, Wording words) =>
        [
            .. club
                .Branches.Select(code => (Value: code, Title: words.Name(NameKind.Branch, code)))
                .OrderBy(b => b.Title, StringComparer.Ordinal),
        ];
}
