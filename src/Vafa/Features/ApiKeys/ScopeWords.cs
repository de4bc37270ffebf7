using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Features.ApiKeys;

/// <summary>What a scope lets a program do, in the words of whoever gives it a key.</summary>
public static class ScopeWords
{
    public static LocalText Title(string scope) => Of(scope).Title;

    public static LocalText About(string scope) => Of(scope).About;

    private static (LocalText Title, LocalText About) Of(string scope) =>
        scope switch
        {
            Scopes.Members => Say(
                ("اعضا", "Members"),
                ("عضو می‌سازد، پیدا می‌کند و مشخصاتش را تغییر می‌دهد.", "Enrols, finds and changes members.")
            ),
            Scopes.Purchases => Say(
                ("فروش", "Sales"),
                ("فروش ثبت می‌کند و برگشت می‌زند؛ برای برنامهٔ صندوق.", "Records sales and refunds; for a till.")
            ),
            Scopes.Offers => Say(
                ("پیشنهاد و کالا", "Offers and products"),
                (
                    "پیشنهادها، کالاها و قانون‌های امتیازدهی را می‌خواند و تغییر می‌دهد.",
                    "Reads and changes offers, products and earning rules."
                )
            ),
            Scopes.Ledger => Say(
                ("امتیاز و اعتبار", "Points and credit"),
                ("موجودی اعضا را دستی کم یا زیاد می‌کند.", "Corrects members’ balances by hand.")
            ),
            Scopes.History => Say(
                ("فروش‌های گذشته", "Past sales"),
                ("فروش‌های بیش از هفت روز پیش را وارد می‌کند.", "Brings in sales of more than a week ago.")
            ),
            Scopes.Club => Say(
                ("تنظیمات باشگاه", "Club settings"),
                ("نام، شعبه‌ها و تنظیمات باشگاه را تغییر می‌دهد.", "Changes name, branches and settings of the club.")
            ),
            Scopes.Staff => Say(
                ("همکاران و کلیدها", "Staff and keys"),
                (
                    "همکار دعوت می‌کند و کلید می‌سازد؛ فقط به برنامهٔ خودتان بدهید.",
                    "Invites staff and makes keys; only for a program of your own."
                )
            ),
            Scopes.Audit => Say(
                ("گزارش تغییرها", "Audit log"),
                ("می‌خواند چه کسی چه چیزی را تغییر داده است.", "Reads who changed what.")
            ),
            Scopes.Messages => Say(
                ("پیام‌ها", "Messages"),
                ("پیام‌هایی را که برای اعضا می‌رود می‌خواند.", "Reads the messages that go to members.")
            ),
            Scopes.Reports => Say(("آمار", "Figures"), ("آمار باشگاه را می‌خواند.", "Reads the club’s figures.")),
            Scopes.All => Say(
                ("همه‌چیز", "Everything"),
                (
                    "هر کاری که مالک می‌تواند بکند؛ تا ناچار نشده‌اید ندهید.",
                    "All that an owner may do; avoid it if you can."
                )
            ),
            _ => Say((scope, scope), ("", "")),
        };

    private static (LocalText, LocalText) Say((string Fa, string En) title, (string Fa, string En) about) =>
        (new LocalText(title.Fa, title.En), new LocalText(about.Fa, about.En));
}
