using Vafa.Core.Values;

namespace Vafa.Features.Import.Jobs;

/// <summary>What an import is called at each point of its way, and where its pages are.</summary>
internal static class ImportWords
{
    public static string Title(string kind, Wording words) =>
        kind == ImportFields.Products
            ? words.Say("ورود کالاها از فایل", "Bring in products")
            : words.Say("ورود اعضا از باشگاه قدیمی", "Bring in members");

    public static string State(string state, Wording words) =>
        state switch
        {
            ImportState.Uploaded => words.Say("ستون‌ها مانده", "columns to choose"),
            ImportState.Mapped => words.Say("بررسی مانده", "to be checked"),
            ImportState.Checked => words.Say("آمادهٔ ورود", "ready to bring in"),
            ImportState.Running => words.Say("در حال ورود", "being brought in"),
            ImportState.Done => words.Say("وارد شد", "done"),
            ImportState.Interrupted => words.Say("نیمه‌کاره", "interrupted"),
            _ => words.Say("ناموفق", "failed"),
        };

    public static string Rows(long count, Wording words) =>
        words.Say($"{words.Number(count)} سطر", count == 1 ? "1 row" : $"{words.Number(count)} rows");

    public static string Start(string kind) =>
        kind == ImportFields.Products ? "/members/import?kind=products" : "/members/import";

    public static string List(string kind) => kind == ImportFields.Products ? "/settings/products" : "/members";

    public static string ListTitle(string kind, Wording words) =>
        kind == ImportFields.Products ? words.Say("کالاها", "Products") : words.Say("اعضا", "Members");
}
