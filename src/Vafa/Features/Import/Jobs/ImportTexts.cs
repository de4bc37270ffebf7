namespace Vafa.Features.Import.Jobs;

internal static class ImportTexts
{
    public static readonly Dictionary<string, (string Fa, string En)> Sentences = new(StringComparer.Ordinal)
    {
        ["import.old-excel"] = (
            "این فایل یا اکسل قدیمی (xls) است یا رمز دارد. در اکسل بازش کنید، رمز را بردارید و "
                + "با نوع xlsx یا CSV ذخیره کنید.",
            "This file is an old Excel file (.xls) or has a password. Open it in Excel, take the password off and save "
                + "it as .xlsx or CSV."
        ),
        ["import.web-page"] = (
            "این فایل با وجود نامش یک صفحهٔ وب است؛ برنامه‌های قدیمی چنین خروجی‌ای می‌دهند. در اکسل "
                + "بازش کنید و با نوع xlsx ذخیره کنید.",
            "Whatever its name says, this file is a web page, as old programs write them. Open it in Excel and save it "
                + "as .xlsx."
        ),
        ["import.not-a-table"] = (
            "این فایل جدول نیست. فایل اکسل (xlsx) یا CSV بفرستید.",
            "This file is no table. Send an Excel file (.xlsx) or CSV."
        ),
        ["import.damaged"] = (
            "این فایل خراب است و تا آخر خوانده نشد. در اکسل بازش کنید و دوباره ذخیره کنید.",
            "This file is damaged and could not be read to its end. Open it in Excel and save it again."
        ),
        ["import.too-much"] = (
            "این فایل اکسل بیش از اندازه حجیم است. آن را با نوع CSV ذخیره کنید یا چند تکه کنید.",
            "This Excel file unpacks to too much. Save it as CSV or split it."
        ),
        ["import.too-large"] = (
            "فایل بیش از {0} مگابایت است؛ آن را چند تکه کنید.",
            "The file is over {0} MiB; split it."
        ),
        ["import.too-many-rows"] = (
            "فایل بیش از {0} سطر دارد؛ آن را چند تکه کنید.",
            "The file has more than {0} rows; split it."
        ),
        ["import.too-many-columns"] = (
            "فایل بیش از {0} ستون دارد؛ ستون‌های اضافه را پاک کنید.",
            "The file has more than {0} columns; delete those you do not need."
        ),
        ["import.open-quote"] = (
            "گیومه‌ای پس از سطر {0} باز شده و بسته نشده است؛ آن را درست کنید و دوباره بفرستید.",
            "A quote opens after line {0} and never closes; mend it and send the file again."
        ),
        ["import.empty"] = ("فایل خالی است.", "The file is empty."),
        ["import.no-rows"] = ("فایل جز سطر عنوان چیزی ندارد.", "The file has nothing below its header."),
        ["import.no-file"] = (
            "فایلی نرسید؛ آن را در فیلد file یا در بدنهٔ درخواست بفرستید.",
            "No file arrived; send it in the field file or as the body."
        ),
        ["import.unknown"] = ("چنین ورودی‌ای نیست یا پاک شده است.", "There is no such import, or it was deleted."),
        ["import.gone"] = (
            "فایل این ورودی دیگر نیست (پس از ورود یا پس از ۷ روز پاک می‌شود)؛ دوباره بفرستید.",
            "The file of this import is gone (it is deleted after the run or after 7 days); send it again."
        ),
        ["import.is-running"] = (
            "این فایل دارد وارد می‌شود؛ تا پایان آن نمی‌شود چیزی را تغییر داد.",
            "This file is being brought in; nothing can be changed until it is done."
        ),
        ["import.ended"] = ("این فایل پیش‌تر وارد شده است.", "This file was brought in before."),
        ["import.busy"] = (
            "فایل دیگری دارد وارد می‌شود؛ پس از پایان آن دوباره بزنید.",
            "Another file is being brought in; try again when it is done."
        ),
        ["import.not-mapped"] = ("اول بگویید هر ستون چیست.", "First say what each column is."),
        ["import.field"] = ("ستونی نمی‌تواند «{0}» باشد.", "No column can be \"{0}\"."),
        ["import.field-twice"] = (
            "این فیلد برای ستون دیگری هم انتخاب شده است؛ یکی را بردارید.",
            "This field is chosen for another column, too; keep one."
        ),
        ["import.no-member-key"] = (
            "بگویید کدام ستون موبایل یا شمارهٔ کارت است؛ اعضا با آن شناخته می‌شوند.",
            "Say which column is the mobile or the card number; members are known by it."
        ),
        ["import.no-sku"] = (
            "بگویید کدام ستون کد کالاست؛ کالاها با آن شناخته می‌شوند.",
            "Say which column is the product code; products are known by it."
        ),
    };
}
