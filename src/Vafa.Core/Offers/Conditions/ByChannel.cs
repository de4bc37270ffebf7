using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The sale comes by one of these channels: store, online, phone.</summary>
public sealed class ByChannel(ImmutableArray<Channel> channels) : Condition
{
    private static readonly Choices<Channel> Known = new(
        ("store", Channel.Store, "حضوری", "in the shop"),
        ("online", Channel.Online, "اینترنتی", "online"),
        ("phone", Channel.Phone, "تلفنی", "by phone")
    );

    private static readonly Arg Channels = Arg.Codes("یکی از این راه‌ها", "One of these", NameKind.Channel) with
    {
        Choices = Known.ForForm,
    };

    public static readonly ConditionEntry Entry = new(
        "channel",
        new("راه خرید", "Channel"),
        new("حضوری، اینترنتی یا تلفنی.", "In the shop, online or by phone."),
        """{"in": ["online"]}"""
    )
    {
        About = WordAbout.Occasion,
        Args = [Channels],
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override Verdict Check(in SaleContext sale)
    {
        foreach (var channel in channels)
        {
            if (channel == sale.Basket.Channel)
            {
                return Verdict.Yes;
            }
        }

        return No();
    }

    internal override Expression Holds(SaleCode code) =>
        channels
            .Select(channel =>
                code.Once(
                    $"by {channel}",
                    Expression.Equal(code.Basket.Get(nameof(Basket.Channel)), Expression.Constant(channel))
                )
            )
            .Aggregate(Expression.OrElse);

    public override string Sentence(Wording wording)
    {
        var names = string.Join(wording.Say(" یا ", " or "), channels.Select(c => Known.Say(c, wording)));
        return wording.Say($"خرید {names}", $"buying {names}");
    }

    public override void Write(Utf8JsonWriter json) =>
        Joined.WriteCodes(json, [.. channels.Select(c => Known.WordOf(c))]);

    internal static Condition Read(ArgumentReader at)
    {
        var channels = ImmutableArray.CreateBuilder<Channel>();
        var words = at.Codes(Channels);
        for (var i = 0; i < words.Length; i++)
        {
            if (Known.ValueOf(words[i]) is { } channel)
            {
                channels.Add(channel);
            }
            else
            {
                at.Refuse("json.choice", $"in/{i}", Known.Written);
            }
        }

        return new ByChannel(channels.ToImmutable());
    }
}
