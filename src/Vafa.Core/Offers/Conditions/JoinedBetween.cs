using System.Globalization;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The member joined from one business day to another, both included; either end may be left open.</summary>
public sealed class JoinedBetween(DateOnly? from, DateOnly? to) : Condition
{
    private const string Iso = "yyyy-MM-dd";

    private static readonly Arg From = new("from", ArgKind.Date, new("از روز", "From")) { Optional = true };
    private static readonly Arg To = new("to", ArgKind.Date, new("تا روز", "Until")) { Optional = true };

    public static readonly ConditionEntry Entry = new(
        "joined",
        new("تاریخ عضویت", "Joined between"),
        new(
            "عضو در این بازه به باشگاه پیوسته است؛ یک سر بازه می‌تواند باز بماند.",
            "The member joined within these days; one end may stay open."
        ),
        """{"from": "2025-03-21", "to": "2025-04-20"}"""
    )
    {
        About = WordAbout.Member,
        Args = [From, To],
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override bool NeedsMember => true;

    public override Verdict Check(in SaleContext sale) =>
        sale.Member is { } member
            ? When((from is not { } f || member.Since >= f) && (to is not { } t || member.Since <= t))
            : NoMember();

    public override string Sentence(Wording wording)
    {
        var (first, last) = (Said(from, wording), Said(to, wording));
        return (first, last) switch
        {
            ({ } f, null) => wording.Say($"عضویت از {f}", $"a member since {f} or later"),
            (null, { } t) => wording.Say($"عضویت تا {t}", $"a member since {t} or before"),
            var (f, t) => wording.Say($"عضویت از {f} تا {t}", $"joined from {f} to {t}"),
        };
    }

    public override void Ask(FactsAsked facts) => facts.Since = true;

    public override void Write(Utf8JsonWriter json)
    {
        Write(json, From, from);
        Write(json, To, to);
    }

    internal static Condition Read(ArgumentReader at)
    {
        var (from, to) = (at.Date(From), at.Date(To));
        if (!at.Fields.Has(From.Name) && !at.Fields.Has(To.Name))
        {
            at.Refuse("offer.from-or-to", "");
        }

        if (from > to)
        {
            at.Refuse("offer.range", To.Name);
        }

        return new JoinedBetween(from, to);
    }

    private static void Write(Utf8JsonWriter json, Arg arg, DateOnly? day)
    {
        if (day is { } d)
        {
            json.WriteString(arg.Name, d.ToString(Iso, CultureInfo.InvariantCulture));
        }
    }

    private static string? Said(DateOnly? day, Wording wording) => day is { } d ? wording.Day(d) : null;
}
