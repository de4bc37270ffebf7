using Vafa.Core.Values;
using Vafa.Features.Register;
using Vafa.Ui;
using Vafa.Web;

namespace Vafa.Features.Home;

/// <summary>A notice in words: what is so, what may be done about it, and where.</summary>
/// <param name="Scope">Who may not read this sees the sentence without its link.</param>
internal sealed record NoticeLine(string Icon, string Sentence, string Act, string Address, string Scope)
{
    public static NoticeLine Of(Notice notice, Wording words, Dates dates)
    {
        var title = notice.Title is { } named ? words.Inside(words.Title(named)) : "";
        var offer = "/offers/" + Uri.EscapeDataString(notice.Offer ?? "");
        var (count, of) = (notice.Count ?? 0, notice.Of ?? 0);
        return notice.Kind switch
        {
            NoticeKinds.MessagesWaiting => Waiting(count, of, words),
            NoticeKinds.OfferWaiting => new NoticeLine(
                "clock",
                words.Say($"پیشنهاد «{title}» در انتظار تأیید است.", $"The offer “{title}” waits for approval."),
                words.Say("ببینید و تأیید یا رد کنید", "Look at it and approve or reject it"),
                offer,
                Scopes.Offers
            ),
            NoticeKinds.AdjustmentsWaiting => new NoticeLine(
                "clock",
                words.Say(
                    $"{words.Number(count)} هدیه یا اصلاح در انتظار تأیید است.",
                    count == 1
                        ? "A gift or correction waits for approval."
                        : $"{words.Number(count)} gifts or corrections wait for approval."
                ),
                words.Say("ببینید و تأیید یا رد کنید", "Look at them and approve or reject them"),
                "/adjustments",
                Scopes.Ledger
            ),
            NoticeKinds.ProductGone => new NoticeLine(
                "product",
                words.Say(
                    $"پیشنهاد «{title}» از «{words.NameInside(NameKind.Product, notice.Product!)}» می‌گوید که از فهرست "
                        + "کالاها برداشته شده است.",
                    $"The offer “{title}” names “{words.NameInside(NameKind.Product, notice.Product!)}”, which was "
                        + "taken off the list of products."
                ),
                words.Say("پیشنهاد را درست کنید یا پایان دهید", "Mend the offer, or end it"),
                offer,
                Scopes.Offers
            ),
            NoticeKinds.OfferEnding => new NoticeLine(
                "clock",
                words.Say(
                    $"پیشنهاد «{title}» {dates.Long(notice.At!.Value)} تمام می‌شود.",
                    $"The offer “{title}” ends on {dates.Long(notice.At!.Value)}."
                ),
                words.Say("اگر خوب کار کرده، مهلتش را بیشتر کنید", "If it works well, give it more time"),
                offer,
                Scopes.Offers
            ),
            NoticeKinds.BudgetNearlyGone => new NoticeLine(
                "credit",
                count >= of
                    ? words.Say(
                        $"بودجهٔ پیشنهاد «{title}»، {words.Money(new(of))}، تمام شد و دیگر به کسی نمی‌رسد.",
                        $"The budget of “{title}”, {words.Money(new(of))}, is gone; nobody gets it any more."
                    )
                    : words.Say(
                        $"از بودجهٔ پیشنهاد «{title}»، {words.Money(new(count))} از "
                            + $"{words.Money(new(of))} داده شده است.",
                        $"The offer “{title}” has given {words.Money(new(count))} of its {words.Money(new(of))}."
                    ),
                words.Say("بودجه را بیشتر کنید یا به پیشنهاد پایان دهید", "Raise its budget, or end it"),
                offer,
                Scopes.Offers
            ),
            NoticeKinds.UsesNearlyGone => new NoticeLine(
                "offers",
                count >= of
                    ? words.Say(
                        $"پیشنهاد «{title}» به سقف {words.Number(of)} بار رسید و دیگر به کسی نمی‌رسد.",
                        $"The offer “{title}” reached its limit of {words.Number(of)} uses; nobody gets it any more."
                    )
                    : words.Say(
                        $"پیشنهاد «{title}» {words.Number(count)} بار از {words.Number(of)} بار استفاده شده است.",
                        $"The offer “{title}” was used {words.Number(count)} of {words.Number(of)} times."
                    ),
                words.Say("سقف را بالا ببرید یا به پیشنهاد پایان دهید", "Raise its limit, or end it"),
                offer,
                Scopes.Offers
            ),
            NoticeKinds.PlanNearlyGone or NoticeKinds.PlanPassed => PlanNotices.Line(notice, title, words),
            NoticeKinds.SalesApart => new NoticeLine(
                "receipt",
                words.Say(
                    $"در هفت روز گذشته {words.Number(count)} فروش ثبت شد که با تصمیم وفا تفاوت دارد.",
                    $"In the last seven days {words.Number(count)} "
                        + $"{(count == 1 ? "sale was" : "sales were")} recorded that differ from Vafa’s decision."
                ),
                words.Say("فروش‌ها را نگاه کنید", "Look at the sales"),
                "/purchases?differs=true",
                Scopes.Purchases
            ),
            NoticeKinds.DayWithoutSales => WithoutSales(notice, words, dates),
            NoticeKinds.NightStopped or NoticeKinds.NightSkipped or NoticeKinds.NightMissing => OfNight(
                notice,
                words,
                dates.Long(notice.Day!.Value)
            ),
            NoticeKinds.ReceiptsRefused or NoticeKinds.ReceiptsUnread => RegisterNotices.Line(notice, words),
            _ => throw new InvalidOperationException($"Nobody told how to say “{notice.Kind}”."),
        };
    }

    private static NoticeLine Waiting(long count, long most, Wording words)
    {
        var (fa, en) =
            count >= most
                ? ($"دست‌کم {words.Number(count)}", $"At least {words.Number(count)}")
                : (words.Number(count), words.Number(count));
        return new NoticeLine(
            "message",
            words.Say(
                $"{fa} پیام در صف مانده، چون هنوز راهی برای فرستادن پیام وصل نیست.",
                $"{en} {(count == 1 ? "message waits" : "messages wait")}: nothing is connected yet to send them."
            ),
            words.Say("پیام‌ها را ببینید", "See the messages"),
            "/messages",
            Scopes.Messages
        );
    }

    private static NoticeLine OfNight(Notice notice, Wording words, string day)
    {
        var count = words.Number(notice.Count ?? 0);
        var sentence = notice.Kind switch
        {
            NoticeKinds.NightStopped => words.Say(
                $"کارهای شبانهٔ {day} نیمه‌کاره ماند و هر چند دقیقه دوباره انجام می‌شود.",
                $"The night’s work of {day} stopped halfway and is tried again from time to time."
            ),
            NoticeKinds.NightSkipped => words.Say(
                $"کارهای شبانهٔ {day} برای {count} عضو انجام نشد.",
                $"The night’s work of {day} left out {count} {(notice.Count == 1 ? "member" : "members")}."
            ),
            _ => words.Say(
                $"کارهای شبانه از {day} به بعد انجام نشده است.",
                $"No night’s work was done for {day} and since."
            ),
        };
        return new NoticeLine(
            "clock",
            sentence,
            words.Say("کارهای شبانه را ببینید", "See the night’s work"),
            "/settings/nights",
            Scopes.Ledger
        );
    }

    private static NoticeLine WithoutSales(Notice notice, Wording words, Dates dates)
    {
        var day = notice.Day!.Value;
        var weekday = JalaliDate.WeekdayName(day.DayOfWeek, words.Persian);
        var branch = words.Name(NameKind.Branch, notice.Branch!);
        var (had, of) = (words.Number(notice.Count ?? 0), words.Number(notice.Of ?? 0));
        return new NoticeLine(
            "branch",
            words.Say(
                $"«{branch}» {dates.Long(day)} فروشی ثبت نکرد، "
                    + $"با آن‌که از {of} {weekday}ٔ پیش از آن {had} تا فروش داشت.",
                $"“{branch}” recorded no sale on {dates.Long(day)}, "
                    + $"though {had} of the {of} {weekday}s before had some."
            ),
            words.Say("اگر باز بود، علت را از صندوق‌دار بپرسید", "If it was open, ask the cashier why"),
            "/purchases?branch=" + Uri.EscapeDataString(notice.Branch!),
            Scopes.Purchases
        );
    }
}
