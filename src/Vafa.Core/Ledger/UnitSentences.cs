using System.Globalization;
using Vafa.Core.Values;

namespace Vafa.Core.Ledger;

/// <summary>
/// A unit's settings as the owner and the member read them, made from the settings themselves. What returns null has
/// nothing to say.
/// </summary>
public static class UnitSentences
{
    /// <summary>How long it lasts, behind "lasts": «۹۰ روز»، «تا پایان سال».</summary>
    public static string Lasts(Lifetime life, Wording words) =>
        life switch
        {
            Lifetime.Never => words.Say("همیشه", "for ever"),
            Lifetime.After after => Span(after.Span, words),
            Lifetime.EndOf end => words.Say($"تا پایان {PeriodFa(end, words)}", $"until the end of {PeriodEn(end)}"),
            Lifetime.OnDays on => DaysOf(on, words),
            Lifetime.Idle idle => words.Say(
                $"تا {Span(idle.Span, words)} پس از آخرین خرید",
                $"until {Span(idle.Span, words)} after the last purchase"
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(life)),
        };

    /// <summary>From when it can be spent: «۷ روز پس از خرید». Null: at once.</summary>
    public static string? SpendableFrom(Waiting wait, int returnDays, Wording words)
    {
        if (wait.Event is { } name)
        {
            return words.Say($"پس از رویداد {words.Quoted(name)}", $"after the event {words.Quoted(name)}");
        }

        if (wait.Returns && returnDays > 0 && wait.Days <= returnDays)
        {
            var returns = Days(returnDays, words);
            return words.Say(
                $"{returns} پس از خرید، با پایان مهلت برگشت کالا",
                $"{returns} after the purchase, when goods can no longer be brought back"
            );
        }

        var days = Days(wait.Days, words);
        return wait.Days == 0 ? null : words.Say($"{days} پس از خرید", $"{days} after the purchase");
    }

    /// <summary>
    /// That a cap held back so much of what a sale would have brought: «۲۰ امتیاز به سقف روزانه خورد و داده نشد.».
    /// Where a unit has several caps none is named, because the nearest one cut.
    /// </summary>
    public static string Capped(Unit unit, long amount, Wording words)
    {
        var (said, cap) = (words.Amount(unit.Code, amount), CapName(unit.Caps, words));
        return words.Say($"{said} به {cap} خورد و داده نشد.", $"Held back by {cap}: {said}.");
    }

    private static string CapName(in EarningCaps caps, Wording words) =>
        caps switch
        {
            { Sale: not null, AskPast: false } => words.Say("سقف هر خرید", "the cap of one purchase"),
            { Sale: null, Day: not null, Month: null, Ever: null } => words.Say("سقف روزانه", "the daily cap"),
            { Sale: null, Day: null, Month: not null, Ever: null } => words.Say("سقف ماهانه", "the monthly cap"),
            { Sale: null, Day: null, Month: null, Ever: not null } => words.Say("سقف هر عضو", "the cap of a member"),
            _ => words.Say("سقف دریافت", "a cap on earning"),
        };

    /// <summary>The most that can be earned, each end a sentence.</summary>
    public static IEnumerable<string> Caps(Unit unit, Wording words)
    {
        (long? Most, string Fa, string En)[] caps =
        [
            (unit.Caps.Sale, "با هر خرید", "with one purchase"),
            (unit.Caps.Day, "در هر روز", "on one day"),
            (unit.Caps.Month, "در هر ماه", "in one month"),
            (unit.Caps.Ever, "روی‌هم، برای هر عضو", "by one member, in all"),
        ];
        foreach (var (most, fa, en) in caps)
        {
            if (most is { } end)
            {
                var amount = words.Amount(unit.Code, end);
                yield return words.Say($"{fa} حداکثر {amount} به دست می‌آید.", $"At most {amount} can be earned {en}.");
            }
        }
    }

    /// <summary>How much of it pays and where, each rule a sentence.</summary>
    public static IEnumerable<string> Spending(Unit unit, Wording words)
    {
        var rules = unit.Spending;
        if (rules.Least > 0)
        {
            var least = words.Amount(unit.Code, rules.Least);
            yield return words.Say($"دست‌کم {least} یک‌جا خرج می‌شود.", $"At least {least} must be spent at once.");
        }

        if (rules.Most is { } end)
        {
            var most = words.Amount(unit.Code, end);
            yield return words.Say(
                $"در هر خرید حداکثر {most} خرج می‌شود.",
                $"At most {most} can be spent on one purchase."
            );
        }

        if (rules.Step > 1)
        {
            var step = words.Amount(unit.Code, rules.Step);
            yield return words.Say($"تنها مضرب‌های {step} خرج می‌شود.", $"Only multiples of {step} can be spent.");
        }

        if (rules.Share.BasisPoints < Percent.Hundred.BasisPoints)
        {
            var share = words.Percent(rules.Share);
            yield return words.Say(
                $"حداکثر {share} مبلغ خرید را می‌پردازد.",
                $"It pays at most {share} of a purchase."
            );
        }

        if (!rules.Branches.IsEmpty)
        {
            var branches = Names(rules.Branches, NameKind.Branch, words);
            yield return words.Say($"تنها در {branches} خرج می‌شود.", $"It can be spent at {branches} only.");
        }

        if (!rules.Weekdays.IsEmpty)
        {
            var days = List(rules.Weekdays.Select(d => JalaliDate.WeekdayName(d, words.Persian)), words);
            yield return words.Say($"تنها {days} خرج می‌شود.", $"It can be spent on {days} only.");
        }

        if (!rules.ProductGroups.IsEmpty)
        {
            var groups = Names(rules.ProductGroups, NameKind.ProductGroup, words);
            yield return words.Say($"تنها {groups} را می‌پردازد.", $"It pays for {groups} only.");
        }
    }

    /// <summary>What it turns into.</summary>
    public static string? Turns(Unit unit, Wording words)
    {
        if (unit.Into is not { } into)
        {
            return null;
        }

        var (per, gives) = (words.Amount(unit.Code, into.Per), words.Amount(into.To, into.Gives));
        return into.Nightly
            ? words.Say($"هر {per}، شبانه و خودبه‌خود، {gives} می‌شود.", $"Each {per} becomes {gives} overnight.")
            : words.Say($"هر {per} را می‌شود به {gives} تبدیل کرد.", $"Each {per} can be turned into {gives}.");
    }

    private static string Span(CalendarSpan span, Wording words) =>
        span.Months == 0
            ? Days(span.Days, words)
            : words.Say(
                $"{words.Number(span.Months)} ماه",
                span.Months == 1 ? "1 month" : $"{words.Number(span.Months)} months"
            );

    private static string Days(int days, Wording words) =>
        words.Say($"{words.Number(days)} روز", days == 1 ? "1 day" : $"{words.Number(days)} days");

    private static string PeriodFa(Lifetime.EndOf end, Wording words)
    {
        var period = end.Period switch
        {
            LongPeriod.Month => "ماه",
            LongPeriod.Quarter => "فصل",
            LongPeriod.Year => "سال",
            _ => throw new ArgumentOutOfRangeException(nameof(end)),
        };
        return end.Later switch
        {
            0 => "همان " + period,
            1 => period + " بعد",
            _ => $"{words.Number(end.Later)} {period} بعد",
        };
    }

    private static string PeriodEn(Lifetime.EndOf end)
    {
        var period = end.Period switch
        {
            LongPeriod.Month => "month",
            LongPeriod.Quarter => "quarter",
            LongPeriod.Year => "year",
            _ => throw new ArgumentOutOfRangeException(nameof(end)),
        };
        return end.Later switch
        {
            0 => $"the {period}",
            1 => $"the next {period}",
            _ => string.Create(CultureInfo.InvariantCulture, $"the {period} {end.Later} {period}s later"),
        };
    }

    private static string DaysOf(Lifetime.OnDays on, Wording words)
    {
        var days = on.Days.Select(d =>
            d.Once is { } once ? words.Day(once)
            : words.Persian ? words.Digits($"{d.Day} {JalaliDate.MonthsFa[d.Month - 1]}")
            : string.Create(CultureInfo.InvariantCulture, $"{d.Day} {JalaliDate.MonthsEn[d.Month - 1]}")
        );
        return words.Say("تا ", "until ") + string.Join(words.Say(" یا ", " or "), days);
    }

    private static string Names(IEnumerable<string> codes, NameKind kind, Wording words) =>
        List(codes.Select(code => words.NameInside(kind, code)), words);

    private static string List(IEnumerable<string> names, Wording words)
    {
        string[] all = [.. names];
        var before = string.Join(words.Say("، ", ", "), all[..^1]);
        return before.Length == 0 ? all[^1] : before + words.Say(" و ", " and ") + all[^1];
    }
}
