using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Features.Programme;

namespace Vafa.Features.Ledger;

/// <summary>Says in the reader's language why something came or went.</summary>
internal sealed class CauseTitles(ClubVersion club, bool persian)
{
    public CauseOfItem Of(EntryRow entry) => new(KindOf(entry), entry.CauseId, TitleOf(entry));

    private static string KindOf(EntryRow entry) =>
        entry.CauseKind == CauseKind.Leave ? "leave"
        : entry.Kind == EntryKind.Expired ? "expiry"
        : entry.CauseKind switch
        {
            CauseKind.Purchase => "purchase",
            CauseKind.Offer => "offer",
            CauseKind.Tier => "tier",
            CauseKind.Refund => "refund",
            CauseKind.Adjustment => "adjustment",
            CauseKind.Import => "import",
            CauseKind.Night => "night",
            CauseKind.Event => "event",
            CauseKind.Conversion => "conversion",
            CauseKind.Transfer => "transfer",
            CauseKind.Merge => "merge",
            CauseKind.Allowance => "allowance",
            _ => throw new InvalidDataException($"Entry {entry.No} has an unknown cause."),
        };

    private string TitleOf(EntryRow entry) =>
        entry.Kind switch
        {
            _ when entry.CauseKind == CauseKind.Leave => Say("خروج از باشگاه", "Left the club"),
            EntryKind.Earned => Giver(entry) ?? Say("خرید", "Purchase"),
            EntryKind.Spent => Say("پرداخت خرید", "Paid at a purchase"),
            EntryKind.Returned => Say("بازگشت اعتبار خرج‌شده", "Spent amount returned"),
            EntryKind.Reversed => Reversed(entry),
            EntryKind.Expired => Say("پایان مهلت", "Expired"),
            EntryKind.Adjusted => entry.Reason ?? Say("اصلاح", "Adjustment"),
            EntryKind.Imported => entry.Reason ?? Say("ماندهٔ آغازین", "Opening balance"),
            EntryKind.Converted => entry.Amount < 0 ? Say("تبدیل شد", "Converted") : Say("از تبدیل", "By conversion"),
            EntryKind.Transferred => entry.Amount < 0
                ? Say("انتقال به عضوی دیگر", "Given to another member")
                : Say("انتقال از عضوی دیگر", "From another member"),
            EntryKind.Merged => Say("یکی شدن دو عضویت", "Two memberships made one"),
            EntryKind.Reinstated => entry.Reason ?? Say("بازگشت پس از پایان مهلت", "Given back after it expired"),
            EntryKind.SetApart => Apart(entry),
            EntryKind.Extended => entry.Reason ?? Say("مهلت بیشتر", "More time"),
            _ => throw new InvalidDataException($"Entry {entry.No} is of an unknown kind."),
        };

    private string Apart(EntryRow entry)
    {
        var till = club.Titles.GetValueOrDefault((NameKind.Till, entry.CauseCode ?? ""))?.In(persian);
        var name = till ?? entry.CauseCode;
        return entry.Amount < 0
            ? Say($"کنار گذاشته برای خرج بی‌شبکه در {name}", $"Set apart for {name}, to be spent without network")
            : Say($"بازگشته از {name}", $"Back from {name}");
    }

    private string Reversed(EntryRow entry)
    {
        var refund = Say("برگشت از خرید", "Refund");
        return Giver(entry) is { } giver ? $"{refund}: {giver}" : refund;
    }

    /// <summary>The offer or earning rule that gave it; its code where the club no longer knows it.</summary>
    private string? Giver(EntryRow entry)
    {
        if (entry.CauseCode is not { } code)
        {
            return null;
        }

        var title = entry.CauseKind switch
        {
            CauseKind.Offer => club.Titles.GetValueOrDefault((NameKind.Offer, code)),
            CauseKind.Tier => club.Titles.GetValueOrDefault((NameKind.Tier, code)),
            CauseKind.Event => club.Titles.GetValueOrDefault((NameKind.Engagement, code)),
            _ => club.Programme.Rules.FirstOrDefault(r => r.Code == code)?.Title,
        };
        var name = title?.In(persian) ?? code;
        return entry.CauseKind == CauseKind.Tier ? Say($"سطح {name}", $"Tier {name}") : name;
    }

    private string Say(string fa, string en) => persian ? fa : en;
}
