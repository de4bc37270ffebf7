using Microsoft.AspNetCore.Components.Endpoints;
using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Features.Search;

/// <summary>A page that search may lead to.</summary>
/// <param name="Words">Other words people look for it by, in both languages.</param>
internal sealed record KnownPage(string Address, string Scope, LocalText Title, string Words);

/// <summary>
/// The pages by the words an owner uses for them. One that this program does not serve is never offered, so the list
/// may not lead into the void.
/// </summary>
internal sealed class KnownPages(EndpointDataSource endpoints)
{
    private static readonly KnownPage[] All =
    [
        Page("/home", Scopes.Reports, "خانه", "Home", "امروز داشبورد خلاصه آمار today dashboard figures"),
        Page("/sale", Scopes.Purchases, "فروش", "Sale", "ثبت خرید صندوق فاکتور till checkout register new"),
        Page("/members", Scopes.Members, "اعضا", "Members", "مشتری مشتریان عضو باشگاه customers people"),
        Page(
            "/purchases",
            Scopes.Purchases,
            "فروش‌ها",
            "Sales",
            "خریدها رسید فاکتور مرجوعی برگشت receipts refunds orders"
        ),
        Page(
            "/offers",
            Scopes.Offers,
            "پیشنهادها",
            "Offers",
            "تخفیف آفر کمپین جشنواره هدیه تولد discount campaign promotion gift"
        ),
        Page("/messages", Scopes.Messages, "پیام‌ها", "Messages", "پیامک اس‌ام‌اس صف ارسال sms text outbox"),
        Page(
            "/settings/products",
            Scopes.Offers,
            "کالاها",
            "Products",
            "منو محصول جنس قیمت بهای بارکد menu items goods price cost barcode"
        ),
        Page(
            "/settings/product-groups",
            Scopes.Offers,
            "گروه‌های کالا",
            "Product groups",
            "دسته دسته‌بندی محصول جنس categories goods"
        ),
        Page(
            "/settings/rules",
            Scopes.Offers,
            "قاعده‌های امتیازدهی",
            "Earning rules",
            "قانون کش‌بک کشبک کش‌ بک امتیاز اعتبار بازگشت وجه cashback points earn percent back"
        ),
        Page(
            "/settings/units",
            Scopes.Offers,
            "امتیاز و اعتبار",
            "Points and credit",
            "واحد کیف پول مهلت انقضا units wallet expiry"
        ),
        Page(
            "/settings/groups",
            Scopes.Club,
            "گروه‌های اعضا",
            "Groups of members",
            "برچسب دسته نقره‌ای طلایی tags segments silver gold"
        ),
        Page(
            "/settings/fields",
            Scopes.Club,
            "فیلدهای عضو",
            "Fields of members",
            "پرسش فرم ثبت‌نام اطلاعات custom form questions"
        ),
        Page("/settings/branches", Scopes.Offers, "شعبه‌ها", "Branches", "فروشگاه مغازه shops stores locations"),
        Page("/settings/tills", Scopes.Offers, "صندوق‌ها", "Tills", "دخل پایانه فروش registers pos"),
        Page(
            "/settings/staff",
            Scopes.Staff,
            "همکاران",
            "Staff",
            "کارمند صندوق‌دار نقش دسترسی کاربر رمز users roles cashier password"
        ),
        Page(
            "/settings/keys",
            Scopes.Staff,
            "کلیدهای API",
            "API keys",
            "اتصال وب‌سرویس نرم‌افزار integration webservice token"
        ),
        Page("/audit", Scopes.Audit, "دفتر تغییرها", "Audit log", "تاریخچه چه‌کسی تغییر لاگ history changes who"),
        Page(
            "/settings",
            Scopes.Club,
            "تنظیمات",
            "Settings",
            "نام باشگاه لوگو رنگ تومان ریال تقویم زبان logo colour currency calendar language"
        ),
    ];

    private readonly Lazy<HashSet<string>> served = new(() =>
        endpoints
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/'))
            .ToHashSet(StringComparer.OrdinalIgnoreCase)
    );

    /// <summary>Those where every word of the search begins a word of the title or of its other words.</summary>
    public IEnumerable<KnownPage> Find(IReadOnlyList<string> words, Func<string, bool> may) =>
        All.Where(p => may(p.Scope) && served.Value.Contains(p.Address) && Leads(p, words));

    /// <summary>The same without asking what is served; for the test of the words.</summary>
    internal static IEnumerable<KnownPage> Meant(IReadOnlyList<string> words) => All.Where(p => Leads(p, words));

    private static bool Leads(KnownPage page, IReadOnlyList<string> words)
    {
        var keys = PersianText.SearchKey($"{page.Title.Fa} {page.Title.En} {page.Words}").Split(' ');
        return words.Count > 0 && words.All(w => keys.Any(k => k.StartsWith(w, StringComparison.Ordinal)));
    }

    private static KnownPage Page(string address, string scope, string fa, string en, string words) =>
        new(address, scope, new LocalText(fa, en), words);
}
