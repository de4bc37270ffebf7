using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Ui;

/// <summary>One place of the office: where it is, and the scope that opens it.</summary>
/// <param name="Also">Other addresses that belong to it.</param>
public sealed record Section(string Path, string Icon, string Scope, LocalText Title, params string[] Also)
{
    /// <summary>Whether it is there to act only: who may read but not change has nothing to do in it.</summary>
    public bool ToAct { get; init; }

    /// <summary>Whether it is shown to this reader.</summary>
    public bool IsOpenTo(Reader reader) => ToAct ? reader.MayChange(Scope) : reader.May(Scope);

    /// <summary>Whether this address lies in it.</summary>
    public bool Holds(string path) => Starts(path, Path) || Also.Any(also => Starts(path, also));

    private static bool Starts(string path, string with) =>
        path == with
        || (with != "/" && path.StartsWith(with + "/", StringComparison.Ordinal))
        || path.StartsWith(with + "?", StringComparison.Ordinal);
}

/// <summary>The sections of the office in the owner's words, and those of its settings.</summary>
public static class Sections
{
    public static readonly IReadOnlyList<Section> All =
    [
        new("/", "home", Scopes.Reports, new LocalText("خانه", "Home")),
        new("/members", "members", Scopes.Members, new LocalText("اعضا", "Members")),
        new("/purchases", "receipt", Scopes.Purchases, new LocalText("فروش‌ها", "Sales")),
        new("/offers", "offers", Scopes.Offers, new LocalText("پیشنهادها", "Offers")),
        new("/reports/liability", "chart", Scopes.Reports, new LocalText("گزارش‌ها", "Reports"), "/reports"),
        new("/messages", "message", Scopes.Messages, new LocalText("پیام‌ها", "Messages")),
        new("/sale", "till", Scopes.Purchases, new LocalText("صندوق", "Till")) { ToAct = true },
        new("/settings", "settings", Scopes.Club, new LocalText("تنظیمات", "Settings")),
    ];

    /// <summary>The settings in the order in which an owner meets them, with the heads between them.</summary>
    public static readonly IReadOnlyList<(LocalText Head, Section[] Places)> Settings =
    [
        (
            new LocalText("باشگاه", "Club"),
            [
                new("/settings/club", "club", Scopes.Club, new LocalText("مشخصات و ظاهر", "Name and look")),
                new(
                    "/settings/branches",
                    "branch",
                    Scopes.Club,
                    new LocalText("شعبه‌ها و صندوق‌ها", "Branches and tills")
                ),
                new("/settings/registers", "till", Scopes.Club, new LocalText("صندوق فروشگاه", "Cash register")),
                new("/settings/fields", "field", Scopes.Club, new LocalText("فیلدهای عضو", "Member fields")),
                new("/settings/groups", "group", Scopes.Club, new LocalText("گروه‌های اعضا", "Member groups")),
                new("/settings/segments", "filter", Scopes.Club, new LocalText("بخش‌بندی اعضا", "Segments")),
                new("/settings/network", "network", Scopes.Club, new LocalText("شبکهٔ فروشگاه", "Shop network")),
            ]
        ),
        (
            new LocalText("برنامهٔ وفاداری", "Programme"),
            [
                new("/settings/units", "unit", Scopes.Offers, new LocalText("امتیاز و اعتبار", "Points and credit")),
                new("/settings/festivals", "calendar", Scopes.Offers, new LocalText("مناسبت‌ها", "Festivals")),
                new("/settings/rules", "rule", Scopes.Offers, new LocalText("قانون‌های امتیازدهی", "Earning rules")),
                new("/settings/engagements", "gift", Scopes.Offers, new LocalText("فعالیت‌ها", "Engagement")),
                new("/settings/ladders", "tier", Scopes.Offers, new LocalText("سطح‌ها", "Tiers")),
                new("/settings/products", "product", Scopes.Offers, new LocalText("کالاها", "Products")),
                new(
                    "/settings/product-groups",
                    "group",
                    Scopes.Offers,
                    new LocalText("گروه‌های کالا", "Product groups")
                ),
                new(
                    "/settings/versions",
                    "history",
                    Scopes.Offers,
                    new LocalText("نسخه‌های برنامه", "Programme versions")
                ),
                new("/settings/rulebook", "note", Scopes.Club, new LocalText("صفحهٔ قوانین", "Rules page")),
                new("/settings/join", "member", Scopes.Club, new LocalText("عضویت با گوشی", "Joining by phone")),
                new("/settings/nights", "clock", Scopes.Ledger, new LocalText("کارهای شبانه", "Night’s work")),
            ]
        ),
        (
            new LocalText("دسترسی", "Access"),
            [
                new("/settings/staff", "staff", Scopes.Staff, new LocalText("همکاران", "Staff")),
                new("/settings/keys", "key", Scopes.Staff, new LocalText("کلیدهای برنامه‌ها", "API keys")),
                new("/settings/audit", "audit", Scopes.Audit, new LocalText("گزارش تغییرها", "Audit log")),
            ]
        ),
    ];
}
