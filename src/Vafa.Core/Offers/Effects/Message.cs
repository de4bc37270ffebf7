using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>
/// A message to the member, behind the receipt. It is worth nothing, so it stands in nobody's way; only a member gets
/// it.
/// </summary>
public sealed class Message(LocalText text) : Effect
{
    private const int Longest = 200;

    private static readonly Arg Words = new("text", ArgKind.Text, new("متن پیام", "Text of the message"))
    {
        Max = Longest,
    };

    public static readonly EffectEntry Entry = new(
        "message",
        new("پیام به عضو", "A message to the member"),
        new("پس از خرید پیامی برای عضو می‌رود.", "After the sale a message goes to the member."),
        """{"text": {"fa": "تولدتان مبارک!", "en": "Happy birthday!"}}"""
    )
    {
        About = WordAbout.Reward,
        Args = [Words],
        Read = Read,
    };

    public override EffectEntry InVocabulary => Entry;

    public override bool IsPromise => true;

    public override bool NeedsMember => true;

    public LocalText Text => text;

    internal override JsonObject Offline(OfflineWords words) => OfflineWords.Promise(this);

    public override string Sentence(Wording wording) =>
        wording.Say(
            $"پیام «{wording.Inside(wording.Title(text))}»",
            $"the message “{wording.Inside(wording.Title(text))}”"
        );

    public override void Write(Utf8JsonWriter json) => OfferDocument.WriteTitle(json, text, Words.Name);

    internal static Effect Read(ArgumentReader at) =>
        new Message(at.Fields.Title(Words.Name) ?? new LocalText(null, null));
}
