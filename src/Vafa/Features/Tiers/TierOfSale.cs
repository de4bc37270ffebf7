using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Ledger;
using Vafa.Core.Tiers;
using Vafa.Core.Values;
using Vafa.Features.Purchases;
using Ladder = Vafa.Core.Tiers.Ladder;

namespace Vafa.Features.Tiers;

/// <summary>Where a sale found its member on one ladder, and where it took him; kept beside the sale.</summary>
/// <param name="Held">The tier that counted in the sale; null: none.</param>
/// <param name="After">The tier that counts from the next one.</param>
/// <param name="Sums">Of the running window, with the sale.</param>
public sealed record TierOfSale(string Ladder, string? Held, string? After, TierSums Sums)
{
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStringValue(Ladder);
        json.WriteStringValue(Held);
        json.WriteStringValue(After);
        json.WriteNumberValue(Sums.Spent.Minor);
        json.WriteNumberValue(Sums.Visits);
        json.WriteStartArray();
        foreach (var (unit, amount) in Sums.Earned)
        {
            json.WriteStringValue(unit);
            json.WriteNumberValue(amount);
        }

        json.WriteEndArray();
    }

    internal static TierOfSale Read(JsonElement t) =>
        new(
            t[0].GetString()!,
            t[1].GetString(),
            t[2].GetString(),
            new TierSums(
                new Money(t[3].GetInt64()),
                t[4].GetInt64(),
                [.. t[5].EnumerateArray().Chunk(2).Select(e => new UnitAmount(e[0].GetString()!, e[1].GetInt64()))]
            )
        );

    /// <summary>For the receipt: how far he is with the sale.</summary>
    internal static IReadOnlyList<ReceiptTier> Progress(
        ImmutableArray<TierOfSale> tiers,
        RecordedSale sale,
        Wording wording
    ) => [.. tiers.Select(t => t.Progress(sale, wording)).OfType<ReceiptTier>()];

    /// <summary>For the receipt: what the sale reached, of the first ladder on which it reached something.</summary>
    internal static ReceiptReached? Reached(ImmutableArray<TierOfSale> tiers, RecordedSale sale, Wording wording)
    {
        foreach (var tier in tiers)
        {
            if (tier.ReachedIn(sale) is { } reached)
            {
                var title = wording.Title(reached.Title);
                var name = wording.Inside(title);
                return new ReceiptReached(
                    reached.Code,
                    title,
                    wording.Say(
                        $"سطح {name} به دست آمد و از خرید بعدی به شمار می‌آید.",
                        $"{name} is reached and counts from the next purchase."
                    )
                );
            }
        }

        return null;
    }

    /// <summary>The tier that the sale reached.</summary>
    internal Tier? ReachedIn(RecordedSale sale) =>
        LadderIn(sale) is { } ladder && ladder.PlaceOf(After) > ladder.PlaceOf(Held) ? ladder.TierOf(After) : null;

    private ReceiptTier? Progress(RecordedSale sale, Wording wording)
    {
        if (LadderIn(sale) is not { } ladder)
        {
            return null;
        }

        var progress = TierProgress.Of(ladder, new Standing(After), Sums, sale.Purchase.Day);
        return new ReceiptTier(
            Ladder,
            After,
            progress.Next?.Code,
            progress.Next is null ? null : MissingToTier.Of(progress.Missing),
            progress.Percent(Sums),
            progress.Sentence(wording)
        );
    }

    private Ladder? LadderIn(RecordedSale sale) =>
        sale.Club.Programme.Ladders.FirstOrDefault(l => string.Equals(l.Code, Ladder, StringComparison.Ordinal));
}

/// <summary>What is missing to a tier; what is left out is reached or not asked for.</summary>
public sealed record MissingToTier(long? Spent, long? Visits, MissingEarned? Earned)
{
    internal static MissingToTier Of(Shortfall missing) =>
        new(
            missing.Of(RequirementKind.Spent)?.Amount,
            missing.Of(RequirementKind.Visits)?.Amount,
            missing.Of(RequirementKind.Earned) is { } earned ? new MissingEarned(earned.Unit!, earned.Amount) : null
        );

    internal Shortfall ToShortfall(bool needsAll)
    {
        var amounts = new List<Requirement>(3);
        if (Spent is { } spent)
        {
            amounts.Add(new Requirement(RequirementKind.Spent, spent));
        }

        if (Visits is { } visits)
        {
            amounts.Add(new Requirement(RequirementKind.Visits, visits));
        }

        if (Earned is { } earned)
        {
            amounts.Add(new Requirement(RequirementKind.Earned, earned.Amount, earned.Unit));
        }

        return new Shortfall([.. amounts], needsAll);
    }
}

/// <summary>An amount of a unit that is to be earned.</summary>
public sealed record MissingEarned(string Unit, long Amount);
