using Microsoft.EntityFrameworkCore;
using Vafa.Core.Offers;
using Vafa.Data;
using Vafa.Web;

namespace Vafa.Features.Programme;

/// <summary>
/// What a new club has: its settings, the units points (worth 500, not spendable) and credit (worth 1, pays 1) and the
/// branch main. No rule and no offer.
/// </summary>
public sealed class FirstProgramme(AppDb db, TimeProvider clock)
{
    private static readonly (DocumentKind Kind, string Code, int Age, string Body)[] Documents =
    [
        (DocumentKind.Club, PatchClub.Code, 1, "{}"),
        (DocumentKind.Unit, "points", 1, """{"title":{"fa":"امتیاز","en":"Points"},"worth":500,"maySpend":false}"""),
        (
            DocumentKind.Unit,
            "credit",
            2,
            """{"title":{"fa":"اعتبار","en":"Credit"},"worth":1,"maySpend":true,"spendValue":1}"""
        ),
        (DocumentKind.Branch, "main", 1, """{"title":{"fa":"شعبهٔ اصلی","en":"Main branch"}}"""),
    ];

    /// <summary>Gives an empty club its first version; does nothing when there is one.</summary>
    public async Task Run(CancellationToken ct)
    {
        if (await db.ProgrammeVersions.AnyAsync(ct))
        {
            return;
        }

        try
        {
            await db.Write(_ => Task.FromResult(Add()), ct);
        }
        catch (Exception failure) when (db.IsTaken(failure))
        {
            // Another node started at the same time and was first.
            db.ChangeTracker.Clear();
        }
    }

    private bool Add()
    {
        db.ProgrammeVersions.Add(
            new ProgrammeVersion
            {
                Version = 1,
                At = clock.GetUtcNow(),
                By = Actor.System.By,
            }
        );
        var known = KnownThings.Of([], [], [], []);
        foreach (var (kind, code, age, body) in Documents)
        {
            var place = new DocumentPlace(code, age, known, null);
            db.ProgrammeDocuments.Add(
                new ProgrammeDocument
                {
                    Kind = kind.Name,
                    Code = code,
                    Version = 1,
                    Age = age,
                    Body = kind.Check(DocumentKind.Parse(body), place).Value.Body,
                }
            );
        }

        return true;
    }
}
