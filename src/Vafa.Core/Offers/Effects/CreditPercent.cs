using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>
/// A percentage of what is paid for goods comes back as an amount of a unit, rounded down, at most <c>max</c> of it.
/// </summary>
public sealed class CreditPercent(Percent percent, string unit, long? max) : Effect
{
    public const string Name = "creditPercent";

    public override string Word => Name;

    public override string Unit => unit;

    public Percent Percent => percent;

    public long? Max => max;

    public override long Earn(in EarningBase from) =>
        Math.Min(
            EarningBase.Share(from.Goods, percent.BasisPoints, Percent.Hundred.BasisPoints),
            max ?? EarningBase.Most
        );

    public override string Sentence(Wording wording)
    {
        var (share, name) = (wording.Percent(percent), wording.NameInside(NameKind.Unit, unit));
        var sentence = wording.Say($"{share} {name}", $"{share} back as {name}");
        return max is { } most
            ? wording.Say(
                $"{sentence} تا {wording.AmountDigits(unit, most)}",
                $"{sentence}, up to {wording.AmountDigits(unit, most)}"
            )
            : sentence;
    }

    public override void Write(Utf8JsonWriter json)
    {
        Amounts.Write(json, "percent", percent);
        json.WriteString("unit", unit);
        Amounts.Write(json, "max", max);
        if (percent.CompareTo(Percent.Hundred) > 0)
        {
            json.WriteBoolean("confirm", true);
        }
    }

    /// <summary>
    /// More than all money back is asked twice (offer.confirm-needed), more than twice of it refused.
    /// </summary>
    internal static Effect Read(ArgumentReader at)
    {
        var percent = at.Fields.Percent("percent", 200, required: true, minBasisPoints: 1);
        var unit = at.Unit();
        var max = at.Fields.Whole("max", 1, EarningBase.Most);
        var confirmed = at.Fields.YesNo("confirm") ?? false;
        if (percent is { } p && p.CompareTo(Percent.Hundred) > 0 && !confirmed)
        {
            at.Refuse("offer.confirm-needed", "percent");
        }

        return new CreditPercent(percent ?? default, unit, max);
    }
}
