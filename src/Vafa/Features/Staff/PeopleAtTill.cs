using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Staff;

/// <summary>Somebody who may sign in, as a till needs to know him.</summary>
/// <param name="Branch">The branch he belongs to; null: to none in particular.</param>
internal sealed record TillPerson(Guid Id, string User, string? Name, string Role, string? Branch, bool HasPin);

/// <summary>Who works here, for the tills; nobody who is shut out.</summary>
internal sealed class PeopleAtTill(AppDb db)
{
    private const int Most = 500;

    public Task<TillPerson?> One(Guid id, CancellationToken ct) =>
        Shown(Open().Where(s => s.Id == id)).SingleOrDefaultAsync(ct);

    /// <summary>Those of a branch and of none, by name.</summary>
    public Task<List<TillPerson>> Of(string branch, CancellationToken ct) =>
        Shown(
                Open()
                    .Where(s => s.Branch == null || s.Branch == branch)
                    .OrderBy(s => s.Name ?? s.User)
                    .ThenBy(s => s.User)
                    .Take(Most)
            )
            .ToListAsync(ct);

    /// <summary>User names by id, also of those who are shut out.</summary>
    public Task<Dictionary<Guid, string>> Users(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        db.Staff.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.User, ct);

    /// <summary>Whoever is not shut out, for a query of a till to go on with.</summary>
    public IQueryable<StaffMember> Open() => db.Staff.AsNoTracking().Where(s => s.DisabledAt == null);

    private IQueryable<TillPerson> Shown(IQueryable<StaffMember> staff) =>
        staff.Select(s => new TillPerson(
            s.Id,
            s.User,
            s.Name,
            s.Role,
            s.Branch,
            db.StaffPins.Any(p => p.StaffId == s.Id)
        ));
}
