using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Vafa.Core.Ledger;
using Vafa.Features.Tiers;

namespace Vafa.Features.Members;

/// <summary>A member as the API shows him.</summary>
/// <param name="Mobile">As +989…; null after leaving.</param>
/// <param name="BirthDate">In the Gregorian calendar.</param>
/// <param name="Fields">What the owner asks besides, each in its type.</param>
/// <param name="Tier">Of the club's first ladder, as it counts today; null for none.</param>
/// <param name="Visits">Sales that were not wholly refunded.</param>
/// <param name="Spent">What was paid in all, less refunds, in the smallest money unit.</param>
/// <param name="Wallets">Every unit of the club, also where it holds nothing.</param>
public sealed record MemberView(
    Guid Id,
    string Card,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Mobile,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? FirstName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? LastName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? BirthDate,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Gender,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Email,
    ConsentView Consent,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Guid? Referrer,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Tier,
    IReadOnlyList<string> Groups,
    IReadOnlyDictionary<string, JsonElement> Fields,
    long Visits,
    long Spent,
    DateTimeOffset Since,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? LastVisit,
    IReadOnlyList<WalletOfMember> Wallets
)
{
    /// <summary>Where he stands on each ladder of the club.</summary>
    public IReadOnlyList<TierOfMember> Tiers { get; init; } = [];

    /// <summary>Set where this id is no member any more; nothing personal is known of it then.</summary>
    public GoneMember? Gone { get; init; }

    /// <summary>Older ids of the same person, which lead here.</summary>
    public IReadOnlyList<Guid> MergedFrom { get; init; } = [];

    /// <summary>First and last name, or what there is of them; null where there is none.</summary>
    [JsonIgnore]
    public string? Name => $"{FirstName} {LastName}".Trim() is { Length: > 0 } name ? name : null;
}

/// <summary>Whether the member agreed to be written to; null where nobody asked.</summary>
public sealed record ConsentView(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] bool? Sms,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] bool? Email
);

/// <param name="At">Since when this id is no member any more.</param>
/// <param name="MergedInto">The member it was merged into; null for who left.</param>
public sealed record GoneMember(
    DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Guid? MergedInto
);

/// <param name="Balance">What may be used now, less debt.</param>
/// <param name="Pending">What has come but opens later.</param>
/// <param name="Expiring">What of the balance ends when, the soonest first.</param>
public sealed record WalletOfMember(string Unit, long Balance, long Pending, ImmutableArray<Expiring> Expiring);
