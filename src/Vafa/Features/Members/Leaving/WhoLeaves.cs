using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Data.Leaving;
using Vafa.Web;

namespace Vafa.Features.Members.Leaving;

/// <summary>Who is to leave, with every id merged into his, and by what he would be known in a text.</summary>
internal static class WhoLeaves
{
    /// <summary>A shorter value of a field, or a number of fewer digits, tells nobody who it was.</summary>
    private const int ShortestPhrase = 6;

    private const int ShortestWord = 2;
    private const int NationalDigits = 10;

    public static async Task<Leaver> Read(AppDb db, Guid id, Actor by, CancellationToken ct)
    {
        var ids = new List<Guid> { id };
        for (var newest = ids; newest.Count > 0; ids.AddRange(newest))
        {
            newest = await db
                .Members.IgnoreQueryFilters()
                .Where(m => m.MergedInto != null && newest.Contains(m.MergedInto.Value) && !ids.Contains(m.Id))
                .Select(m => m.Id)
                .ToListAsync(ct);
        }

        var rows = await db.Members.IgnoreQueryFilters().AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(ct);
        var fields = await db.MemberFields.Where(f => ids.Contains(f.MemberId)).Select(f => f.Value).ToListAsync(ct);
        return new Leaver(ids, MarksOf(rows, fields), by.By);
    }

    private static PersonalMarks MarksOf(List<Member> rows, List<string> fields)
    {
        var mobiles = rows.Select(m => m.Mobile).OfType<string>().Select(m => m[^NationalDigits..]);
        return new PersonalMarks(
            [.. mobiles.Concat(rows.Select(m => m.Card).Where(c => c.Length >= ShortestPhrase)).Distinct()],
            rows.SelectMany(m => MemberKeys.Words($"{m.FirstName} {m.LastName}"))
                .Where(w => w.Length >= ShortestWord)
                .ToHashSet(StringComparer.Ordinal),
            [
                .. rows.Select(m => m.Email)
                    .OfType<string>()
                    .Concat(fields)
                    .Select(PersianText.SearchKey)
                    .Where(p => p.Length >= ShortestPhrase)
                    .Distinct(),
            ]
        );
    }
}
