using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Features.Members.Filter;
using Vafa.Features.Members.Listing;
using Vafa.Features.Programme;
using Vafa.Features.Purchases;
using Vafa.Web;

namespace Vafa.Features.Views;

/// <summary>A saved view as its readers see it.</summary>
/// <param name="List">members or purchases.</param>
/// <param name="Query">The address behind "?".</param>
/// <param name="Mine">The caller made it.</param>
public sealed record ViewShown(
    Guid Id,
    string List,
    string Name,
    string Query,
    bool Shared,
    string Owner,
    bool Mine,
    DateTimeOffset CreatedAt
)
{
    internal static ViewShown Of(SavedView view, Actor reader) =>
        new(
            view.Id,
            view.List,
            view.Name,
            view.Query,
            view.Shared,
            view.Owner,
            view.Owner == reader.By,
            view.CreatedAt
        );
}

/// <summary>The lists that views may be of, with the scope that reads them.</summary>
internal static class ViewLists
{
    public const string Members = "members";
    public const string Purchases = "purchases";

    public static string? ScopeOf(string? list) =>
        list switch
        {
            Members => Scopes.Members,
            Purchases => Scopes.Purchases,
            _ => null,
        };
}

public sealed record SaveViewRequest(string? List, string? Name, string? Query, bool Shared, Actor Actor);

/// <summary>
/// Keeps a list's address under a name. Refused: json.choice, json.required, view.too-many, view.query, key.scope, and
/// what the list's own filter refuses, at /query.
/// </summary>
internal sealed class SaveView(AppDb db, ProgrammeStore programmes, TimeProvider clock)
{
    public const int LongestName = 60;
    public const int LongestQuery = 2_000;
    public const int MostOfOne = 50;

    /// <summary>What an address says beside the filter and must not be kept: a place in the list.</summary>
    private static readonly string[] Passing = ["cursor", "limit", "lang"];

    public async Task<Outcome<ViewShown>> Run(SaveViewRequest request, CancellationToken ct)
    {
        if (ViewLists.ScopeOf(request.List) is not { } scope)
        {
            return new Refusal("json.choice", "/list", $"{ViewLists.Members}, {ViewLists.Purchases}");
        }

        if (!request.Actor.MayRead(scope))
        {
            return new Refusal("key.scope", "", scope) { Kind = RefusalKind.Forbidden };
        }

        var query = await Checked(request.List!, request.Query ?? "", ct);
        if (query.IsRefused)
        {
            return Outcome<ViewShown>.Refused(query.Refusals);
        }

        var owner = request.Actor.By;
        if (await db.SavedViews.CountAsync(v => v.List == request.List && v.Owner == owner, ct) >= MostOfOne)
        {
            return Refusal.Conflict("view.too-many", "", MostOfOne);
        }

        var now = clock.GetUtcNow();
        var view = new SavedView
        {
            Id = Guid.CreateVersion7(now),
            List = request.List!,
            Name = PersianText.Normalise(request.Name!),
            Query = query.Value,
            Shared = request.Shared,
            Owner = owner,
            CreatedAt = now,
        };
        await db.Write(
            _ =>
            {
                db.SavedViews.Add(view);
                AuditLog.Add(db, new Change(owner, now, "view.save", "view/" + view.Id) { After = view });
                return Task.FromResult(true);
            },
            ct
        );
        return ViewShown.Of(view, request.Actor);
    }

    /// <summary>The address without what passes; an unknown word or a bad value is refused.</summary>
    private async Task<Outcome<string>> Checked(string list, string query, CancellationToken ct)
    {
        var asked = QueryHelpers
            .ParseQuery(query)
            .Where(p => !Passing.Contains(p.Key, StringComparer.Ordinal) && p.Value.Any(v => !string.IsNullOrEmpty(v)))
            .ToList();
        var refusals = new List<Refusal>();
        if (list == ViewLists.Members)
        {
            refusals.AddRange(MemberFilter.Read(asked, await programmes.Newest(ct)).Refusals);
        }
        else
        {
            refusals.AddRange(PurchaseFilter.Read(new QueryCollection(asked.ToDictionary())).Refusals);
        }

        var unknown = asked.Find(p => !Knows(list, p.Key, p.Value.ToString()));
        if (unknown.Key is { } word)
        {
            refusals.Add(new Refusal("view.query", "/query", word));
        }

        return refusals.Count > 0
            ? refusals.ConvertAll(r => r with { Pointer = "/query" })
            : string.Join(
                '&',
                asked.SelectMany(p =>
                    p.Value.Select(v => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(v ?? "")}")
                )
            );
    }

    private static bool Knows(string list, string name, string value) =>
        list == ViewLists.Members
            ? MemberFilter.Knows(name)
                || name == MemberListAddress.Shown
                || (name == MemberListAddress.Sort && MemberOrder.Of(value) is not null)
            : PurchaseFilter.Words.Contains(name, StringComparer.Ordinal);
}
