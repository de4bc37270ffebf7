using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The business day lies within one of these festivals, or so many days before or after it.</summary>
public sealed class AtFestival(ImmutableArray<string> festivals, int daysBefore, int daysAfter) : Condition
{
    private static readonly Arg Festivals = Arg.Codes("یکی از این مناسبت‌ها", "One of these", NameKind.Festival);

    public static readonly ConditionEntry Entry = new(
        "calendarEvent",
        new("مناسبت تقویم", "Festival"),
        new(
            "نوروز، یلدا، رمضان و مانند آن، یا مناسبت‌های خود باشگاه؛ به دلخواه چند روز پیش و پس از آن هم.",
            "Nowruz, Yalda, Ramadan and the like, or the club’s own; if you like, with some days before and after."
        ),
        """{"in": ["yalda"], "daysBefore": 2}"""
    )
    {
        About = WordAbout.Occasion,
        Args = [Festivals, Days.Before with { Start = "0" }, Days.After with { Start = "0" }],
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override Verdict Check(in SaleContext sale)
    {
        foreach (var code in festivals)
        {
            if (IsNear(code, sale))
            {
                return Verdict.Yes;
            }
        }

        return No();
    }

    public override string Sentence(Wording wording)
    {
        var names = Joined.Names(wording, NameKind.Festival, festivals);
        var (before, after) = (wording.Number(daysBefore), wording.Number(daysAfter));
        return (daysBefore, daysAfter) switch
        {
            (0, 0) => wording.Say($"در {names}", $"at {names}"),
            (_, 0) => wording.Say($"در {names} و {before} روز پیش از آن", $"at {names} and {before} days before"),
            (0, _) => wording.Say($"در {names} و {after} روز پس از آن", $"at {names} and {after} days after"),
            _ => wording.Say(
                $"در {names}، از {before} روز پیش تا {after} روز پس از آن",
                $"at {names}, from {before} days before to {after} days after"
            ),
        };
    }

    public override void Write(Utf8JsonWriter json)
    {
        Joined.WriteCodes(json, festivals);
        json.WriteNumber("daysBefore", daysBefore);
        json.WriteNumber("daysAfter", daysAfter);
    }

    internal static Condition Read(ArgumentReader at) =>
        new AtFestival(at.Codes(Festivals), (int)(at.Whole(Days.Before) ?? 0), (int)(at.Whole(Days.After) ?? 0));

    /// <summary>A festival of the club goes before one of every calendar with the same code.</summary>
    private bool IsNear(string code, in SaleContext sale)
    {
        foreach (var own in sale.Festivals)
        {
            if (string.Equals(own.Code, code, StringComparison.Ordinal))
            {
                return own.IsNear(sale.Day, daysBefore, daysAfter, sale.Time);
            }
        }

        return CalendarEvents.IsNear(code, sale.Day, daysBefore, daysAfter);
    }
}
