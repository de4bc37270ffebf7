using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Features.Staff;
using Vafa.Web;

namespace Vafa.Features.Views;

/// <summary>
/// The views of a list that somebody sees: his own first, then what others share. Refused: json.choice, key.scope.
/// </summary>
internal sealed class ReadViews(AppDb db)
{
    private const int MostShared = 200;

    public async Task<Outcome<IReadOnlyList<ViewShown>>> Run(string? list, Actor reader, CancellationToken ct)
    {
        if (ViewLists.ScopeOf(list) is not { } scope)
        {
            return new Refusal("json.choice", "/list", $"{ViewLists.Members}, {ViewLists.Purchases}");
        }

        if (!reader.MayRead(scope))
        {
            return new Refusal("key.scope", "", scope) { Kind = RefusalKind.Forbidden };
        }

        var rows = await db
            .SavedViews.AsNoTracking()
            .Where(v => v.List == list && (v.Shared || v.Owner == reader.By))
            .OrderBy(v => v.Owner == reader.By ? 0 : 1)
            .ThenBy(v => v.Name)
            .ThenBy(v => v.Id)
            .Take(SaveView.MostOfOne + MostShared)
            .ToListAsync(ct);
        return rows.ConvertAll(v => ViewShown.Of(v, reader));
    }
}

/// <summary>
/// Deletes a view: its author may, and an owner. To anybody else one that he does not see is not there. Refused:
/// view.unknown (404), view.not-yours (403).
/// </summary>
internal sealed class DeleteView(AppDb db, TimeProvider clock)
{
    public async Task<Outcome<ViewShown>> Run(Guid id, Actor actor, CancellationToken ct)
    {
        var view = await db.SavedViews.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, ct);
        var (mine, owns) = (view?.Owner == actor.By, actor.Role == Roles.Owner || actor.May(Scopes.All));
        if (view is null || (!mine && !owns && !(view.Shared && actor.MayRead(ViewLists.ScopeOf(view.List)!))))
        {
            return Refusal.NotFound("view.unknown");
        }

        if (!mine && !owns)
        {
            return new Refusal("view.not-yours") { Kind = RefusalKind.Forbidden };
        }

        await db.Write(
            async inside =>
            {
                AuditLog.Add(
                    db,
                    new Change(actor.By, clock.GetUtcNow(), "view.delete", "view/" + id) { Before = view }
                );
                return await db.SavedViews.Where(v => v.Id == id).ExecuteDeleteAsync(inside) == 1;
            },
            ct
        );
        return ViewShown.Of(view, actor);
    }
}
