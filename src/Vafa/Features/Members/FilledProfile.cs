using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Members;

/// <summary>Which parts of a profile are filled, by the names that an engagement of the profile asks for.</summary>
internal static class FilledProfile
{
    public static async Task<HashSet<string>> Read(AppDb db, Guid member, CancellationToken ct)
    {
        var filled = new HashSet<string>(StringComparer.Ordinal);
        if (await db.Members.AsNoTracking().FirstOrDefaultAsync(m => m.Id == member, ct) is not { } row)
        {
            return filled;
        }

        (string Part, bool Is)[] parts =
        [
            ("firstName", !string.IsNullOrEmpty(row.FirstName)),
            ("lastName", !string.IsNullOrEmpty(row.LastName)),
            ("birthDate", row.BirthDate is not null),
            ("gender", row.Gender is not null),
            ("email", !string.IsNullOrEmpty(row.Email)),
            ("sms", row.ConsentSms == true),
        ];
        filled.UnionWith(parts.Where(p => p.Is).Select(p => p.Part));
        filled.UnionWith(await db.MemberFields.Where(f => f.MemberId == member).Select(f => f.Code).ToListAsync(ct));
        return filled;
    }
}
