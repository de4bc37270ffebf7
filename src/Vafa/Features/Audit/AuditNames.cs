using System.Collections.Frozen;
using System.Globalization;
using Vafa.Core.Values;

namespace Vafa.Features.Audit;

/// <summary>What the acts of the audit log are called where one is chosen.</summary>
internal static class AuditNames
{
    private static readonly FrozenDictionary<string, (string Fa, string En)> Names = new Dictionary<
        string,
        (string Fa, string En)
    >(StringComparer.Ordinal)
    {
        ["offer.put"] = ("پیشنهاد: ساختن یا تغییر", "Offer: made or changed"),
        ["offer.pause"] = ("پیشنهاد: نگه داشتن", "Offer: paused"),
        ["offer.resume"] = ("پیشنهاد: ادامه دادن", "Offer: resumed"),
        ["offer.end"] = ("پیشنهاد: پایان دادن", "Offer: ended"),
        ["offer.propose"] = ("پیشنهاد: فرستادن برای تأیید", "Offer: proposed"),
        ["offer.approve"] = ("پیشنهاد: تأیید", "Offer: approved"),
        ["offer.reject"] = ("پیشنهاد: رد یا پس گرفتن", "Offer: proposal taken away"),
        ["unit.put"] = ("امتیاز و اعتبار: تغییر", "Points and credit: changed"),
        ["plan.put"] = ("برنامهٔ دادن: تغییر", "Plan of giving: changed"),
        ["earning-rule.put"] = ("قانون امتیازدهی: تغییر", "Earning rule: changed"),
        ["product.put"] = ("کالا: تغییر", "Product: changed"),
        ["product.remove"] = ("کالا: برداشتن از فهرست", "Product: taken off the list"),
        ["product-group.put"] = ("گروه کالا: تغییر", "Product group: changed"),
        ["club.patch"] = ("باشگاه: تغییر تنظیمات", "Club: settings changed"),
        ["first-run.done"] = ("باشگاه: راه‌اندازی", "Club: set up"),
        ["branch.put"] = ("شعبه: تغییر", "Branch: changed"),
        ["till.put"] = ("صندوق: تغییر", "Till: changed"),
        ["engagement.put"] = ("فعالیت: تغییر", "Engagement: changed"),
        ["field.put"] = ("فیلد عضو: تغییر", "Member field: changed"),
        ["ladder.put"] = ("سطح‌ها: تغییر", "Ladder: changed"),
        ["tier.picture"] = ("سطح: تغییر تصویر", "Tier: picture changed"),
        ["rulebook.put"] = ("صفحهٔ قوانین: تغییر", "Rules page: changed"),
        ["join.put"] = ("عضویت با گوشی: تغییر", "Joining by phone: changed"),
        ["join.links-ended"] = ("عضویت با گوشی: باطل کردن کدها", "Joining by phone: codes ended"),
        ["member.tier-placed"] = ("عضو: دادن سطح", "Member: tier given"),
        ["member.tier-ended"] = ("عضو: پایان سطح داده‌شده", "Member: given tier ended"),
        ["segment.put"] = ("بخش: تغییر", "Segment: changed"),
        ["festival.put"] = ("مناسبت: تغییر", "Festival: changed"),
        ["group.put"] = ("گروه اعضا: تغییر", "Member group: changed"),
        ["member.enrol"] = ("عضو: ثبت‌نام", "Member: enrolled"),
        ["member.left"] = ("عضو: خروج از باشگاه", "Member: left the club"),
        ["member.patch"] = ("عضو: تغییر مشخصات", "Member: profile changed"),
        ["member.merged"] = ("عضو: ادغام", "Member: merged"),
        ["member.merge-undone"] = ("عضو: برگرداندن ادغام", "Member: merge undone"),
        ["member.bulk"] = ("عضو: تغییر یک‌جا", "Member: changed many at once"),
        ["wallet.proposed"] = ("عضو: اصلاح در انتظار تأیید", "Member: correction proposed"),
        ["wallet.approved"] = ("عضو: اصلاح تأیید شد", "Member: correction approved"),
        ["wallet.rejected"] = ("عضو: اصلاح پذیرفته نشد", "Member: correction rejected"),
        ["wallet.converted"] = ("عضو: تبدیل", "Member: conversion"),
        ["wallet.transferred"] = ("عضو: دادن به عضو دیگر", "Member: gift to another"),
        ["wallet.extended"] = ("عضو: مهلت بیشتر", "Member: more time"),
        ["wallet.reinstated"] = ("عضو: بازگشت آنچه مهلتش تمام شد", "Member: expired stands again"),
        ["wallet.adjusted"] = ("عضو: اصلاح کیف", "Member: wallet corrected"),
        ["members.export"] = ("فایل اکسل اعضا", "Excel file of members"),
        ["products.export"] = ("فایل اکسل کالاها", "Excel file of products"),
        ["purchases.export"] = ("فایل اکسل فروش‌ها", "Excel file of sales"),
        ["ledger.export"] = ("فایل دفتر کل", "File for the general ledger"),
        ["register.folders"] = ("صندوق فروشگاه: ساختن پوشه‌ها", "Cash register: folders made"),
        ["register.again"] = ("صندوق فروشگاه: خواندن دوباره", "Cash register: receipts read again"),
        ["import.run"] = ("وارد کردن فایل", "File imported"),
        ["night.again"] = ("کارهای شبانه: اجرای دوبارهٔ یک گام", "Night’s work: a step run again"),
        ["view.save"] = ("نمای فهرست: ذخیره", "View: saved"),
        ["view.delete"] = ("نمای فهرست: پاک کردن", "View: removed"),
        ["staff.created"] = ("همکار: دعوت", "Staff: invited"),
        ["staff.changed"] = ("همکار: تغییر نام یا نقش", "Staff: name or role changed"),
        ["staff.link-made"] = ("همکار: پیوند ورود تازه", "Staff: new sign-in link"),
        ["staff.disabled"] = ("همکار: بستن دسترسی", "Staff: shut out"),
        ["staff.enabled"] = ("همکار: باز کردن دسترسی", "Staff: let in again"),
        ["staff.sessions-ended"] = ("همکار: پایان نشست‌ها", "Staff: sessions ended"),
        ["staff.signed-in"] = ("ورود با گذرواژه", "Sign-in with password"),
        ["staff.signed-in-by-passkey"] = ("ورود با کلید عبور", "Sign-in with passkey"),
        ["staff.signed-in-by-link"] = ("ورود با پیوند", "Sign-in by link"),
        ["staff.signed-in-to-demo"] = ("ورود به باشگاه نمایشی", "Sign-in to the demo"),
        ["staff.sign-in-failed"] = ("ورود ناموفق", "Failed sign-in"),
        ["staff.signed-out"] = ("خروج", "Sign-out"),
        ["staff.password-set"] = ("گذرواژه: گذاشتن با پیوند", "Password: set by link"),
        ["staff.password-changed"] = ("گذرواژه: عوض کردن", "Password: changed"),
        ["staff.passkey-added"] = ("کلید عبور: افزودن", "Passkey: added"),
        ["staff.passkey-renamed"] = ("کلید عبور: تغییر نام", "Passkey: renamed"),
        ["staff.passkey-removed"] = ("کلید عبور: پاک کردن", "Passkey: removed"),
        ["staff.pin-set"] = ("رمز صندوق: گذاشتن", "Till PIN: chosen"),
        ["staff.pin-cleared"] = ("رمز صندوق: برداشتن", "Till PIN: taken away"),
        ["staff.pin-wrong"] = ("رمز صندوق: نادرست", "Till PIN: wrong"),
        ["till.code-made"] = ("صندوق: ساختن کد اتصال", "Till: pairing code made"),
        ["till.paired"] = ("صندوق: اتصال دستگاه", "Till: device paired"),
        ["till.revoked"] = ("صندوق: جدا کردن دستگاه", "Till: device shut out"),
        ["till.token-copied"] = ("صندوق: دستگاه کپی‌شده", "Till: copied device"),
        ["till.shift-begun"] = ("صندوق: آغاز کار", "Till: shift begun"),
        ["sale.by-hand"] = ("فروش: تخفیف دستی", "Sale: discount by hand"),
        ["till.approved"] = ("صندوق: اجازهٔ مدیر", "Till: manager’s word"),
        ["apikey.create"] = ("کلید برنامه: ساختن", "API key: made"),
        ["apikey.revoke"] = ("کلید برنامه: باطل کردن", "API key: revoked"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every act there may be, in the reader's words and their order.</summary>
    public static IReadOnlyList<(string Action, string Name)> All(Wording words) =>
        [
            .. AuditTexts
                .Actions.Keys.Select(action => (action, Of(action, words)))
                .OrderBy(act => act.Item2, StringComparer.Create(CultureInfo.GetCultureInfo("fa"), false)),
        ];

    /// <summary>An act that has no name is called by its sentence.</summary>
    public static string Of(string action, Wording words)
    {
        if (Names.TryGetValue(action, out var pair))
        {
            return words.Say(pair.Fa, pair.En);
        }

        if (!AuditTexts.Actions.TryGetValue(action, out var form))
        {
            return action;
        }

        var kind = action.Split('.')[0];
        var noun = AuditTexts.Nouns.TryGetValue(kind, out var called) ? words.Say(called.Fa, called.En) : kind;
        return string.Format(
            CultureInfo.InvariantCulture,
            words.Say(form.Fa, form.En),
            words.Say("کسی", "Somebody"),
            noun
        );
    }
}
