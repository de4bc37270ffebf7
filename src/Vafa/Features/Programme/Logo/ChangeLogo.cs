using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Web;

namespace Vafa.Features.Programme.Logo;

/// <param name="Picture">Null takes the logo away.</param>
internal sealed record ChangeLogoRequest(byte[]? Picture, Actor Actor);

/// <summary>
/// Gives the club a logo or takes it away: the picture and the settings that name it, in one transaction. Refused:
/// logo.kind for what is no PNG, JPEG or WebP, logo.size for one that is too small or too large to be shown.
/// </summary>
internal sealed class ChangeLogo(AppDb db, NextVersion next)
{
    public async Task<Outcome<StoredDocument>> Run(ChangeLogoRequest request, CancellationToken ct)
    {
        ClubLogo? logo = null;
        if (request.Picture is { } picture)
        {
            var file = PictureFile.Of(picture, "logo");
            if (file.IsRefused)
            {
                return Outcome<StoredDocument>.Refused(file.Refusals);
            }

            logo = new ClubLogo
            {
                Mark = file.Value.Mark,
                Type = file.Value.Head.Type,
                Bytes = picture,
            };
        }

        var change = new DocumentChange(
            DocumentKind.Club,
            PatchClub.Code,
            request.Actor,
            "club.logo",
            async (place, running, inside) =>
            {
                await Keep(logo, inside);
                var settings = JsonNode.Parse(running!)!.AsObject();
                settings["logo"] = logo?.Mark;
                return DocumentKind.Club.Check(JsonSerializer.SerializeToElement(settings), place);
            }
        );
        return await next.Write(change, ct);
    }

    /// <summary>Is written with the version that names it: both are of one transaction.</summary>
    private async Task Keep(ClubLogo? logo, CancellationToken ct)
    {
        var kept = await db.ClubLogos.ToListAsync(ct);
        db.ClubLogos.RemoveRange(kept.Where(l => l.Mark != logo?.Mark));
        if (logo is not null && kept.TrueForAll(l => l.Mark != logo.Mark))
        {
            db.ClubLogos.Add(logo);
        }
    }
}

/// <summary>The logo's picture; null while there is none.</summary>
internal sealed class ReadLogo(AppDb db)
{
    public Task<ClubLogo?> Run(CancellationToken ct) => db.ClubLogos.AsNoTracking().FirstOrDefaultAsync(ct);
}
