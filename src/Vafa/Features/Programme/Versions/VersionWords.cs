using Vafa.Core.Values;
using Vafa.Ui;
using Vafa.Web;

namespace Vafa.Features.Programme.Versions;

/// <summary>What a version is called, and where its documents have pages of their own.</summary>
internal static class VersionWords
{
    /// <summary>«نسخهٔ ۱۲».</summary>
    public static string Name(long version, Wording words) =>
        words.Say($"نسخهٔ {words.Number(version)}", $"Version {words.Number(version)}");

    /// <summary>As a line begins.</summary>
    public static string First(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Where the thing is as it stands today; null for whoever may not see it.</summary>
    public static string? PageOf(DocumentTold document, Reader reader)
    {
        var code = Uri.EscapeDataString(document.Code);
        var (scope, page) = document.Kind switch
        {
            "offer" => (Scopes.Offers, "/offers/" + code),
            "earning-rule" => (Scopes.Offers, "/settings/rules/" + code),
            "unit" => (Scopes.Offers, "/settings/units/" + code),
            "plan" => (Scopes.Reports, "/reports/liability"),
            "engagement" => (Scopes.Offers, "/settings/engagements/" + code),
            "festival" => (Scopes.Offers, "/settings/festivals/" + code),
            "club" => (Scopes.Club, "/settings/club"),
            "ladder" => (Scopes.Offers, "/settings/ladders/" + code),
            "rulebook" => (Scopes.Club, "/settings/rulebook"),
            "branch" => (Scopes.Club, "/settings/branches/" + code),
            "till" => (Scopes.Club, "/settings/branches"),
            "group" => (Scopes.Club, "/settings/groups/" + code),
            "segment" => (Scopes.Club, "/settings/segments/" + code),
            "field" => (Scopes.Club, "/settings/fields/" + code),
            _ => ("", null),
        };
        return page is not null && reader.May(scope) ? page : null;
    }
}
