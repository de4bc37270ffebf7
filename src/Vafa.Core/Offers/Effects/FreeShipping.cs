using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>Takes the lines of kind shipping.</summary>
public sealed class FreeShipping : Effect
{
    public static readonly EffectEntry Entry = new(
        "freeShipping",
        new("ارسال رایگان", "Free shipping"),
        new("هزینهٔ ارسال گرفته نمی‌شود.", "The lines of shipping cost nothing."),
        """{}"""
    )
    {
        About = WordAbout.Reward,
        Read = Read,
    };

    public override EffectEntry InVocabulary => Entry;

    public override bool TakesOff => true;

    public override bool HangsOnGoods => true;

    public override void TakeOff(in SaleContext sale, string offer, Span<long> weights, Span<long> shares)
    {
        var lines = sale.Basket.Lines.AsSpan();
        for (var i = 0; i < lines.Length; i++)
        {
            shares[i] = lines[i].Kind == LineKind.Shipping ? lines[i].Amount.Minor : 0;
        }
    }

    /// <summary>Nothing is sent from a till.</summary>
    internal override JsonObject Offline(OfflineWords words) => new() { ["off"] = "nothing" };

    public override string Sentence(Wording wording) => wording.Say("ارسال رایگان", "free shipping");

    public override void Write(Utf8JsonWriter json)
    {
        // It has no arguments.
    }

    internal static Effect Read(ArgumentReader at)
    {
        _ = at.Fields;
        return new FreeShipping();
    }
}
