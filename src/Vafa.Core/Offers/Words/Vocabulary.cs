using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Vafa.Core.Offers.Conditions;
using Vafa.Core.Offers.Effects;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// The closed vocabulary of offers: every condition and every effect there is. A word is one file; this list is all
/// that knows of it elsewhere. Readers, forms, the JSON schema and the page of the vocabulary are made from here.
/// </summary>
public static class Vocabulary
{
    /// <summary>All conditions, in the order in which people are offered them.</summary>
    public static readonly ImmutableArray<ConditionEntry> Conditions =
    [
        BasketTotal.Entry,
        BasketPieces.Entry,
        BuysProduct.Entry,
        BuysGroup.Entry,
        BuysBrand.Entry,
        Bundle.Entry,
        Visits.Entry,
        Spent.Entry,
        FirstPurchase.Entry,
        DaysSinceLastVisit.Entry,
        BoughtBefore.Entry,
        NthPiece.Entry,
        FirstOf.Entry,
        DaysSinceBought.Entry,
        InGroup.Entry,
        InSegment.Entry,
        InTier.Entry,
        IsMember.Entry,
        MemberFor.Entry,
        JoinedBetween.Entry,
        Birthday.Entry,
        AnniversaryOf.Entry,
        FieldIs.Entry,
        WalletHolds.Entry,
        AtFestival.Entry,
        AtBranch.Entry,
        ByChannel.Entry,
        PaidBy.Entry,
        WithCode.Entry,
        All.Entry,
        Any.Entry,
        Not.Entry,
    ];

    /// <summary>All effects, in the order in which people are offered them.</summary>
    public static readonly ImmutableArray<EffectEntry> Effects =
    [
        DiscountPercent.Entry,
        DiscountAmount.Entry,
        FixedPrice.Entry,
        QuantityStep.Entry,
        ItemDiscount.Entry,
        BundlePrice.Entry,
        StampReward.Entry,
        CreditPercent.Entry,
        Points.Entry,
        PointsMultiplier.Entry,
        Gift.Entry,
        FreeItem.Entry,
        FreeItemOf.Entry,
        FreeShipping.Entry,
        NextDayShipping.Entry,
        Reward.Entry,
        Message.Entry,
    ];

    /// <summary>A club in which every example reads.</summary>
    public static readonly KnownThings ExampleThings = KnownThings.Of(
        ["points", "credit"],
        ["silver"],
        ["main"],
        ["children", "wedding", "discount"]
    ) with
    {
        Segments = new Dictionary<string, Condition>(StringComparer.Ordinal)
        {
            ["sleeping"] = new DaysSinceLastVisit(60),
        },
        Ladders = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
        {
            ["club"] = ["bronze", "gold"],
        },
    };

    private static readonly FrozenDictionary<string, ConditionEntry> ByCondition = Conditions.ToFrozenDictionary(
        c => c.Name,
        StringComparer.Ordinal
    );

    private static readonly FrozenDictionary<string, EffectEntry> ByEffect = Effects.ToFrozenDictionary(
        e => e.Name,
        StringComparer.Ordinal
    );

    public static bool ConditionNamed(string name, [MaybeNullWhen(false)] out ConditionEntry entry) =>
        ByCondition.TryGetValue(name, out entry);

    public static bool EffectNamed(string name, [MaybeNullWhen(false)] out EffectEntry entry) =>
        ByEffect.TryGetValue(name, out entry);

    /// <summary>What a condition's example says.</summary>
    public static string ExampleOf(ConditionEntry entry, Wording wording)
    {
        using var json = JsonDocument.Parse($$"""{"{{entry.Name}}": {{entry.Example}}}""");
        var refusals = new List<Refusal>();
        var condition = ConditionDocument.Read(json.RootElement, "", refusals, ExampleThings);
        return condition is not null && refusals.Count == 0
            ? condition.Sentence(wording)
            : throw new InvalidOperationException($"The example of {entry.Name} does not read: {refusals[0].Code}");
    }

    /// <summary>What an effect's example says.</summary>
    public static string ExampleOf(EffectEntry entry, Wording wording)
    {
        using var json = JsonDocument.Parse($$"""{"{{entry.Name}}": {{entry.Example}}}""");
        var refusals = new List<Refusal>();
        var effect = EffectDocument.Read(new ArgumentReader(json.RootElement, "", refusals, ExampleThings));
        return effect is not null && refusals.Count == 0
            ? effect.Sentence(wording)
            : throw new InvalidOperationException($"The example of {entry.Name} does not read: {refusals[0].Code}");
    }
}
