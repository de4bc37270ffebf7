using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Features.Staff;

/// <summary>One thing that people do here, and the scope that lets them.</summary>
/// <param name="Changes">Whether the scope that only lets read is not enough.</param>
public sealed record Right(string Scope, bool Changes, LocalText Says)
{
    public bool IsOf(string role)
    {
        var scopes = Roles.ScopesOf(role);
        return scopes.Contains(Scopes.All)
            || scopes.Contains(Scope)
            || (!Changes && scopes.Contains(Scope + Scopes.Read));
    }
}

/// <summary>What the roles are for and what each may do, in the words of a shop.</summary>
public static class RoleRights
{
    public static readonly IReadOnlyList<Right> All =
    [
        See(Scopes.Reports, "خانه و آمار باشگاه را می‌بیند", "Sees the home page and the club’s figures"),
        See(
            Scopes.Members,
            "اعضا را پیدا می‌کند و فهرستشان را به اکسل می‌برد",
            "Finds members and takes their list to Excel"
        ),
        Do(Scopes.Members, "عضو تازه می‌سازد و مشخصات اعضا را ویرایش می‌کند", "Enrols members and edits their data"),
        See(Scopes.Purchases, "فروش‌ها و رسیدها را می‌بیند", "Sees sales and receipts"),
        Do(Scopes.Purchases, "فروش ثبت می‌کند", "Records sales"),
        Do(
            Scopes.Ledger,
            "کالای برگشتی را پس می‌گیرد و تخفیف و امتیاز دستی می‌دهد",
            "Takes goods back, and gives discounts and points by hand"
        ),
        See(
            Scopes.Offers,
            "پیشنهادها، کالاها و قانون‌های امتیازدهی را می‌بیند",
            "Sees offers, products and earning rules"
        ),
        Do(
            Scopes.Offers,
            "پیشنهاد می‌سازد و کالاها و قانون‌های امتیازدهی را تغییر می‌دهد",
            "Makes offers and changes products and earning rules"
        ),
        See(Scopes.Messages, "پیام‌هایی را که برای اعضا می‌رود می‌بیند", "Sees the messages that go to members"),
        See(Scopes.Club, "تنظیمات باشگاه و شعبه‌ها را می‌بیند", "Sees the settings of the club and its branches"),
        Do(
            Scopes.Club,
            "تنظیمات باشگاه و شعبه‌ها را تغییر می‌دهد",
            "Changes the settings of the club and its branches"
        ),
        Do(Scopes.History, "فروش‌های بیش از هفت روز پیش را وارد می‌کند", "Brings in sales of more than a week ago"),
        See(Scopes.Audit, "می‌بیند چه کسی چه چیزی را تغییر داده است", "Sees who changed what"),
        See(Scopes.Staff, "همکاران و کلیدهای برنامه‌ها را می‌بیند", "Sees the staff and the API keys"),
        Do(
            Scopes.Staff,
            "همکار دعوت می‌کند، نقش می‌دهد و کلید برنامه می‌سازد",
            "Invites staff, gives roles and makes API keys"
        ),
    ];

    /// <summary>One sentence on whom a role is for.</summary>
    public static LocalText About(string role) =>
        role switch
        {
            Roles.Owner => new(
                "صاحب باشگاه: همه‌چیز را می‌بیند و تغییر می‌دهد و تنها اوست که همکار دعوت می‌کند.",
                "Whose club it is: sees and changes everything, and alone invites staff."
            ),
            "manager" => new(
                "باشگاه را می‌گرداند: همه‌کار می‌کند جز دعوت همکاران و ساختن کلید برنامه‌ها.",
                "Runs the club: may do everything but invite staff and make API keys."
            ),
            "marketer" => new(
                "پیشنهاد می‌سازد و به اعضا می‌رسد؛ فروش ثبت نمی‌کند.",
                "Makes offers and looks after members; records no sales."
            ),
            Roles.Cashier => new(
                "پشت صندوق است: فروش ثبت می‌کند و عضو تازه می‌سازد؛ تنظیمات و آمار را نمی‌بیند.",
                "Stands at the till: records sales and enrols members; sees no settings and no figures."
            ),
            "agent" => new(
                "به اعضا تلفن می‌زند: اعضا و خریدهایشان را می‌بیند و چیزی را تغییر نمی‌دهد.",
                "Calls members: sees them and their purchases, and changes nothing."
            ),
            "auditor" => new(
                "حساب‌ها را بررسی می‌کند: همه‌چیز را می‌بیند و چیزی را تغییر نمی‌دهد.",
                "Checks the books: sees everything and changes nothing."
            ),
            _ => new("", ""),
        };

    private static Right See(string scope, string fa, string en) => new(scope, Changes: false, new LocalText(fa, en));

    private static Right Do(string scope, string fa, string en) => new(scope, Changes: true, new LocalText(fa, en));
}
