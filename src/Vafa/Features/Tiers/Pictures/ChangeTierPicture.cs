using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Features.Programme;
using Vafa.Features.Programme.Logo;
using Vafa.Web;

namespace Vafa.Features.Tiers.Pictures;

/// <param name="Picture">Null takes it away.</param>
internal sealed record ChangeTierPictureRequest(string Ladder, string Tier, byte[]? Picture, Actor Actor);

/// <summary>
/// Gives a tier a picture or takes it away, and forgets those of tiers that are no more. Refused: ladder.unknown and
/// tier.unknown (404), tier-picture.kind, tier-picture.size.
/// </summary>
internal sealed class ChangeTierPicture(AppDb db, ProgrammeStore programmes, TimeProvider clock)
{
    public const string Name = "tier-picture";

    public async Task<Outcome<TierPictureTold>> Run(ChangeTierPictureRequest request, CancellationToken ct)
    {
        var ladders = (await programmes.Newest(ct)).Programme.Ladders;
        if (ladders.FirstOrDefault(l => PathCode.Means(request.Ladder, l.Code)) is not { } ladder)
        {
            return Refusal.NotFound("ladder.unknown", request.Ladder);
        }

        if (ladder.Tiers.FirstOrDefault(t => PathCode.Means(request.Tier, t.Code)) is not { } tier)
        {
            return Refusal.NotFound("tier.unknown", request.Tier);
        }

        request = request with { Ladder = ladder.Code, Tier = tier.Code };
        PictureFile? file = null;
        if (request.Picture is { } sent)
        {
            var read = PictureFile.Of(sent, Name);
            if (read.IsRefused)
            {
                return Outcome<TierPictureTold>.Refused(read.Refusals);
            }

            file = read.Value;
        }

        var there = ladders.SelectMany(l => l.Tiers.Select(t => (l.Code, t.Code))).ToHashSet();
        await db.Write(inside => Keep(request, tier.Title, file, there, inside), ct);
        return new TierPictureTold(request.Ladder, request.Tier, file?.Mark);
    }

    private async Task<bool> Keep(
        ChangeTierPictureRequest request,
        LocalText title,
        PictureFile? file,
        HashSet<(string Ladder, string Tier)> there,
        CancellationToken ct
    )
    {
        var marks = await db
            .TierPictures.Select(p => new
            {
                p.Ladder,
                p.Tier,
                p.Mark,
            })
            .ToListAsync(ct);
        foreach (var gone in marks.Where(m => !there.Contains((m.Ladder, m.Tier))))
        {
            await Of(gone.Ladder, gone.Tier).ExecuteDeleteAsync(ct);
        }

        var before = marks.Find(m => m.Ladder == request.Ladder && m.Tier == request.Tier)?.Mark;
        if (before == file?.Mark)
        {
            return true;
        }

        await Of(request.Ladder, request.Tier).ExecuteDeleteAsync(ct);
        if (file is not null)
        {
            db.TierPictures.Add(
                new TierPicture
                {
                    Ladder = request.Ladder,
                    Tier = request.Tier,
                    Mark = file.Mark,
                    Type = file.Head.Type,
                    Width = file.Head.Width,
                    Height = file.Head.Height,
                    Bytes = file.Bytes,
                }
            );
        }

        AuditLog.Add(
            db,
            new Change(request.Actor.By, clock.GetUtcNow(), "tier.picture", $"tier/{request.Tier}")
            {
                Before = State(title, before),
                After = State(title, file?.Mark),
            }
        );
        return true;
    }

    private IQueryable<TierPicture> Of(string ladder, string tier) =>
        db.TierPictures.Where(p => p.Ladder == ladder && p.Tier == tier);

    private static JsonElement State(LocalText title, string? picture) =>
        JsonSerializer.SerializeToElement(new { title, picture }, Answers.Json);
}

/// <summary>A tier with its picture.</summary>
/// <param name="Picture">The mark of its content; left out while it has none.</param>
internal sealed record TierPictureTold(string Ladder, string Tier, string? Picture);
