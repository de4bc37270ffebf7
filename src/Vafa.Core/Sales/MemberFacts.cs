using System.Collections.Immutable;
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

    /// <summary>Custom fields as text in their canonical form.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; init; }

    /// <summary>What may be spent now, by unit: open lots less debt.</summary>
    public ImmutableArray<WalletFact> Wallets { get; init; } = [];

    /// <summary>In the order of <see cref="FactNeeds.Windows"/>.</summary>
    public ImmutableArray<WindowFact> Windows { get; init; } = [];

    /// <summary>Uses so far in the running period of each offer with a member limit, by offer code.</summary>
    public IReadOnlyDictionary<string, long>? OfferUses { get; init; }

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

/// <summary>How often a member came and what was paid within a window, before this sale.</summary>
public readonly record struct WindowFact(long Visits, Money Spent);

/// <summary>What the live programme asks of a member and of the counters, worked out once per version.</summary>
public sealed record FactNeeds(
    bool Fields,
    bool Groups,
    ImmutableArray<Window> Windows,
    ImmutableArray<string> MemberLimited,
    ImmutableArray<string> Counted
)
{
    /// <summary>Facts of the member himself that some condition asks for; the others need not be stored.</summary>
    public AskedFacts Facts { get; init; }

    /// <summary>Codes of the custom fields asked for.</summary>
    public ImmutableArray<string> FieldCodes { get; init; } = [];

    /// <summary>Units whose balance some condition asks for. What may be spent is always read beside.</summary>
    public ImmutableArray<string> WalletUnits { get; init; } = [];

    /// <summary>Products that offers give for free: their prices are wanted in <see cref="Basket.Prices"/>.</summary>
    public ImmutableArray<string> FreeProducts { get; init; } = [];
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

/// <summary>How much of a counted offer (limits uses or budget) is gone, as read under the lock.</summary>
public readonly record struct OfferCount(string Offer, long Uses, Money Given);
