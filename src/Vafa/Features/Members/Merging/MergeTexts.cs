namespace Vafa.Features.Members.Merging;

/// <summary>Why two members cannot be made one, or two again.</summary>
internal static class MergeTexts
{
    public static readonly Dictionary<string, (string Fa, string En)> All = new(StringComparer.Ordinal)
    {
        ["merge.unknown"] = (
            "عضوی با این شناسه، موبایل یا کارت پیدا نشد.",
            "There is no member with this id, mobile or card."
        ),
        ["merge.oneself"] = ("هر دو یک عضوند؛ عضو دیگری را بگویید.", "Both are the same member; name another."),
        ["merge.merged"] = (
            "این عضو پیش‌تر با عضو دیگری یکی شده است.",
            "This member has been merged with another already."
        ),
        ["merge.merged-here"] = (
            "این عضو پیش‌تر با همین عضو یکی شده است.",
            "This member has been merged into this one already."
        ),
        ["merge.unknown-merge"] = ("چنین ادغامی ثبت نشده است.", "There is no such merge."),
        ["merge.undone"] = ("این ادغام پیش‌تر برگردانده شده است.", "This merge has been undone already."),
        ["merge.too-late"] = (
            "ادغام تنها تا ۲۴ ساعت برمی‌گردد و این مهلت گذشته است.",
            "A merge can be undone for 24 hours, and they have passed."
        ),
        ["merge.not-now"] = (
            "عضوی که مانده خود با عضو دیگری یکی شده است؛ نخست آن ادغام را برگردانید.",
            "The member who stayed has been merged with another since; undo that first."
        ),
        ["merge.names-differ"] = (
            "نام این دو یکی نیست. مطمئن شوید که یک نفرند.",
            "Their names differ. Make sure that they are the same person."
        ),
        ["merge.birthdays-differ"] = (
            "تاریخ تولد این دو یکی نیست. مطمئن شوید که یک نفرند.",
            "Their birthdays differ. Make sure that they are the same person."
        ),
    };
}
