using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>
/// Something that is no money: a seat by the window, a gift wrap, an early look. Staff read its text and give it.
/// </summary>
public sealed class Reward(LocalText text, Money worth) : Effect
{
    private const int Longest = 200;

    private static readonly Arg Words = new("text", ArgKind.Text, new("چه چیزی", "What")) { Max = Longest };

    /// <summary>What a promise counts when benefits are compared; nothing is given of it.</summary>
    internal static readonly Arg Worth = Arg.Money("worth", "ارزش برای سنجش", "Worth, to compare it") with
    {
        Optional = true,
    };

    public static readonly EffectEntry Entry = new(
        "reward",
        new("پاداشی که پول نیست", "A reward that is no money"),
        new(
            "چیزی که با واژه گفته می‌شود: بسته‌بندی هدیه، میز کنار پنجره، دیدن زودتر از همه.",
            "Something told in words: gift wrapping, the table by the window, a look before everybody else."
        ),
        """{"text": {"fa": "بسته‌بندی هدیه", "en": "Gift wrapping"}, "worth": 200000}"""
    )
    {
        About = WordAbout.Reward,
        Args = [Words, Worth],
        Read = Read,
    };

    public override EffectEntry InVocabulary => Entry;

    public override bool IsPromise => true;

    public override bool IsReward => true;

    public override Money PromiseWorth => worth;

    internal override JsonObject Offline(OfflineWords words) => OfflineWords.Promise(this);

    public override string Sentence(Wording wording) => wording.Inside(wording.Title(text));

    public override void Write(Utf8JsonWriter json)
    {
        OfferDocument.WriteTitle(json, text, Words.Name);
        json.WriteNumber(Worth.Name, worth.Minor);
    }

    internal static Effect Read(ArgumentReader at) =>
        new Reward(at.Fields.Title(Words.Name) ?? new LocalText(null, null), at.Money(Worth) ?? Money.Zero);
}
