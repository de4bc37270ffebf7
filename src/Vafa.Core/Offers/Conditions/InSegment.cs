using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>
/// The member is in one of these segments at the moment of the sale. What a segment asks for is part of the programme's
/// version, so an earlier decision replays with the segment as it then was.
/// </summary>
public sealed class InSegment(ImmutableArray<string> segments, ImmutableArray<Condition> asks) : Condition
{
    private static readonly Arg Segments = Arg.Codes("یکی از این بخش‌ها", "One of these segments", NameKind.Segment);

    public static readonly ConditionEntry Entry = new(
        "segment",
        new("بخش اعضا", "Segment"),
        new(
            "عضو هنگام خرید در یکی از این بخش‌هاست؛ بخش یک صافی ذخیره‌شدهٔ اعضاست.",
            "At the sale the member is in one of these segments, which are saved filters of members."
        ),
        """{"in": ["sleeping"]}"""
    )
    {
        About = WordAbout.Member,
        Args = [Segments],
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override bool NeedsMember => true;

    public override Verdict Check(in SaleContext sale)
    {
        if (sale.Member is null)
        {
            return NoMember();
        }

        foreach (var segment in asks)
        {
            if (segment.Check(sale).Holds)
            {
                return Verdict.Yes;
            }
        }

        return No();
    }

    public override string Sentence(Wording wording)
    {
        var names = Joined.Names(wording, NameKind.Segment, segments);
        return wording.Say($"در بخش {names}", $"in the segment {names}");
    }

    public override void Ask(FactsAsked facts)
    {
        foreach (var segment in asks)
        {
            segment.Ask(facts);
        }
    }

    public override void Write(Utf8JsonWriter json) => Joined.WriteCodes(json, segments);

    internal static Condition Read(ArgumentReader at)
    {
        var codes = at.Codes(Segments);
        return new InSegment(codes, [.. codes.Select(at.Known.Segments.GetValueOrDefault).OfType<Condition>()]);
    }
}
