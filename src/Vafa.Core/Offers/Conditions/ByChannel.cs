using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The sale comes by one of these channels: store, online, phone.</summary>
public sealed class ByChannel(ImmutableArray<Channel> channels) : Condition
{
    public const string Name = "channel";

    private static readonly (Channel Channel, string Word, string Fa, string En)[] Known =
    [
        (Channel.Store, "store", "حضوری", "in the shop"),
        (Channel.Online, "online", "اینترنتی", "online"),
        (Channel.Phone, "phone", "تلفنی", "by phone"),
    ];

    public override string Word => Name;

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

    public override string Sentence(Wording wording)
    {
        var names = Chosen().Select(k => wording.Say(k.Fa, k.En));
        return wording.Say($"خرید {string.Join(" یا ", names)}", $"buying {string.Join(" or ", names)}");
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Joined.WriteCodes(json, [.. Chosen().Select(k => k.Word)]);
        json.WriteEndObject();
    }

    internal static Condition Read(ArgumentReader at)
    {
        var channels = ImmutableArray.CreateBuilder<Channel>();
        var words = at.Codes();
        for (var i = 0; i < words.Length; i++)
        {
            var known = Array.FindIndex(Known, k => string.Equals(k.Word, words[i], StringComparison.Ordinal));
            if (known < 0)
            {
                at.Refuse("json.choice", $"in/{i}", string.Join(", ", Known.Select(k => k.Word)));
                continue;
            }

            channels.Add(Known[known].Channel);
        }

        at.Fields.Done();
        return new ByChannel(channels.ToImmutable());
    }

    private IEnumerable<(Channel Channel, string Word, string Fa, string En)> Chosen() =>
        channels.Select(c => Known[(int)c]);
}
