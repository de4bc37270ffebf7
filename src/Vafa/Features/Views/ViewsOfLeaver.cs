using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Data.Leaving;

namespace Vafa.Features.Views;

/// <summary>A view that looks for one person by his number or name has nobody left to find.</summary>
internal sealed class ViewsOfLeaver : IPersonalData
{
    public Task<Wiping> Find(AppDb db, Leaver who, CancellationToken ct) =>
        Task.FromResult<Wiping>(
            async (inside, _, token) =>
            {
                var views = await inside
                    .SavedViews.AsNoTracking()
                    .Select(v => new
                    {
                        v.Id,
                        v.Name,
                        v.Query,
                    })
                    .ToListAsync(token);
                var his = views
                    .Where(v => who.Marks.NameHim(v.Name) || who.Marks.NameHim(v.Query))
                    .Select(v => v.Id)
                    .ToList();
                await inside.SavedViews.Where(v => his.Contains(v.Id)).ExecuteDeleteAsync(token);
            }
        );
}
