using Vafa.Core.Values;
using Vafa.Features.Home;
using Vafa.Features.Programme.Branches;
using Vafa.Web;

namespace Vafa.Features.Register;

/// <summary>
/// What of the registers a person should know on the first page. A club without a register is asked nothing.
/// </summary>
internal sealed class RegisterNotices(RegisterFolders folders, ReadTills readTills, ReadRegisters read)
{
    public async Task<IReadOnlyList<Notice>> Run(CancellationToken ct)
    {
        if (!folders.Exist)
        {
            return [];
        }

        var notices = new List<Notice>();
        var tills = await readTills.Run(ct);
        var refused = tills.Sum(till => ReadToldFiles.CountRefused(folders.Of(till.Code)));
        if (refused > 0)
        {
            notices.Add(new Notice(NoticeKinds.ReceiptsRefused) { Count = refused });
        }

        if (read.Strangers(tills) is { Count: > 0 } strangers)
        {
            notices.Add(new Notice(NoticeKinds.ReceiptsUnread) { Count = strangers.Count });
        }

        return notices;
    }

    public static NoticeLine Line(Notice notice, Wording words)
    {
        var count = words.Number(notice.Count ?? 0);
        var sentence =
            notice.Kind == NoticeKinds.ReceiptsRefused
                ? words.Say(
                    $"رسیدهایی از {count} فایل صندوق فروشگاه رد شده و ثبت نشده است.",
                    notice.Count == 1
                        ? "Receipts of a file of the cash register were refused and are not recorded."
                        : $"Receipts of {count} files of the cash register were refused and are not recorded."
                )
                : words.Say(
                    $"میان پوشه‌های رسید {count} مورد از آنِ هیچ صندوقی نیست و خوانده نمی‌شود.",
                    notice.Count == 1
                        ? "Among the folders of receipts one thing is no till’s folder and is not read."
                        : $"Among the folders of receipts {count} things are no till’s folder and are not read."
                );
        return new NoticeLine(
            "receipt",
            sentence,
            words.Say("علت را ببینید و درستش کنید", "See why, and mend it"),
            "/settings/registers",
            Scopes.Club
        );
    }
}
