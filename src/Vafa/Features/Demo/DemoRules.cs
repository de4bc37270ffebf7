using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vafa.Features.Demo;

/// <summary>What the café tells everybody: its rules, its own words below them, and a page for each tier.</summary>
internal static class DemoRules
{
    public const string Published = """
        {"published":true,"terms":{
          "fa":"هر کس با شمارهٔ موبایلش عضو می‌شود و عضویت رایگان است.\nبرای هر پرسش به صندوق هر دو شعبه بیایید.",
          "en":"Anybody joins with a mobile number, free of charge.\nAsk at the till of either branch."}}
        """;

    /// <summary>Half way through, a review began to earn something; the earlier rules stay to be read.</summary>
    public const string Review = """
        {"title":{"fa":"نظر دادن","en":"A review"},"earn":[{"unit":"points","amount":5}],
         "perMember":{"uses":2,"every":"month"}}
        """;

    private static readonly Dictionary<string, (string Fa, string En)> About = new(StringComparer.Ordinal)
    {
        ["familiar"] = (
            "چند بار آمده‌اید و دیگر اسم شما را می‌دانیم.\nاز این‌جا قهوه‌تان یک شیرینی کوچک کنارش دارد.",
            "You came a few times and we know your name.\nFrom here on a small sweet comes with your coffee."
        ),
        ["steady"] = (
            "هر هفته همدیگر را می‌بینیم. سفارش شما پیش از آنکه به صف برسید آماده می‌شود.",
            "We see each other every week. Your order is on its way before you reach the queue."
        ),
        ["friend-of-house"] = (
            "کافه خانهٔ دوم شماست.\nمیز کنار پنجره را نگه می‌داریم، کافی است بیایید.\n"
                + "روز تولدتان نوشیدنی مهمان ما هستید.",
            "The café is your second home.\nWe keep the table at the window; just come.\n"
                + "On your birthday the drink is on us."
        ),
    };

    /// <summary>A cup for each tier, with a heart more from one to the next.</summary>
    public static IEnumerable<(string Tier, byte[] Picture)> Pictures() =>
        [
            ("familiar", DemoPicture.Drawn(0xC4905E, hearts: 1)),
            ("steady", DemoPicture.Drawn(0x7F8F9C, hearts: 2)),
            ("friend-of-house", DemoPicture.Drawn(0x8A6D3B, hearts: 3)),
        ];

    /// <summary>The ladder with a text for each tier's page.</summary>
    public static JsonElement WithTexts(JsonElement ladder)
    {
        var texts = JsonObject.Create(ladder)!;
        foreach (var tier in texts["tiers"]!.AsArray())
        {
            var (fa, en) = About[tier!["code"]!.GetValue<string>()];
            tier["about"] = new JsonObject { ["fa"] = fa, ["en"] = en };
        }

        return JsonSerializer.SerializeToElement(texts);
    }
}
