using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>
/// A percentage of what is paid for goods comes back as an amount of a unit, rounded down, at most <c>max</c> of it.
/// </summary>
public sealed class CreditPercent : Effect
{
    private static readonly Arg Share = Arg.Percent(200);

    private static readonly Arg Most = Arg.Amount("max", "دست‌بالا در هر خرید", "At most in a sale") with
    {
        Optional = true,
    };

    private static readonly Arg Confirmed = new(
        "confirm",
        ArgKind.Confirm,
        new("بله، بیش از همهٔ پول خرید برگردد.", "Yes, more than all of the money comes back.")
    )
    {
        Optional = true,
    };

    public static readonly EffectEntry Entry = new(
        "creditPercent",
        new("بازگشت درصدی از خرید", "A percentage back"),
        new(
            "درصدی از آنچه برای کالا پرداخت می‌شود به کیف برمی‌گردد؛ به دلخواه با مهلت خرج.",
            "A percentage of what is paid for goods comes back to the wallet; if you like, to be spent in time."
        ),
        """{"percent": 5, "unit": "credit", "max": 500000}"""
    )
    {
        About = WordAbout.Wallet,
        Args = [Share, Personal.Own, Arg.Unit, Most, Amounts.Lives, Confirmed],
        Read = Read,
    };

    private readonly Percent percent;
    private readonly Personal personal;
    private readonly string unit;
    private readonly long? max;
    private readonly int? expiresAfterDays;

    private CreditPercent(Percent percent, Personal personal, string unit, long? max, int? expiresAfterDays)
    {
        (this.percent, this.personal) = (percent, personal);
        (this.unit, this.max, this.expiresAfterDays) = (unit, max, expiresAfterDays);
    }

    public override EffectEntry InVocabulary => Entry;

    public override string Unit => unit;

    public override int? ExpiresAfterDays => expiresAfterDays;

    public Percent Percent => percent;

    public long? Max => max;

    /// <summary>What comes back to this member: his own where each has his own.</summary>
    public Percent PercentFor(MemberFacts? member) => personal.Of(percent, member);

    public override long Earn(in EarningBase from) =>
        Math.Min(
            EarningBase.Share(from.Goods, PercentFor(from.Member).BasisPoints, Percent.Hundred.BasisPoints),
            max ?? EarningBase.Most
        );

    internal override JsonObject? Offline(OfflineWords words) =>
        personal.IsOwn
            ? null
            : new JsonObject
            {
                ["earn"] = "back",
                ["percent"] = percent.BasisPoints,
                ["max"] = max,
            };

    public override string Sentence(Wording wording)
    {
        var (share, name) = (personal.Share(percent, wording), wording.NameInside(NameKind.Unit, unit));
        var sentence = wording.Say($"{share} {name}", $"{share} back as {name}");
        if (max is { } most)
        {
            sentence = wording.Say(
                $"{sentence} تا {wording.AmountDigits(unit, most)}",
                $"{sentence}, up to {wording.AmountDigits(unit, most)}"
            );
        }

        return sentence + personal.Tell(wording) + Amounts.ForDays(expiresAfterDays, wording);
    }

    public override void Write(Utf8JsonWriter json)
    {
        Amounts.Write(json, "percent", percent);
        personal.Write(json);
        json.WriteString("unit", unit);
        Amounts.Write(json, "max", max);
        Amounts.WriteLives(json, expiresAfterDays);
        if (percent.CompareTo(Percent.Hundred) > 0)
        {
            json.WriteBoolean("confirm", true);
        }
    }

    public override void Ask(FactsAsked facts) => personal.Ask(facts);

    /// <summary>
    /// More than all money back is asked twice (offer.confirm-needed), more than twice of it refused.
    /// </summary>
    internal static Effect Read(ArgumentReader at)
    {
        var percent = at.Percent(Share);
        var unit = at.Unit();
        var max = at.Whole(Most);
        var confirmed = at.Fields.YesNo(Confirmed.Name) ?? false;
        if (percent is { } p && p.CompareTo(Percent.Hundred) > 0 && !confirmed)
        {
            at.Refuse("offer.confirm-needed", "percent");
        }

        return new CreditPercent(percent ?? default, Personal.Read(at), unit, max, (int?)at.Whole(Amounts.Lives));
    }
}
