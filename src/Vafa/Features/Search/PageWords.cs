using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Features.Search;

/// <summary>Every page of the office with the words it is looked for by.</summary>
internal static class PageWords
{
    public static readonly IReadOnlyList<KnownPage> All =
    [
        Page("/", Scopes.Reports, "خانه", "Home", "امروز داشبورد خلاصه آمار گزارش today dashboard figures report"),
        Act("/sale", Scopes.Purchases, "صندوق", "Till", "فروش تازه جدید ثبت خرید فاکتور sale checkout register new"),
        Page("/members", Scopes.Members, "اعضا", "Members", "مشتری مشتریان عضو باشگاه customers people"),
        Act("/members/new", Scopes.Members, "عضو تازه", "New member", "ثبت‌نام عضویت مشتری جدید افزودن add enrol join"),
        Act(
            "/members/import",
            Scopes.Members,
            "آوردن اعضا از فایل",
            "Import members",
            "ورود اکسل انتقال باشگاه قبلی excel xlsx csv upload migrate"
        ),
        Page(
            "/purchases",
            Scopes.Purchases,
            "فروش‌ها",
            "Sales",
            "خریدها رسید فاکتور مرجوعی برگشت purchases receipts refunds orders"
        ),
        Page(
            "/offers",
            Scopes.Offers,
            "پیشنهادها",
            "Offers",
            "تخفیف آفر کمپین جشنواره هدیه تولد discount campaign promotion gift"
        ),
        Act(
            "/offers/new",
            Scopes.Offers,
            "پیشنهاد تازه",
            "New offer",
            "تخفیف آفر کمپین جدید ساختن add create discount"
        ),
        Page(
            "/offers/words",
            Scopes.Offers,
            "واژه‌های پیشنهاد",
            "Words of offers",
            "شرط قاعده مثال کارت مهر دومی نصف قیمت پک کالای رایگان vocabulary conditions effects bundle stamp card"
        ),
        Page(
            "/reports/liability",
            Scopes.Reports,
            "بدهی باشگاه",
            "What the club owes",
            "گزارش گزارش‌ها تعهد تعهدات مانده امتیاز اعتبار بودجه برنامه دفتر کل حسابداری سند سررسید "
                + "report reports liability outstanding breakage budget plan ledger accounting export csv"
        ),
        Page("/messages", Scopes.Messages, "پیام‌ها", "Messages", "پیامک اس‌ام‌اس صف ارسال sms text outbox"),
        Page(
            "/settings/club",
            Scopes.Club,
            "مشخصات و ظاهر باشگاه",
            "Name and look",
            "تنظیمات نام لوگو رنگ تومان ریال تقویم ساعت زبان تخفیف دستی صندوق‌دار "
                + "settings logo colour currency calendar time language discount by hand cashier limit"
        ),
        Page(
            "/settings/branches",
            Scopes.Club,
            "شعبه‌ها و صندوق‌ها",
            "Branches and tills",
            "فروشگاه مغازه دخل پایانه فروش دستگاه تبلت اتصال کد آفلاین "
                + "shops stores locations registers pos device tablet pair pairing offline"
        ),
        Page(
            "/settings/registers",
            Scopes.Club,
            "صندوق فروشگاه",
            "Cash register",
            "نرم‌افزار فروش رسید پوشه اتصال هلو سپیدار پایانه register pos receipts folder software connect"
        ),
        Page(
            "/settings/fields",
            Scopes.Club,
            "فیلدهای عضو",
            "Member fields",
            "پرسش فرم ثبت‌نام اطلاعات مشتری custom form questions"
        ),
        Page(
            "/settings/engagements",
            Scopes.Offers,
            "فعالیت‌ها",
            "Engagement",
            "نظر رویداد تکمیل مشخصات پروفایل امتیاز تعامل review event attendance profile custom points"
        ),
        Page(
            "/adjustments",
            Scopes.Ledger,
            "اصلاح‌های در انتظار تأیید",
            "Corrections that wait for approval",
            "هدیه جریمه پاداش تأیید دوم bonus penalty approve adjustment"
        ),
        Page(
            "/settings/groups",
            Scopes.Club,
            "گروه‌های اعضا",
            "Member groups",
            "برچسب دسته نقره‌ای طلایی سطح tags silver gold"
        ),
        Page(
            "/settings/segments",
            Scopes.Club,
            "بخش‌بندی اعضا",
            "Segments",
            "بخش تقسیم دسته‌بندی صافی فیلتر مخاطب هدف segmentation audience filter target"
        ),
        Page(
            "/settings/network",
            Scopes.Club,
            "شبکهٔ فروشگاه",
            "Shop network",
            "گواهی امن نشانی وای‌فای اعتماد https ssl tls certificate secure wifi lan trust proxy"
        ),
        Page(
            "/settings/units",
            Scopes.Offers,
            "امتیاز و اعتبار",
            "Points and credit",
            "واحد کیف پول مهلت انقضا units wallet expiry"
        ),
        Page(
            "/settings/festivals",
            Scopes.Offers,
            "مناسبت‌ها",
            "Festivals",
            "نوروز یلدا رمضان جشن جشنواره تقویم عید سالگرد calendar events holidays nowruz"
        ),
        Page(
            "/settings/ladders",
            Scopes.Offers,
            "سطح‌ها",
            "Tiers",
            "سطح نردبان نقره‌ای طلایی پلاتینیوم الماس ویژه رتبه tiers ladder levels silver gold vip"
        ),
        Page(
            "/settings/rules",
            Scopes.Offers,
            "قانون‌های امتیازدهی",
            "Earning rules",
            "قاعده قاعده‌های کش‌بک کشبک کش‌ بک اعتبار بازگشت وجه cashback points earn percent back"
        ),
        Page("/settings/products", Scopes.Offers, "کالاها", "Products", "منو محصول جنس قیمت menu items goods price"),
        Page(
            "/settings/product-groups",
            Scopes.Offers,
            "گروه‌های کالا",
            "Product groups",
            "دسته دسته‌بندی محصول منو categories menu"
        ),
        Page(
            "/settings/versions",
            Scopes.Offers,
            "نسخه‌های برنامه",
            "Programme versions",
            "تاریخچه گذشته پیشین تغییر چه کسی کی history past changes who when"
        ),
        Page(
            "/settings/rulebook",
            Scopes.Club,
            "صفحهٔ قوانین",
            "Rules page",
            "مقررات شرایط انتشار منتشر سایت عمومی سطح‌ها rules terms conditions publish public website"
        ),
        Page(
            "/settings/join",
            Scopes.Club,
            "عضویت با گوشی",
            "Joining by phone",
            "کد QR کیوآر رسید پوستر ثبت نام خودش بارکد join sign up enrol code poster receipt scan"
        ),
        Page(
            "/settings/nights",
            Scopes.Ledger,
            "کارهای شبانه",
            "Night’s work",
            "شب انقضا پایان مهلت یادآوری خودکار زمان‌بندی nightly job expiry expire schedule batch"
        ),
        Page(
            "/settings/staff",
            Scopes.Staff,
            "همکاران",
            "Staff",
            "کارکنان کارمند صندوق‌دار نقش دسترسی کاربر دعوت رمز users roles cashier password invite"
        ),
        Page(
            "/settings/keys",
            Scopes.Staff,
            "کلیدهای برنامه‌ها",
            "API keys",
            "اتصال وب‌سرویس نرم‌افزار حسابداری سایت integration webservice token"
        ),
        Page(
            "/settings/audit",
            Scopes.Audit,
            "گزارش تغییرها",
            "Audit log",
            "چه کسی چه کرد دفتر تغییرها تاریخچه لاگ history changes who"
        ),
        Page("/me", null, "حساب من", "My account", "گذرواژه رمز پین کلید عبور نشست خروج password pin passkey sessions"),
        Page("/help", null, "راهنما", "Help", "کمک آموزش چطور پشتیبانی how guide learn support"),
    ];

    private static KnownPage Page(string address, string? scope, string fa, string en, string words) =>
        new(address, scope, new LocalText(fa, en), words);

    private static KnownPage Act(string address, string scope, string fa, string en, string words) =>
        new(address, scope, new LocalText(fa, en), words) { Changes = true };
}
