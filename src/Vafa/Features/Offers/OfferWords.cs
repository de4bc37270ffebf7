using System.Globalization;
using Vafa.Core.Offers;
using Vafa.Core.Offers.Conditions;
using Vafa.Core.Values;
using Vafa.Ui;

namespace Vafa.Features.Offers;

/// <summary>An offer in sentences: what it gives, when, for how long, how much.</summary>
public static class OfferWords
{
    /// <summary>So many days in a row are told by the first and the last.</summary>
    private const int Run = 3;

    /// <summary>«خرید بیش از ۵۰۰٬۰۰۰ تومان: ۱۰٪ تخفیف».</summary>
    public static string Whole(Offer offer, Wording words)
    {
        var gives = string.Join(words.Say("، ", ", "), Gives(offer, words));
        var when = offer.When?.Sentence(words) ?? words.Say("هر خرید", "every purchase");
        return First($"{when}: {gives}");
    }

    /// <summary>Each effect.</summary>
    public static IReadOnlyList<string> Gives(Offer offer, Wording words) =>
        [.. offer.Give.Select(effect => effect.Sentence(words))];

    /// <summary>Each of the conditions that must all hold.</summary>
    public static IReadOnlyList<string> When(Offer offer, Wording words) =>
        offer.When switch
        {
            null => [],
            All all => [.. all.Parts.Select(part => part.Sentence(words))],
            var one => [one.Sentence(words)],
        };

    /// <summary>«از ۱ آذر تا ۵ دی، پنجشنبه و جمعه، ۱۶:۰۰ تا ۱۸:۰۰»; null when it is always on.</summary>
    public static string? Schedule(Schedule schedule, Wording words, Dates dates, ClubTime time)
    {
        var parts = new[]
        {
            Span(schedule, words, dates, time),
            Weekdays(schedule, words, time),
            string.Join(words.Say(" و ", " and "), schedule.Hours.Select(h => Hours(h, words))),
        };
        var said = string.Join(words.Say("، ", ", "), parts.Where(p => p.Length > 0));
        return said.Length == 0 ? null : First(said);
    }

    /// <summary>A moment by its day alone where a business day starts or ends with it, else with its hour.</summary>
    public static string Moment(DateTimeOffset at, bool isEnd, Dates dates, ClubTime time)
    {
        var day = time.DayOf(at);
        return time.StartOf(day) != at ? dates.Full(at)
            : isEnd ? dates.Short(day.AddDays(-1))
            : dates.Short(day);
    }

    /// <summary>«هر عضو ۱ بار در سال».</summary>
    public static string PerMember(MemberLimit limit, Wording words)
    {
        var (fa, en) = limit.Every switch
        {
            Period.Ever => ("", limit.Uses == 1 ? "once" : null),
            Period.Day => (" در روز", " a day"),
            Period.Week => (" در هفته", " a week"),
            Period.Month => (" در ماه", " a month"),
            Period.Year => (" در سال", " a year"),
            _ => throw new ArgumentOutOfRangeException(nameof(limit)),
        };
        var times = words.Number(limit.Uses);
        var often = limit.Uses == 1 ? "once" : $"{times} times";
        return words.Say($"هر عضو {times} بار{fa}", $"{often}{(limit.Every == Period.Ever ? "" : en)} for a member");
    }

    /// <summary>«هر روز ۵۰ بار و ۱٬۰۰۰٬۰۰۰ تومان».</summary>
    public static string PerPeriod(SpanLimit limit, Wording words)
    {
        var (fa, en) = Each(limit.Every);
        return words.Say($"{fa} {Much(limit, words)}", $"{Much(limit, words)} {en}");
    }

    /// <summary>«هر شعبه در روز ۵۰ بار».</summary>
    public static string PerBranch(SpanLimit limit, Wording words)
    {
        var (fa, en) = limit.Every == Period.Ever ? ("", "") : Each(limit.Every);
        return words.Say(
            $"هر شعبه {fa} {Much(limit, words)}".Replace("  ", " ", StringComparison.Ordinal),
            $"{Much(limit, words)} at each branch {en}".TrimEnd()
        );
    }

    private static (string Fa, string En) Each(Period every) =>
        every switch
        {
            Period.Day => ("هر روز", "a day"),
            Period.Week => ("هر هفته", "a week"),
            Period.Month => ("هر ماه", "a month"),
            Period.Year => ("هر سال", "a year"),
            _ => ("", ""),
        };

    private static string Much(SpanLimit limit, Wording words)
    {
        var uses = limit.Uses is { } n ? words.Say($"{words.Number(n)} بار", $"{words.Number(n)} uses") : null;
        var money = limit.Budget is { } budget ? words.Money(budget) : null;
        return uses is null || money is null
            ? uses ?? money ?? ""
            : words.Say($"{uses} و {money}", $"{uses} and {money}");
    }

    /// <summary>What the sentences of these offers name, so that its titles can be read at once.</summary>
    internal static IReadOnlyCollection<(NameKind Kind, string Code)> NamedBy(IEnumerable<Offer> offers)
    {
        var named = new HashSet<(NameKind, string)>();
        var listener = new Wording(Persian: true, Toman: true)
        {
            Names = (kind, code) =>
            {
                named.Add((kind, code));
                return null;
            },
        };
        foreach (var offer in offers)
        {
            Whole(offer, listener);
        }

        return named;
    }

    private static string Span(Schedule schedule, Wording words, Dates dates, ClubTime time)
    {
        var from = schedule.From is { } begins ? Moment(begins, isEnd: false, dates, time) : null;
        var to = schedule.To is { } ends ? Moment(ends, isEnd: true, dates, time) : null;
        return (from, to) switch
        {
            (null, null) => "",
            ({ } f, null) => words.Say($"از {f}", $"from {f}"),
            (null, { } t) => words.Say($"تا پایان {t}", $"until the end of {t}"),
            var (f, t) => words.Say($"از {f} تا پایان {t}", $"from {f} until the end of {t}"),
        };
    }

    /// <summary>«شنبه تا چهارشنبه» where they follow each other in the club's week, else each by its name.</summary>
    private static string Weekdays(Schedule schedule, Wording words, ClubTime time)
    {
        var places = schedule.Weekdays.Select(d => ((int)d - (int)time.WeekStartsOn + 7) % 7).Order().ToList();
        var names = places
            .Select(p => JalaliDate.WeekdayName((DayOfWeek)((p + (int)time.WeekStartsOn) % 7), words.Persian))
            .ToList();
        return places.Count >= Run && places[^1] - places[0] == places.Count - 1
            ? words.Say($"{names[0]} تا {names[^1]}", $"{names[0]} to {names[^1]}")
            : string.Join(words.Say(" و ", " and "), names);
    }

    private static string Hours(HourRange hours, Wording words)
    {
        var (from, to) = (Clock(hours.From, words), Clock(hours.To, words));
        return words.Say($"ساعت {from} تا {to}", $"{from} to {to}");
    }

    private static string Clock(TimeOnly time, Wording words) =>
        words.Digits(time.ToString("HH:mm", CultureInfo.InvariantCulture));

    /// <summary>As a sentence begins.</summary>
    internal static string First(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
