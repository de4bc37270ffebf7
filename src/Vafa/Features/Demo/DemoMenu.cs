using System.Collections.Immutable;

namespace Vafa.Features.Demo;

/// <summary>What the café sells; prices and costs in thousands of toman, as the owner thinks.</summary>
internal static class DemoMenu
{
    /// <param name="Weight">How often it is asked for beside the others.</param>
    public sealed record Item(string Sku, string Fa, string En, string Group, int Price, int Weight, int Cost);

    public const string Coffee = "coffee";
    public const string Tea = "tea";
    public const string Cold = "cold";
    public const string Cake = "cake";
    public const string Breakfast = "breakfast";
    public const string Food = "food";

    /// <summary>A thousand toman in rial.</summary>
    public const long Unit = 10_000;

    public static readonly ImmutableArray<(string Code, string Fa, string En)> Groups =
    [
        (Coffee, "قهوه", "Coffee"),
        (Tea, "چای و دمنوش", "Tea and infusions"),
        (Cold, "نوشیدنی سرد", "Cold drinks"),
        (Cake, "کیک و شیرینی", "Cakes and pastry"),
        (Breakfast, "صبحانه", "Breakfast"),
        (Food, "غذا و سالاد", "Food and salad"),
        ("beans", "دان قهوه", "Coffee beans"),
        ("gift", "هدیه و لوازم", "Gifts and gear"),
    ];

    public static readonly ImmutableArray<Item> Items =
    [
        new("espresso", "اسپرسو", "Espresso", Coffee, 65, 9, 18),
        new("double-espresso", "اسپرسو دبل", "Double espresso", Coffee, 85, 4, 26),
        new("americano", "آمریکانو", "Americano", Coffee, 78, 8, 20),
        new("latte", "لاته", "Latte", Coffee, 105, 12, 34),
        new("cappuccino", "کاپوچینو", "Cappuccino", Coffee, 102, 9, 33),
        new("flat-white", "فلت‌وایت", "Flat white", Coffee, 112, 3, 36),
        new("mocha", "موکا", "Mocha", Coffee, 125, 4, 45),
        new("caramel-macchiato", "کارامل ماکیاتو", "Caramel macchiato", Coffee, 135, 3, 48),
        new("turkish", "قهوهٔ ترک", "Turkish coffee", Coffee, 72, 5, 17),
        new("v60", "قهوهٔ دمی وی‌۶۰", "V60 filter coffee", Coffee, 118, 2, 30),
        new("black-tea", "چای سیاه", "Black tea", Tea, 48, 9, 8),
        new("tea-pot", "قوری چای دونفره", "Pot of tea for two", Tea, 95, 4, 16),
        new("saffron-tea", "چای زعفران", "Saffron tea", Tea, 82, 4, 25),
        new("masala", "چای ماسالا", "Masala chai", Tea, 98, 5, 27),
        new("borage", "دمنوش گل‌گاوزبان", "Borage infusion", Tea, 85, 3, 20),
        new("chamomile", "دمنوش بابونه", "Chamomile infusion", Tea, 78, 2, 16),
        new("quince", "دمنوش به و سیب", "Quince and apple infusion", Tea, 88, 2, 22),
        new("hot-chocolate", "شکلات داغ", "Hot chocolate", Tea, 128, 4, 42),
        new("iced-latte", "آیس لاته", "Iced latte", Cold, 118, 7, 37),
        new("iced-americano", "آیس آمریکانو", "Iced americano", Cold, 88, 5, 22),
        new("lemonade", "لیموناد", "Lemonade", Cold, 92, 5, 24),
        new("mojito", "موهیتو", "Mojito", Cold, 98, 4, 25),
        new("sharbat", "شربت بهارنارنج", "Orange-blossom sherbet", Cold, 75, 3, 14),
        new("sekanjabin", "سکنجبین خیار", "Cucumber sekanjabin", Cold, 78, 3, 15),
        new("orange-juice", "آب پرتقال تازه", "Fresh orange juice", Cold, 115, 3, 52),
        new("watermelon-juice", "آب هندوانه", "Watermelon juice", Cold, 95, 3, 30),
        new("milkshake", "شیک شکلات", "Chocolate shake", Cold, 138, 3, 50),
        new("water", "آب معدنی", "Mineral water", Cold, 15, 7, 7),
        new("carrot-cake", "کیک هویج", "Carrot cake", Cake, 125, 5, 44),
        new("cheesecake", "چیزکیک", "Cheesecake", Cake, 162, 5, 62),
        new("brownie", "براونی", "Brownie", Cake, 105, 4, 36),
        new("croissant", "کروسان", "Croissant", Cake, 88, 6, 31),
        new("chocolate-croissant", "کروسان شکلاتی", "Chocolate croissant", Cake, 108, 3, 39),
        new("tiramisu", "تیرامیسو", "Tiramisu", Cake, 168, 3, 66),
        new("cookie", "کوکی گردو", "Walnut cookie", Cake, 58, 5, 20),
        new("date-cake", "کیک خرما", "Date cake", Cake, 98, 3, 34),
        new("omelette", "املت", "Omelette", Breakfast, 168, 5, 58),
        new("nimroo", "نیمرو", "Fried eggs", Breakfast, 138, 4, 45),
        new("english-breakfast", "صبحانهٔ کامل", "Full breakfast", Breakfast, 325, 3, 128),
        new("haleem", "حلیم", "Haleem", Breakfast, 155, 2, 60),
        new("cheese-walnut", "نان و پنیر و گردو", "Bread, cheese and walnuts", Breakfast, 142, 2, 55),
        new("pancake", "پنکیک", "Pancakes", Breakfast, 178, 2, 58),
        new("club-sandwich", "ساندویچ کلاب", "Club sandwich", Food, 265, 4, 112),
        new("chicken-panini", "پنینی مرغ", "Chicken panini", Food, 245, 3, 102),
        new("veggie-panini", "پنینی سبزیجات", "Vegetable panini", Food, 218, 2, 84),
        new("caesar", "سالاد سزار", "Caesar salad", Food, 258, 3, 105),
        new("greek-salad", "سالاد یونانی", "Greek salad", Food, 215, 2, 86),
        new("pasta-alfredo", "پاستا آلفردو", "Pasta Alfredo", Food, 298, 3, 118),
        new("fries", "سیب‌زمینی سرخ‌کرده", "French fries", Food, 145, 4, 48),
        new("soup", "سوپ روز", "Soup of the day", Food, 125, 2, 40),
        new("beans-250", "دان قهوهٔ ۲۵۰ گرمی", "Coffee beans, 250 g", "beans", 440, 2, 265),
        new("beans-500", "دان قهوهٔ ۵۰۰ گرمی", "Coffee beans, 500 g", "beans", 840, 1, 520),
        new("beans-1000", "دان قهوهٔ یک کیلویی", "Coffee beans, 1 kg", "beans", 1_580, 1, 1_010),
        new("capsules", "کپسول قهوه، ۱۰ عدد", "Coffee capsules, 10 pieces", "beans", 380, 1, 240),
        new("mug", "ماگ سرامیکی کافه", "Ceramic mug of the house", "gift", 295, 1, 140),
        new("tumbler", "فلاسک سفری", "Travel tumbler", "gift", 690, 1, 420),
        new("moka-pot", "قهوه‌جوش موکاپات", "Moka pot", "gift", 985, 1, 640),
        new("filters", "کاغذ صافی، ۱۰۰ برگ", "Paper filters, 100 sheets", "gift", 195, 1, 110),
        new("tea-tin", "چای لاهیجان قوطی", "Tin of Lahijan tea", "gift", 240, 1, 140),
        new("jam", "مربای بهارنارنج", "Orange-blossom jam", "gift", 185, 1, 95),
    ];
}
