using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vafa.Core.Tiers;
using Vafa.Web;

namespace Vafa.Features.Members.Merging;

/// <summary>
/// That one member was merged into another, with what is needed to undo it. Which lots moved is told by the entries
/// themselves; nothing in it says who somebody is.
/// </summary>
public sealed class MemberMerge
{
    /// <summary>The id that was merged.</summary>
    public Guid MemberId { get; init; }

    public Guid Id { get; init; }

    /// <summary>The member who stayed.</summary>
    public Guid Into { get; init; }

    public DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }

    public string? UndoneBy { get; set; }

    /// <summary>What was before, a <see cref="BeforeMerge"/> as JSON.</summary>
    public required string Before { get; init; }

    internal DateTimeOffset UndoUntil => At + MergeRules.UndoWithin;

    internal BeforeMerge WhatWas => JsonSerializer.Deserialize<BeforeMerge>(Before, Answers.Json)!;
}

/// <summary>What a merge changed, as far as neither rows nor entries tell it afterwards.</summary>
/// <param name="OwnSince">Since when the member who stayed was one by himself, before any merge.</param>
/// <param name="Took">Names of the parts of the profile that he lacked and took.</param>
/// <param name="Fields">Codes of the club's fields that he lacked and took.</param>
/// <param name="Groups">Codes of the groups he came into.</param>
/// <param name="GroupsOfMerged">Codes of all groups of the one who was merged.</param>
/// <param name="Standings">Where he stood on the ladders where that changed.</param>
/// <param name="Along">Ids that had been merged into the one who was merged; they point at who stayed now.</param>
internal sealed record BeforeMerge(
    OwnSince OwnSince,
    IReadOnlyList<string> Took,
    IReadOnlyList<string> Fields,
    IReadOnlyList<string> Groups,
    IReadOnlyList<string> GroupsOfMerged,
    ConsentBefore Consent,
    IReadOnlyList<StandingBefore> Standings,
    IReadOnlyList<Guid> Along
)
{
    public string ToJson() => JsonSerializer.Serialize(this, Answers.Json);
}

internal sealed record OwnSince(DateTimeOffset At, DateOnly Day);

internal sealed record ConsentBefore(bool? Sms, bool? Email);

/// <param name="Moves">How many moves there were with that of the merge: with more it has changed since.</param>
internal sealed record StandingBefore(string Ladder, Standing Was, long Moves);

internal static class MergeRules
{
    /// <summary>So long a merge can be undone.</summary>
    public static readonly TimeSpan UndoWithin = TimeSpan.FromHours(24);
}

internal sealed class MergeMap : IEntityTypeConfiguration<MemberMerge>
{
    public void Configure(EntityTypeBuilder<MemberMerge> builder)
    {
        builder.ToTable("member_merge");
        builder.HasKey(m => new { m.MemberId, m.Id });
        builder.HasIndex(m => m.Id);
        builder.HasIndex(m => m.Into);
        builder.Ignore(m => m.UndoUntil);
        builder.Ignore(m => m.WhatWas);
    }
}
