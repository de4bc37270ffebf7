using System.Globalization;
using System.Text;
using Vafa.Core.Values;
using Vafa.Features.Export;
using Vafa.Features.Programme;

namespace Vafa.Features.Liability;

/// <summary>
/// Writes the book as a file for a spreadsheet or another program: heads and titles in the reader's language, codes,
/// days and amounts as machines read them.
/// </summary>
internal sealed class BookCsv(ClubVersion club, Wording words)
{
    public async Task Write(IAsyncEnumerable<BookLine> lines, Stream to, CancellationToken ct)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(true), 1 << 15, leaveOpen: true);
        await writer.WriteAsync(CsvLine.Of(Heads()));
        await foreach (var line in lines.WithCancellation(ct))
        {
            await writer.WriteAsync(CsvLine.Of(Cells(line)));
        }
    }

    /// <summary>What an account is called: «کیف اعضا (بدهی باشگاه)».</summary>
    public static string TitleOf(string account, Wording words) =>
        account switch
        {
            BookLine.Wallets => words.Say("کیف اعضا (بدهی باشگاه)", "Members’ wallets (owed by the club)"),
            BookLine.Revaluation => words.Say("تغییر ارزش واحد", "Revaluation of the unit"),
            "issued" => words.Say("داده‌شده", "Issued"),
            "spent" => words.Say("خرج‌شده", "Spent"),
            "expired" => words.Say("منقضی‌شده", "Expired"),
            "adjusted" => words.Say("اصلاح دستی", "Adjusted by hand"),
            "imported" => words.Say("ماندهٔ آورده‌شده", "Opening balances imported"),
            "converted" => words.Say("تبدیل واحدها", "Converted between units"),
            "transferred" => words.Say("جابه‌جایی میان اعضا", "Between members"),
            "merged" => words.Say("ادغام اعضا", "Members merged"),
            "setApart" => words.Say("کنارگذاشته برای صندوق‌ها", "Set apart for tills"),
            _ => throw new ArgumentOutOfRangeException(nameof(account)),
        };

    private string[] Heads()
    {
        var money = words.Currency == "IRR" ? words.Say("ریال", "rial") : $"{words.Currency} / 100";
        return
        [
            words.Say("دوره", "period"),
            words.Say("از روز", "from"),
            words.Say("تا روز", "to"),
            words.Say("نوع سطر", "line"),
            words.Say("کد حساب", "account"),
            words.Say("نام حساب", "account title"),
            words.Say("واحد", "unit"),
            words.Say("شعبه", "branch"),
            words.Say("مقدار بدهکار", "amount debit"),
            words.Say("مقدار بستانکار", "amount credit"),
            words.Say($"بدهکار ({money})", $"money debit ({money})"),
            words.Say($"بستانکار ({money})", $"money credit ({money})"),
        ];
    }

    private string[] Cells(BookLine line) =>
        [
            PeriodOf(line),
            Iso(line.First),
            Iso(line.Last),
            KindOf(line.Kind),
            line.Account,
            TitleOf(line.Account, words),
            line.Unit,
            line.Branch,
            Side(-line.Credit.Amount),
            Side(line.Credit.Amount),
            Side(-line.Credit.Money),
            Side(line.Credit.Money),
        ];

    /// <summary>1405-09, or 1405-09-05 of a single day.</summary>
    private string PeriodOf(BookLine line)
    {
        if (line.First != line.Last)
        {
            return club.Time.PeriodKey(line.First, Period.Month)[1..];
        }

        return club.Time.Calendar == ClubCalendar.Jalali
            ? JalaliDate.FromGregorian(line.First).ToString().Replace('/', '-')
            : Iso(line.First);
    }

    private string KindOf(BookLineKind kind) =>
        kind switch
        {
            BookLineKind.Opening => words.Say("مانده از قبل", "opening"),
            BookLineKind.Move => words.Say("گردش", "movement"),
            BookLineKind.Closing => words.Say("مانده", "closing"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>What stands on one side; below 0 it stands on the other.</summary>
    private static string Side(long sum) => Math.Max(0, sum).ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
