using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>
/// The member holds one of these tiers, or at least this one, at the moment of the sale. What a sale itself reaches
/// counts from the next one.
/// </summary>
public sealed class InTier : Condition
{
    private static readonly Arg In = Arg.Codes("یکی از این سطح‌ها", "One of these tiers", NameKind.Tier) with
    {
        Optional = true,
    };

    private static readonly Arg AtLeast = new(
        "atLeast",
        ArgKind.Code,
        new("یا این سطح و بالاتر", "Or from this one up")
    )
    {
        Of = NameKind.Tier,
        Optional = true,
    };

    public static readonly ConditionEntry Entry = new(
        "tier",
        new("سطح عضو", "Tier"),
        new(
            "عضو هنگام خرید یکی از این سطح‌ها را دارد، یا دست‌کم این سطح را.",
            "At the sale the member holds one of these tiers, or at least this one."
        ),
        """{"atLeast": "gold"}"""
    )
    {
        About = WordAbout.Member,
        Args = [In, AtLeast],
        Read = Read,
    };

    /// <summary>Those that will do.</summary>
    private readonly ImmutableArray<string> tiers;

    /// <summary>The least one; null where each is named.</summary>
    private readonly string? least;

    /// <summary>The tiers of its ladder below the least one, from low to high.</summary>
    private readonly ImmutableArray<string> below;

    private InTier(ImmutableArray<string> tiers, string? least, ImmutableArray<string> below)
    {
        this.tiers = tiers;
        this.least = least;
        this.below = below;
    }

    public override ConditionEntry InVocabulary => Entry;

    public override bool NeedsMember => true;

    /// <summary>Those that will do.</summary>
    public ImmutableArray<string> Tiers => tiers;

    public override Verdict Check(in SaleContext sale)
    {
        if (sale.Member is not { } member)
        {
            return NoMember();
        }

        if (CodeList.Meet(tiers.AsSpan(), member.Tiers.AsSpan()))
        {
            return Verdict.Yes;
        }

        return least is null || tiers.IsEmpty ? No() : Short(StepsFrom(member.Tiers));
    }

    internal override Expression Holds(SaleCode code) => code.MemberHasOne(nameof(MemberFacts.Tiers), tiers);

    public override string Sentence(Wording wording)
    {
        if (least is { } from)
        {
            var name = wording.NameInside(NameKind.Tier, from);
            return wording.Say($"سطح {name} یا بالاتر", $"tier {name} or higher");
        }

        var names = Joined.Names(wording, NameKind.Tier, tiers);
        return wording.Say($"سطح {names}", $"tier {names}");
    }

    public override Measure MeasureOf(long missing) => Measure.Tiers;

    public override string Distance(long missing, Wording wording) =>
        wording.Say($"{wording.Number(missing)} سطح", $"{wording.Number(missing)} {(missing == 1 ? "tier" : "tiers")}");

    public override void Ask(FactsAsked facts) => facts.Tiers = true;

    public override void Write(Utf8JsonWriter json)
    {
        if (least is { } from)
        {
            json.WriteString(AtLeast.Name, from);
        }
        else
        {
            Joined.WriteCodes(json, tiers);
        }
    }

    /// <summary>How many tiers of the ladder the member is below.</summary>
    private int StepsFrom(ImmutableArray<string> held)
    {
        for (var i = below.Length - 1; i >= 0; i--)
        {
            if (CodeList.Has(held, below[i]))
            {
                return below.Length - i;
            }
        }

        return below.Length + 1;
    }

    internal static Condition Read(ArgumentReader at)
    {
        var (some, from) = (at.Fields.Any(In.Name) is not null, at.Code(AtLeast));
        if (some == from.Length > 0 && at.Value.ValueKind == JsonValueKind.Object)
        {
            at.Refuse("offer.in-or-at-least", "");
        }

        if (from.Length == 0)
        {
            return new InTier(some ? at.Codes(In) : [], null, []);
        }

        var ladder = at.Known.LadderOf(from);
        if (ladder.IsEmpty && !at.Known.KnowsGoneTiers)
        {
            at.Refuse("offer.unknown-tier", AtLeast.Name, from);
        }

        var place = Math.Max(0, ladder.IndexOf(from));
        return new InTier(ladder[place..], from, ladder[..place]);
    }
}
