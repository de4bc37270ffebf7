namespace Vafa.Features.Programme.Approval;

/// <summary>Sentences about offers that wait for a second person.</summary>
internal static class ApprovalTexts
{
    public static readonly Dictionary<string, (string Fa, string En)> All = new(StringComparer.Ordinal)
    {
        ["offer.nothing-waits"] = (
            "چیزی از پیشنهاد «{0}» در انتظار تأیید نیست.",
            "Nothing of the offer \"{0}\" waits."
        ),
        ["offer.proposal-changed"] = (
            "این پیشنهاد پس از آن که دیدید عوض شده است؛ دوباره نگاهش کنید.",
            "It has changed since you saw it; look at it again."
        ),
        ["offer.own-proposal"] = (
            "کسی که پیشنهاد را نوشته خودش آن را تأیید نمی‌کند؛ از همکار دیگری بخواهید.",
            "Who wrote an offer does not approve it; ask a colleague."
        ),
        ["offer.approve-by-person"] = (
            "تأیید پیشنهاد کار یک همکار است که وارد شده، نه یک کلید.",
            "Approving is done by a signed-in person, not by a key."
        ),
        ["club.approval-owner"] = (
            "تأیید دونفره را تنها صاحب باشگاه برمی‌دارد.",
            "Only the owner may lift the approval by a second person."
        ),
    };
}
