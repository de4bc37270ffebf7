using System.Collections.Immutable;

namespace Vafa.Features.Demo;

/// <summary>What the café sells; prices in toman, as the owner thinks.</summary>
internal static class DemoMenu
{
    public sealed record Item(string Sku, string Fa, string En, string Group, int Toman, int Weight);

    public const string Cake = "cake";

    public static readonly ImmutableArray<(string Code, string Fa, string En)> Groups =
    [
        ("coffee", "قهوه", "Coffee"),
        ("tea", "چای و دمنوش", "Tea"),
        ("cold", "نوشیدنی سرد", "Cold drinks"),
        (Cake, "کیک و شیرینی", "Cakes"),
        ("breakfast", "صبحانه", "Breakfast"),
        ("beans", "دان قهوه", "Coffee beans"),
    ];

    public static readonly ImmutableArray<Item> Items =
    [
        new("espresso", "اسپرسو", "Espresso", "coffee", 65_000, 9),
        new("americano", "آمریکانو", "Americano", "coffee", 75_000, 8),
        new("latte", "لاته", "Latte", "coffee", 98_000, 12),
        new("cappuccino", "کاپوچینو", "Cappuccino", "coffee", 95_000, 9),
        new("mocha", "موکا", "Mocha", "coffee", 115_000, 4),
        new("turkish", "قهوه ترک", "Turkish coffee", "coffee", 70_000, 5),
        new("black-tea", "چای سیاه", "Black tea", "tea", 45_000, 8),
        new("saffron-tea", "چای زعفران", "Saffron tea", "tea", 78_000, 4),
        new("borage", "دمنوش گل‌گاوزبان", "Borage infusion", "tea", 82_000, 3),
        new("iced-latte", "آیس لاته", "Iced latte", "cold", 112_000, 6),
        new("lemonade", "لیموناد", "Lemonade", "cold", 88_000, 5),
        new("sharbat", "شربت بهارنارنج", "Orange-blossom sherbet", "cold", 72_000, 3),
        new("carrot-cake", "کیک هویج", "Carrot cake", Cake, 120_000, 5),
        new("cheesecake", "چیزکیک", "Cheesecake", Cake, 155_000, 5),
        new("brownie", "براونی", "Brownie", Cake, 98_000, 4),
        new("croissant", "کروسان", "Croissant", Cake, 85_000, 6),
        new("omelette", "املت", "Omelette", "breakfast", 165_000, 4),
        new("english-breakfast", "صبحانهٔ کامل", "Full breakfast", "breakfast", 310_000, 2),
        new("nimroo", "نیمرو", "Fried eggs", "breakfast", 135_000, 3),
        new("beans-250", "قهوهٔ ۲۵۰ گرمی", "Beans, 250 g", "beans", 420_000, 1),
        new("beans-1000", "قهوهٔ یک کیلویی", "Beans, 1 kg", "beans", 1_480_000, 1),
    ];
}
