using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Features.Programme.Branches;
using Vafa.Web;

namespace Vafa.Features.Register;

/// <summary>
/// Puts refused files back where they came from: after a clock was set or a branch was made they may be taken. What of
/// them was recorded is known and is not recorded twice.
/// </summary>
internal sealed class TakeAgain(
    AppDb db,
    RegisterFolders folders,
    ReadTills readTills,
    RegisterCall call,
    TimeProvider clock
)
{
    private const int Most = 1_000;

    /// <summary>Refused: register.unknown-till, register.file-gone.</summary>
    /// <param name="name">As the list calls it; null: all of them.</param>
    public async Task<Outcome<int>> Run(string till, string? name, Actor by, CancellationToken ct)
    {
        if ((await readTills.Run(ct)).FirstOrDefault(t => t.Code == till) is not { } known)
        {
            return Refusal.NotFound("register.unknown-till", till);
        }

        var folder = folders.Of(known.Code);
        // The name is looked for among those that are there; no path is made of what somebody sent.
        var files = RegisterFolders.IsFolder(folder)
            ? ReadToldFiles.NamesOfRefused(folder).Where(n => name is null || n == name).Take(Most).ToList()
            : [];
        if (files.Count == 0)
        {
            return Refusal.NotFound("register.file-gone");
        }

        var change = new Change(by.By, clock.GetUtcNow(), "register.again", "till/" + known.Code)
        {
            After = new { files = files.Count },
        };
        AuditLog.Add(db, change);
        await db.SaveChangesAsync(ct);
        var back = files.Count(file => Back(folder, file));
        call.Now();
        return back;
    }

    private static bool Back(string folder, string name)
    {
        var refused = Path.Combine(folder, RegisterFolders.Refused);
        if (PutAway.Move(Path.Combine(refused, name), folder, name) is null)
        {
            return false;
        }

        File.Delete(Path.Combine(refused, name + WhyText.OfRefused));
        return true;
    }
}
