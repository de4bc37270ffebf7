using System.Collections.Frozen;

namespace Vafa.Features.Audit;

/// <summary>
/// The words of the audit log in both languages. {0} is who did it, {1} what it was done to. A new action comes with
/// its sentence here.
/// </summary>
internal static class AuditTexts
{
    /// <summary>What is put: it was there before …</summary>
    public static readonly (string Fa, string En) Changed = ("{0} {1} را تغییر داد.", "{0} changed {1}.");

    /// <summary>… or it was not.</summary>
    public static readonly (string Fa, string En) Made = ("{0} {1} را ساخت.", "{0} made {1}.");

    public static readonly FrozenDictionary<string, (string Fa, string En)> Actions = new Dictionary<
        string,
        (string Fa, string En)
    >(StringComparer.Ordinal)
    {
        ["offer.put"] = Changed,
        ["offer.pause"] = ("{0} {1} را موقتاً متوقف کرد.", "{0} paused {1}."),
        ["offer.resume"] = ("{0} {1} را دوباره به جریان انداخت.", "{0} resumed {1}."),
        ["offer.end"] = ("{0} {1} را پایان داد.", "{0} ended {1}."),
        ["offer.propose"] = ("{0} {1} را برای تأیید فرستاد.", "{0} proposed {1}."),
        ["offer.approve"] = ("{0} {1} را تأیید کرد.", "{0} approved {1}."),
        ["offer.reject"] = ("{0} آنچه را از {1} در انتظار تأیید بود برداشت.", "{0} took away what waited of {1}."),
        ["unit.put"] = Changed,
        ["earning-rule.put"] = Changed,
        ["group.put"] = Changed,
        ["branch.put"] = Changed,
        ["till.put"] = Changed,
        ["segment.put"] = Changed,
        ["festival.put"] = Changed,
        ["field.put"] = Changed,
        ["product.put"] = Changed,
        ["product-group.put"] = Changed,
        ["club.patch"] = ("{0} تنظیمات باشگاه را تغییر داد.", "{0} changed the club's settings."),
        ["club.logo"] = ("{0} نشان باشگاه را تغییر داد.", "{0} changed the club's logo."),
        ["member.enrol"] = ("{0} {1} را در باشگاه ثبت کرد.", "{0} enrolled {1}."),
        ["member.patch"] = ("{0} مشخصات {1} را تغییر داد.", "{0} changed the profile of {1}."),
        ["wallet.adjusted"] = ("{0} کیف {1} را اصلاح کرد.", "{0} corrected a wallet of {1}."),
        ["staff.created"] = ("{0} {1} را به باشگاه دعوت کرد.", "{0} invited {1}."),
        ["staff.link-made"] = ("{0} پیوند ورود تازه‌ای برای {1} ساخت.", "{0} made a new sign-in link for {1}."),
        ["staff.changed"] = ("{0} مشخصات یا نقش {1} را تغییر داد.", "{0} changed the name or role of {1}."),
        ["staff.disabled"] = ("{0} دسترسی {1} را بست.", "{0} shut {1} out."),
        ["staff.enabled"] = ("{0} دسترسی {1} را دوباره باز کرد.", "{0} let {1} in again."),
        ["staff.password-set"] = ("{0} با پیوند ورود گذرواژه‌ای تازه گذاشت.", "{0} set a new password by link."),
        ["staff.password-changed"] = ("{0} گذرواژهٔ خود را عوض کرد.", "{0} changed the password."),
        ["staff.signed-in"] = ("{0} با گذرواژه وارد شد.", "{0} signed in with a password."),
        ["staff.signed-in-by-link"] = ("{0} با پیوند یک‌بارمصرف وارد شد.", "{0} signed in by a one-time link."),
        ["staff.signed-in-by-passkey"] = ("{0} با کلید عبور وارد شد.", "{0} signed in with a passkey."),
        ["staff.signed-in-to-demo"] = ("{0} وارد باشگاه نمایشی شد.", "{0} entered the demo club."),
        ["staff.signed-out"] = ("{0} خارج شد.", "{0} signed out."),
        ["staff.sign-in-failed"] = ("تلاش ناموفقی برای ورود به نام {1} شد.", "Somebody failed to sign in as {1}."),
        ["staff.sessions-ended"] = ("{0} نشست‌هایی از {1} را پایان داد.", "{0} ended sessions of {1}."),
        ["staff.passkey-added"] = ("{0} کلید عبوری ثبت کرد.", "{0} added a passkey."),
        ["staff.passkey-renamed"] = ("{0} نام کلید عبور خود را عوض کرد.", "{0} renamed a passkey."),
        ["staff.passkey-removed"] = ("{0} کلید عبور خود را پاک کرد.", "{0} removed a passkey."),
        ["first-run.done"] = ("{0} باشگاه را راه انداخت.", "{0} set the club up."),
        ["import.run"] = ("{0} فایلی را وارد باشگاه کرد.", "{0} imported a file."),
        ["members.export"] = ("{0} فهرست اعضا را در فایل اکسل گرفت.", "{0} took the list of members as a workbook."),
        ["products.export"] = (
            "{0} فهرست کالاها را در فایل اکسل گرفت.",
            "{0} took the list of products as a workbook."
        ),
        ["purchases.export"] = ("{0} فهرست فروش‌ها را در فایل اکسل گرفت.", "{0} took the list of sales as a workbook."),
        ["member.bulk"] = ("{0} چند عضو را یک‌جا تغییر داد.", "{0} changed several members at once."),
        ["view.save"] = ("{0} نمایی از فهرست را ذخیره کرد.", "{0} saved a view of a list."),
        ["view.delete"] = ("{0} نمایی از فهرست را پاک کرد.", "{0} removed a view of a list."),
        ["apikey.create"] = ("{0} {1} را ساخت.", "{0} made {1}."),
        ["apikey.revoke"] = ("{0} {1} را باطل کرد.", "{0} revoked {1}."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, (string Fa, string En)> Nouns = new Dictionary<
        string,
        (string Fa, string En)
    >(StringComparer.Ordinal)
    {
        ["offer"] = ("پیشنهاد", "the offer"),
        ["unit"] = ("واحد", "the unit"),
        ["earning-rule"] = ("قانون امتیازدهی", "the earning rule"),
        ["group"] = ("گروه", "the group"),
        ["segment"] = ("بخش", "the segment"),
        ["festival"] = ("مناسبت", "the festival"),
        ["branch"] = ("شعبهٔ", "the branch"),
        ["till"] = ("صندوق", "the till"),
        ["field"] = ("فیلد", "the field"),
        ["product"] = ("کالای", "the product"),
        ["product-group"] = ("گروه کالای", "the product group"),
        ["club"] = ("باشگاه", "the club"),
        ["member"] = ("عضو", "the member"),
        ["staff"] = ("همکار", "the colleague"),
        ["apikey"] = ("کلید برنامهٔ", "the API key"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, (string Fa, string En)> Labels = new Dictionary<
        string,
        (string Fa, string En)
    >(StringComparer.Ordinal)
    {
        ["title"] = ("نام", "name"),
        ["name"] = ("نام", "name"),
        ["code"] = ("کد", "code"),
        ["sku"] = ("کد کالا", "product code"),
        ["role"] = ("نقش", "role"),
        ["branch"] = ("شعبه", "branch"),
        ["scopes"] = ("اجازه‌ها", "scopes"),
        ["address"] = ("نشانی اینترنتی", "address"),
        ["ended"] = ("نشست‌های پایان‌یافته", "sessions ended"),
        ["expiresAt"] = ("پایان اعتبار", "expires"),
        ["mobile"] = ("موبایل", "mobile"),
        ["firstName"] = ("نام", "first name"),
        ["lastName"] = ("نام خانوادگی", "last name"),
        ["birthDate"] = ("تاریخ تولد", "birth date"),
        ["gender"] = ("جنسیت", "gender"),
        ["email"] = ("ایمیل", "email"),
        ["groups"] = ("گروه‌ها", "groups"),
        ["fields"] = ("فیلدها", "fields"),
        ["referrer"] = ("معرف", "referrer"),
        ["consent"] = ("رضایت‌ها", "consents"),
        ["consentSms"] = ("رضایت به پیامک", "consent to SMS"),
        ["consentEmail"] = ("رضایت به ایمیل", "consent to email"),
        ["unit"] = ("واحد", "unit"),
        ["amount"] = ("مقدار", "amount"),
        ["balance"] = ("مانده", "balance"),
        ["reason"] = ("دلیل", "reason"),
        ["at"] = ("زمان", "time"),
        ["group"] = ("گروه", "group"),
        ["everyYear"] = ("هر سال", "every year"),
        ["brand"] = ("برند", "brand"),
        ["maxBasketDiscountPercent"] = ("سقف تخفیف همهٔ خرید", "most off the whole basket"),
        ["minMarginPercent"] = ("کمترین سود", "least margin"),
        ["approveOffers"] = ("تأیید دونفرهٔ پیشنهادها", "offers need a second person"),
        ["holdoutPercent"] = ("سهم گروه شاهد", "hold-out share"),
        ["price"] = ("قیمت", "price"),
        ["cost"] = ("بهای خرید", "cost"),
        ["give"] = ("آنچه می‌دهد", "gives"),
        ["when"] = ("شرط", "condition"),
        ["schedule"] = ("زمان‌بندی", "schedule"),
        ["state"] = ("وضعیت", "state"),
        ["limits"] = ("سقف‌ها", "limits"),
        ["combine"] = ("با پیشنهادهای دیگر جمع می‌شود", "combines"),
        ["notWith"] = ("نه همراه با", "not with"),
        ["priority"] = ("اولویت", "priority"),
        ["holdout"] = ("گروه شاهد", "hold-out"),
        ["worth"] = ("ارزش", "worth"),
        ["maySpend"] = ("قابل خرج", "spendable"),
        ["spendValue"] = ("ارزش هنگام خرج", "spend value"),
        ["expiresAfterDays"] = ("روزهای اعتبار", "expires after days"),
        ["availableAfterDays"] = ("روزهای انتظار", "available after days"),
        ["perAmount"] = ("به ازای مبلغ", "per amount"),
        ["earn"] = ("امتیاز", "earns"),
        ["percent"] = ("درصد", "percent"),
        ["rounding"] = ("گرد کردن", "rounding"),
        ["perVisit"] = ("به ازای هر بار", "per visit"),
        ["type"] = ("نوع", "type"),
        ["choices"] = ("گزینه‌ها", "choices"),
        ["order"] = ("ترتیب", "order"),
        ["shownAtTill"] = ("در صندوق دیده می‌شود", "shown at the till"),
        ["currency"] = ("واحد پول", "currency"),
        ["showToman"] = ("نمایش به تومان", "shown in toman"),
        ["calendar"] = ("تقویم", "calendar"),
        ["timeZone"] = ("منطقهٔ زمانی", "time zone"),
        ["language"] = ("زبان", "language"),
        ["dayStartsAt"] = ("آغاز روز کاری", "day starts at"),
        ["weekStartsOn"] = ("آغاز هفته", "week starts on"),
        ["maxDiscountPercent"] = ("سقف تخفیف", "largest discount"),
        ["debtPolicy"] = ("رفتار با بدهی", "debt policy"),
        ["sms"] = ("پیامک", "SMS"),
        ["uses"] = ("بار", "uses"),
        ["every"] = ("در هر", "every"),
        ["budget"] = ("بودجه", "budget"),
        ["perMember"] = ("برای هر عضو", "per member"),
        ["total"] = ("در مجموع", "in all"),
        ["from"] = ("از", "from"),
        ["to"] = ("تا", "to"),
        ["hours"] = ("ساعت‌ها", "hours"),
        ["weekdays"] = ("روزهای هفته", "weekdays"),
        ["filter"] = ("صافی", "filter"),
        ["count"] = ("تعداد", "count"),
        ["rows"] = ("ردیف‌ها", "rows"),
        ["file"] = ("فایل", "file"),
        ["trade"] = ("صنف", "trade"),
        ["colour"] = ("رنگ", "colour"),
        ["logo"] = ("نشان", "logo"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Words of ours that stand as values.</summary>
    public static readonly FrozenDictionary<string, (string Fa, string En)> Values = new Dictionary<
        string,
        (string Fa, string En)
    >(StringComparer.Ordinal)
    {
        ["owner"] = ("مالک", "owner"),
        ["manager"] = ("مدیر", "manager"),
        ["marketer"] = ("بازاریاب", "marketer"),
        ["cashier"] = ("صندوق‌دار", "cashier"),
        ["agent"] = ("کارشناس تماس", "call agent"),
        ["auditor"] = ("حسابرس", "auditor"),
        ["draft"] = ("پیش‌نویس", "draft"),
        ["live"] = ("فعال", "live"),
        ["paused"] = ("متوقف", "paused"),
        ["ended"] = ("پایان‌یافته", "ended"),
        ["jalali"] = ("خورشیدی", "Jalali"),
        ["gregorian"] = ("میلادی", "Gregorian"),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
