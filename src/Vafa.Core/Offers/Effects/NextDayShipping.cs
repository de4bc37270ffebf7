using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>
/// The order goes out at once and arrives the next day. What that counts in money is said, or nothing.
/// </summary>
public sealed class NextDayShipping(Money worth) : Effect
{
    public static readonly EffectEntry Entry = new(
        "nextDayShipping",
        new("تحویل فردا", "Next-day shipping"),
        new(
            "سفارش فردا می‌رسد. ارزشی که می‌نویسید تنها برای سنجیدن با پیشنهادهای دیگر است.",
            "The order arrives the next day. The worth you write only serves to compare it with other offers."
        ),
        """{"worth": 400000}"""
    )
    {
        About = WordAbout.Reward,
        Args = [Reward.Worth],
        Read = Read,
    };

    public override EffectEntry InVocabulary => Entry;

    public override bool IsPromise => true;

    public override bool IsReward => true;

    public override Money PromiseWorth => worth;

    internal override JsonObject Offline(OfflineWords words) => OfflineWords.Promise(this);

    public override string Sentence(Wording wording) => wording.Say("تحویل فردا", "next-day shipping");

    public override void Write(Utf8JsonWriter json) => json.WriteNumber(Reward.Worth.Name, worth.Minor);

    internal static Effect Read(ArgumentReader at) => new NextDayShipping(at.Money(Reward.Worth) ?? Money.Zero);
}
