using System.Collections.Immutable;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Features.Members;
using Vafa.Features.Messages;
using Vafa.Features.Staff;

namespace Vafa.Features.Demo;

/// <summary>
/// Lets people join and staff begin, many in one transaction; a use case each would take most of the demo's time.
/// </summary>
internal sealed class DemoEnrol(IServiceScopeFactory scopes, Func<DemoPerson, DateTimeOffset> joins)
{
    public async Task Hire(DateTimeOffset at, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var hired = DemoStaff.Cashiers.Select(user => (user, Roles.Cashier)).Append((DemoStaff.Manager, "manager"));
        foreach (var (name, role) in hired)
        {
            var user = UserName.Of(name);
            db.Staff.Add(
                new StaffMember
                {
                    Id = Guid.CreateVersion7(at),
                    User = user,
                    Role = role,
                    CreatedAt = at,
                }
            );
            AuditLog.Add(db, new Change("system", at, "staff.created", "staff/" + user) { After = new { role } });
        }

        await db.Write(_ => Task.FromResult(true), ct);
    }

    /// <param name="welcomeFrom">Who joined before has had his welcome long ago.</param>
    public async Task Join(IReadOnlyList<DemoPerson> people, DateTimeOffset welcomeFrom, CancellationToken ct)
    {
        if (people.Count == 0)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        foreach (var person in people)
        {
            Add(db, person, joins(person), welcomeFrom);
        }

        await db.Write(_ => Task.FromResult(true), ct);
    }

    /// <summary>The manager makes regulars of some months silver.</summary>
    public async Task MakeSilver(IReadOnlyList<DemoPerson> people, DateTimeOffset at, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        foreach (var person in people)
        {
            db.MemberGroups.Add(new MemberGroup { MemberId = person.Id, Code = DemoProgramme.Silver });
            AuditLog.Add(
                db,
                new Change("staff:" + DemoStaff.Manager, at, "member.patch", "member/" + person.Id)
                {
                    Before = new { groups = Array.Empty<string>() },
                    After = new { groups = ImmutableArray.Create(DemoProgramme.Silver) },
                }
            );
        }

        await db.Write(_ => Task.FromResult(true), ct);
    }

    private static void Add(AppDb db, DemoPerson person, DateTimeOffset at, DateTimeOffset welcomeFrom)
    {
        var member = new Member
        {
            Id = person.Id,
            Card = person.Card,
            Mobile = person.Mobile,
            FirstName = person.First,
            LastName = person.Last,
            Gender = person.Gender,
            BirthDate = person.Birth,
            ConsentSms = true,
            Since = at,
            SinceDay = person.Joined,
        };
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["drink"] = person.Drink,
            ["quarter"] = person.Quarter,
        };
        db.Members.Add(member);
        db.MemberKeys.AddRange(MemberKeys.Of(member));
        db.MemberFields.AddRange(
            fields.Select(f => new MemberField
            {
                MemberId = person.Id,
                Code = f.Key,
                Value = f.Value,
            })
        );
        if (at >= welcomeFrom)
        {
            Outbox.Add(db, person.Id, Outbox.Welcome, at, new { FirstName = person.First, member.Card });
        }

        var by = "staff:" + DemoStaff.Of(person.Branch, person.FirstSecond);
        AuditLog.Add(
            db,
            new Change(by, at, "member.enrol", "member/" + person.Id) { After = Profile.Of(member, [], fields) }
        );
    }
}
