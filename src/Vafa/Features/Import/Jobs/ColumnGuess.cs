using Vafa.Core.Values;
using Vafa.Features.Programme;

namespace Vafa.Features.Import.Jobs;

/// <summary>
/// Guesses what the columns of a file are, from what people and programs here call them; a column of mobiles is known
/// by what stands in it.
/// </summary>
internal static class ColumnGuess
{
    private static readonly Dictionary<string, string> MemberWords = Words(
        ("mobile", "موبایل,شماره موبایل,تلفن همراه,شماره همراه,همراه,شماره تماس,تماس,تلفن,شماره تلفن,شماره"),
        ("mobile", "mobile,mobile number,mobile phone,phone,phone number,cell,cellphone,tel,telephone"),
        ("card", "کارت,شماره کارت,کد کارت,کد اشتراک,شماره اشتراک,اشتراک,کد عضویت,شماره عضویت,کد مشتری,بارکد"),
        ("card", "card,card number,card no,membership number,member number,customer code,customer id,barcode"),
        ("fullName", "نام و نام خانوادگی,نام ونام خانوادگی,نام مشتری,نام کامل,نام عضو,مشتری,نام و فامیل"),
        ("fullName", "full name,name,customer,customer name,member name"),
        ("firstName", "نام,اسم,نام کوچک,first name,fname,given name"),
        ("lastName", "نام خانوادگی,فامیل,فامیلی,شهرت,last name,lname,surname,family,family name"),
        ("birthDate", "تاریخ تولد,تولد,روز تولد,birth date,birthday,date of birth,dob,birth"),
        ("gender", "جنسیت,جنس,gender,sex"),
        ("email", "ایمیل,پست الکترونیک,پست الکترونیکی,email,e-mail,mail,email address"),
        ("since", "تاریخ عضویت,عضویت,تاریخ ثبت نام,ثبت نام,تاریخ ثبت,since,member since,joined,join date"),
        ("since", "registration date,registered,created,created at"),
        ("tier", "سطح,سطح عضو,سطح مشتری,tier,level,membership level"),
        ("group", "گروه,گروه مشتری,گروه عضو,دسته,group,groups,customer group"),
        (
            "wallet:points",
            "امتیاز,امتیازها,مجموع امتیاز,مانده امتیاز,امتیاز باقی مانده,points,point,score,balance points"
        ),
        ("wallet:credit", "اعتبار,موجودی,کیف پول,موجودی کیف پول,مانده,مانده اعتبار,مانده حساب,بستانکار"),
        ("wallet:credit", "credit,balance,wallet,wallet balance,store credit")
    );

    private static readonly Dictionary<string, string> ProductWords = Words(
        ("sku", "کد کالا,کد,شناسه,شناسه کالا,بارکد,کد محصول,sku,code,product code,barcode,item code"),
        ("name", "نام کالا,نام,عنوان,شرح,شرح کالا,کالا,نام محصول,محصول,name,title,product,product name,description"),
        ("group", "گروه,گروه کالا,دسته,دسته بندی,group,category,product group"),
        ("price", "قیمت,قیمت فروش,قیمت واحد,فی,بها,مبلغ,price,sale price,unit price"),
        ("cost", "قیمت خرید,قیمت تمام شده,بهای تمام شده,هزینه,cost,cost price,purchase price")
    );

    /// <summary>A header names at least one field; a row with a mobile in it is no header.</summary>
    public static Func<TableRow, HeaderLook> Header(string kind) =>
        row =>
            row.Fields.Any(f => WordOf(kind, f) is not null) ? HeaderLook.Header
            : row.Fields.Any(IsMobile) ? HeaderLook.Data
            : HeaderLook.Unclear;

    public static ImportSettings Of(
        string kind,
        IReadOnlyList<string> columns,
        IReadOnlyList<IReadOnlyList<string>> samples,
        ClubVersion club
    )
    {
        var fields = ImportFields.Of(kind, club);
        var guessed = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Count; i++)
        {
            if (WordOf(kind, columns[i]) is { } field && fields.Contains(field) && !guessed.ContainsValue(field))
            {
                guessed[Place(i)] = field;
            }
        }

        for (var i = 0; i < columns.Count && kind == ImportFields.Members && !guessed.ContainsValue("mobile"); i++)
        {
            if (samples[i].Count > 0 && samples[i].All(IsMobile) && !guessed.ContainsKey(Place(i)))
            {
                guessed[Place(i)] = "mobile";
            }
        }

        return new ImportSettings(guessed, MoneyOf(columns, club), ImportSettings.KeepFirst);
    }

    /// <summary>«موجودی (ریال)» says it; else what the club itself writes in.</summary>
    private static string MoneyOf(IReadOnlyList<string> columns, ClubVersion club)
    {
        bool Says(string fa, string en) =>
            columns.Any(c =>
                c.Contains(fa, StringComparison.Ordinal) || c.Contains(en, StringComparison.OrdinalIgnoreCase)
            );
        return Says("تومان", "toman") ? ImportSettings.Toman
            : Says("ریال", "rial") ? ImportSettings.Rial
            : club.Settings.ShowToman ? ImportSettings.Toman
            : ImportSettings.Rial;
    }

    private static string? WordOf(string kind, string column) =>
        (kind == ImportFields.Products ? ProductWords : MemberWords).GetValueOrDefault(Bare(column));

    private static bool IsMobile(string cell) =>
        !Mobile.Parse(CellText.Digits(CellText.Clean(cell), out var lost)).IsRefused && !lost;

    private static string Place(int column) => column.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Words(params (string Field, string Words)[] fields)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, all) in fields)
        {
            foreach (var word in all.Split(','))
            {
                words.TryAdd(Bare(word), field);
            }
        }

        return words;
    }

    /// <summary>One spelling, letters and digits alone, without what stands in parentheses.</summary>
    private static string Bare(string column)
    {
        var text = CellText.Clean(column);
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return new string([.. PersianText.SearchKey(open > 0 ? text[..open] : text).Where(char.IsLetterOrDigit)]);
    }
}
