using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Tiers.Pictures;

/// <summary>Where a picture is and how large it is drawn.</summary>
public sealed record TierPictureAt(string Mark, int Width, int Height)
{
    public string Path => TierPicturesApi.Address + "/" + Mark;
}

/// <summary>The pictures of tiers, without their bytes where nobody asked for them.</summary>
internal sealed class ReadTierPictures(AppDb db)
{
    /// <summary>Of each tier of a ladder that has one.</summary>
    public Task<Dictionary<string, TierPictureAt>> Of(string ladder, CancellationToken ct) =>
        db
            .TierPictures.AsNoTracking()
            .Where(p => p.Ladder == ladder)
            .Select(p => new { p.Tier, At = new TierPictureAt(p.Mark, p.Width, p.Height) })
            .ToDictionaryAsync(p => p.Tier, p => p.At, ct);

    /// <summary>The picture of this mark; null when no tier has it.</summary>
    public Task<TierPicture?> One(string mark, CancellationToken ct) =>
        db.TierPictures.AsNoTracking().FirstOrDefaultAsync(p => p.Mark == mark, ct);
}
