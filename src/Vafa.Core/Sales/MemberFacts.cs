using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Vafa.Core.Offers;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// What a decision may know of the member, on arrival of the sale. Only what the live programme asks for
/// (<see cref="FactNeeds"/>) is read and must be filled.
/// </summary>
public sealed class MemberFacts
{
    public required MemberId Id { get; init; }

    /// <summary>Sales before this one that were not wholly refunded.</summary>
    public long Visits { get; init; }

    public Money Spent { get; init; }

    public DateOnly? LastVisit { get; init; }

    /// <summary>Business day of joining.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Birth date in the Gregorian calendar.</summary>
    public DateOnly? Birth { get; init; }

    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>The tiers that count on the day of the sale, at most one of each ladder.</summary>
    public ImmutableArray<string> Tiers { get; init; } = [];

    /// <summary>Custom fields as text in their canonical form.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; init; }

    /// <summary>What may be spent now, by unit: open lots less debt.</summary>
    public ImmutableArray<WalletFact> Wallets { get; init; } = [];

    /// <summary>In the order of <see cref="FactNeeds.Windows"/>.</summary>
    public ImmutableArray<WindowFact> Windows { get; init; } = [];

    /// <summary>In the order of <see cref="FactNeeds.Bought"/>; empty counts as nothing bought.</summary>
    public ImmutableArray<BoughtFact> Bought { get; init; } = [];

    /// <summary>How much rules may still bring of each unit in <see cref="FactNeeds.CappedUnits"/>.</summary>
    public ImmutableArray<UnitRoom> Rooms { get; init; } = [];

    /// <summary>Uses so far in the running period of each offer with a member limit, by offer code.</summary>
    public IReadOnlyDictionary<string, long>? OfferUses { get; init; }

    /// <summary>What stands in a field.</summary>
    public string? TextIn(string field) =>
        Fields is { } fields && fields.TryGetValue(field, out var text) ? text : null;

    /// <summary>The date that stands in a field of dates; nothing for another value.</summary>
    public DateOnly? DateIn(string field) =>
        TextIn(field) is { } text
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    /// <summary>What may be spent of a unit now; 0 without a wallet.</summary>
    public long Available(string unit)
    {
        foreach (var wallet in Wallets)
        {
            if (string.Equals(wallet.Unit, unit, StringComparison.Ordinal))
            {
                return wallet.Available;
            }
        }

        return 0;
    }
}

/// <summary>What a member may spend of a unit now: available lots less debt.</summary>
public readonly record struct WalletFact(string Unit, long Available);

/// <summary>How much more of a unit a member may earn, by what he earned in its capped periods.</summary>
public readonly record struct UnitRoom(string Unit, long Room);

/// <summary>How often a member came and what was paid within a window, before this sale.</summary>
public readonly record struct WindowFact(long Visits, Money Spent);

/// <summary>Goods that a condition asks the past of: a product or a product group by its code.</summary>
public readonly record struct BoughtKey(GoodsKind On, string Code);

/// <summary>
/// How much of a product or product group a member bought before this sale and kept, in thousandths, and when last.
/// </summary>
public readonly record struct BoughtFact(long Thousandths, DateOnly? Last);

/// <summary>What the live programme asks of a member and of the counters, worked out once per version.</summary>
public sealed record FactNeeds(
    bool Fields,
    bool Groups,
    ImmutableArray<Window> Windows,
    ImmutableArray<string> MemberLimited,
    ImmutableArray<CountedOffer> Counted
)
{
    /// <summary>Facts of the member himself that some condition asks for; the others need not be stored.</summary>
    public AskedFacts Facts { get; init; }

    /// <summary>Codes of the custom fields asked for.</summary>
    public ImmutableArray<string> FieldCodes { get; init; } = [];

    /// <summary>
    /// Fields of which only these values count: any other is like none, and is not kept with a sale.
    /// </summary>
    public FrozenDictionary<string, FrozenSet<string>> NamedValues { get; init; } =
        FrozenDictionary<string, FrozenSet<string>>.Empty;

    /// <summary>Units whose balance some condition asks for. What may be spent is always read beside.</summary>
    public ImmutableArray<string> WalletUnits { get; init; } = [];

    /// <summary>Products that offers give for free: their prices are wanted in <see cref="Basket.Prices"/>.</summary>
    public ImmutableArray<string> FreeProducts { get; init; } = [];

    /// <summary>Fields of dates of which only the days to their next return are kept.</summary>
    public ImmutableArray<string> AnniversaryFields { get; init; } = [];

    /// <summary>Products and product groups whose past is asked for.</summary>
    public ImmutableArray<BoughtKey> Bought { get; init; } = [];

    /// <summary>Whether the member's tiers decide: some condition asks for them, or some tier earns more.</summary>
    public bool Tiers { get; init; }

    /// <summary>Units whose caps ask what was earned before.</summary>
    public ImmutableArray<string> CappedUnits { get; init; } = [];

    /// <summary>Whether lines must know their brand.</summary>
    public bool Brands { get; init; }

    /// <summary>Whether lines must know their cost: the margin guard is on.</summary>
    public bool Costs { get; init; }
}

/// <summary>Facts of a member that conditions may ask for.</summary>
[Flags]
public enum AskedFacts
{
    None = 0,
    Visits = 1,
    Spent = 2,
    LastVisit = 4,
    Since = 8,
    Birth = 16,
}

/// <summary>A counter that a live offer's limits look at.</summary>
public readonly record struct CountedOffer(string Offer, CountScope Scope);

/// <summary>
/// How much of a counted offer (limits uses or budget) is gone within a scope, as read under the lock.
/// </summary>
public readonly record struct OfferCount(string Offer, long Uses, Money Given)
{
    public CountScope Scope { get; init; }
}
