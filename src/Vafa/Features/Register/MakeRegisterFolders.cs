using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Features.Programme.Branches;
using Vafa.Web;

namespace Vafa.Features.Register;

/// <summary>Makes the folder of receipts and that of each till; from then on they are read.</summary>
internal sealed class MakeRegisterFolders(
    AppDb db,
    RegisterFolders folders,
    ReadTills readTills,
    RegisterCall call,
    TimeProvider clock
)
{
    /// <summary>Refused: register.no-tills.</summary>
    public async Task<Outcome<IReadOnlyList<string>>> Run(Actor by, CancellationToken ct)
    {
        var tills = (await readTills.Run(ct)).Select(t => t.Code).ToList();
        if (tills.Count == 0)
        {
            return Refusal.Conflict("register.no-tills");
        }

        folders.Make(tills);
        AuditLog.Add(
            db,
            new Change(by.By, clock.GetUtcNow(), "register.folders", "register") { After = new { tills } }
        );
        await db.SaveChangesAsync(ct);
        call.Now();
        return tills.ConvertAll(folders.Of);
    }
}
