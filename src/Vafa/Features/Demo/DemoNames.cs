using System.Collections.Immutable;

namespace Vafa.Features.Demo;

/// <summary>Names as a café in Tehran hears them.</summary>
internal static class DemoNames
{
    public static readonly ImmutableArray<string> Women = Words(
        """
        زهرا مریم فاطمه سارا نگار الهام نیلوفر مهسا شیرین لیلا پریسا آیدا سمیرا نرگس هانیه
        ملیکا یاسمن ترانه شادی مینا رویا سپیده شقایق بهاره مونا آزاده فرزانه مهناز نسترن
        ستاره پگاه گلناز هدیه کیمیا رها درسا
        """
    );

    public static readonly ImmutableArray<string> Men = Words(
        """
        علی محمد رضا حسین امیر مهدی آرش کیان سینا بهزاد پویا نیما حامد سعید مسعود فرهاد
        کامران بابک مازیار شایان پارسا آرمان احسان میلاد مجتبی وحید هادی ایمان سهراب فرزاد
        کاوه یاشار داوود ناصر امین مانی
        """
    );

    public static readonly ImmutableArray<string> Families = Words(
        """
        احمدی محمدی حسینی کریمی رضایی موسوی جعفری رحیمی صادقی نوری کاظمی هاشمی یوسفی اکبری
        شریفی فرهادی زارع قاسمی میرزایی بهرامی رستمی سلیمانی ابراهیمی مرادی حیدری غلامی عباسی
        نجفی باقری طاهری اسدی داودی شیرازی تهرانی اصفهانی تبریزی کرمانی یزدی همدانی سهرابی
        فتحی عزیزی نصیری امینی خلیلی توکلی معتمدی پورمحمد قربانی جلالی صالحی ملکی دهقان
        نیک‌نام خوش‌رو ضیایی افشار زند کیانی فروزان بختیاری شهبازی کلانتری وکیلی راد مقدم
        پاکزاد بهشتی درویش شکوهی نیازی روشن سپهری آریان‌پور حق‌شناس گودرزی جهانگیری اعتمادی
        طباطبایی فاضلی مجیدی مهرابی ستوده ناظری پرهیزکار
        """
    );

    private static ImmutableArray<string> Words(string text) =>
        [.. text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];
}
