using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;

namespace Vafa.Features.Members;

/// <param name="Most">How many of them by name.</param>
public sealed record BirthdaysRequest(ClubTime Time, DateOnly First, int Days, int Most);

/// <summary>How many members keep their birthday on a day.</summary>
public sealed record BirthdayDay(DateOnly Day, int Members);

/// <summary>A member and the day his birthday is kept on.</summary>
public sealed record BirthdayOf(Guid Id, string? FirstName, string? LastName, DateOnly Day);

public sealed record ComingBirthdays(IReadOnlyList<BirthdayDay> Days, IReadOnlyList<BirthdayOf> First);

/// <summary>Who has his birthday in the next days: a range of the index of keys for each day.</summary>
public sealed class ReadBirthdays(AppDb db)
{
    public async Task<ComingBirthdays> Run(BirthdaysRequest request, CancellationToken ct)
    {
        var days = new List<BirthdayDay>(request.Days);
        var first = new List<(Guid Id, DateOnly Day)>(request.Most);
        foreach (var (day, range) in Birthdays.Of(request.Time, request.First, request.Days))
        {
            var keys = Within(db, range);
            var members = await keys.CountAsync(ct);
            days.Add(new BirthdayDay(day, members));
            if (members > 0 && first.Count < request.Most)
            {
                var ids = keys.OrderBy(k => k.Value).Take(request.Most - first.Count).Select(k => k.MemberId);
                first.AddRange((await ids.ToListAsync(ct)).Select(id => (id, day)));
            }
        }

        return new ComingBirthdays(days, await Named(first, ct));
    }

    internal static IQueryable<MemberKey> Within(AppDb db, KeyRange range) =>
        db
            .MemberKeys.AsNoTracking()
            .Where(k =>
                k.Kind == range.Kind
                && string.Compare(k.Value, range.From) >= 0
                && string.Compare(k.Value, range.Until) < 0
            );

    private async Task<List<BirthdayOf>> Named(List<(Guid Id, DateOnly Day)> first, CancellationToken ct)
    {
        var ids = first.ConvertAll(f => f.Id);
        var names = await db
            .Members.AsNoTracking()
            .Where(m => ids.Contains(m.Id))
            .Select(m => new
            {
                m.Id,
                m.FirstName,
                m.LastName,
            })
            .ToDictionaryAsync(m => m.Id, ct);
        return
        [
            .. first
                .Where(f => names.ContainsKey(f.Id))
                .Select(f => new BirthdayOf(f.Id, names[f.Id].FirstName, names[f.Id].LastName, f.Day)),
        ];
    }
}
