using System.Globalization;
using System.Text;

namespace Vafa.Tests.Import;

/// <summary>Five thousand members as an old program exports them, with every fault counted.</summary>
internal static class DirtyFile
{
    public const int Good = 4_200;
    public const int Twins = 300;
    public const int Rejected = 500;
    public const int Rows = Good + Twins + Rejected;

    private const string Header = "ردیف,شماره تماس,نام و نام خانوادگی,تاريخ تولد,گروه,امتیاز,موجودی (تومان),توضیحات";

    public static string Csv(int good = Good)
    {
        var text = new StringBuilder("\uFEFF").AppendLine(Header);
        for (var i = 0; i < good; i++)
        {
            Line(text, Mobile(i, i % 6), "1369/02/22", i % 2 == 0 ? "نقره‌ای" : "", "10", "1,000");
        }

        for (var i = 0; i < Math.Min(good, Twins); i++)
        {
            Line(text, Mobile(i, (i + 1) % 6), "", "", "10", "1,000");
        }

        if (good < Good)
        {
            return text.ToString();
        }

        Bad(text, 100, _ => ("0912", "", "", "1"));
        Bad(text, 100, _ => ("9.12E+09", "", "", "1"));
        Bad(text, 100, i => (Mobile(i, 0), "69/2/22", "", "1"));
        Bad(text, 50, i => (Mobile(i, 0), "", "", "-5"));
        Bad(text, 50, i => (Mobile(i, 0), "", "طلایی", "1"));
        Bad(text, 50, i => (Mobile(i, 0), "", "", "abc"));
        Bad(text, 50, _ => ("", "", "", "1"));
        return text.ToString();
    }

    /// <summary>The same number in six writings.</summary>
    private static string Mobile(int i, int form)
    {
        var rest = "912" + i.ToString("0000000", CultureInfo.InvariantCulture);
        return form switch
        {
            0 => "0" + rest,
            1 => rest,
            2 => "+98 " + rest[..3] + " " + rest[3..],
            3 => "0098" + rest,
            4 => "\u200E0" + rest[..3] + "-" + rest[3..],
            _ => new string([.. ("0" + rest).Select(c => (char)('۰' + (c - '0')))]),
        };
    }

    private static void Bad(StringBuilder text, int rows, Func<int, (string, string, string, string)> fault)
    {
        for (var i = 0; i < rows; i++)
        {
            var (mobile, birth, group, points) = fault(900_000 + i);
            Line(text, mobile, birth, group, points, "0");
        }
    }

    private static void Line(StringBuilder text, string mobile, string birth, string group, string points, string money)
    {
        const string note = "\"خرید\nدوم\"";
        text.Append(
            CultureInfo.InvariantCulture,
            $"1,{mobile},علي  رضایی پور,{birth},{group},{points},\"{money}\",{note}\r\n"
        );
    }
}
