namespace Vafa.Features.Programme.Trades;

/// <summary>A café.</summary>
internal static class Cafe
{
    public const string Code = "cafe";

    public const string Documents = """
        {
          "title": {"fa": "کافه", "en": "Café"},
          "about": {
            "fa": "خریدهای کوچک و پرتکرار: هر خرید امتیاز می‌آورد و مشتری همیشگی اعتبار می‌گیرد.",
            "en": "Small and frequent sales: each earns points, and regulars get credit."
          },
          "units": {
            "points": {
              "title": {"fa": "امتیاز", "en": "Points"},
              "worth": 500,
              "maySpend": false,
              "expiresAfterDays": 365
            },
            "credit": {
              "title": {"fa": "اعتبار", "en": "Credit"},
              "worth": 1,
              "maySpend": true,
              "spendValue": 1,
              "expiresAfterDays": 90
            }
          },
          "earningRules": {
            "base": {
              "title": {"fa": "هر ۱۰ هزار تومان، یک امتیاز", "en": "1 point for each 10,000 toman"},
              "unit": "points",
              "perAmount": 100000,
              "earn": 1,
              "rounding": "step"
            }
          },
          "ladders": {
            "club": {
              "title": {"fa": "سطح‌های کافه", "en": "Café tiers"},
              "measure": {"days": 90},
              "tiers": [
                {
                  "code": "familiar",
                  "title": {"fa": "آشنا", "en": "Familiar face"},
                  "from": {"visits": 4},
                  "services": [{"fa": "یک شیرینی کوچک کنار قهوه", "en": "A small sweet with the coffee"}],
                  "colour": "#a9713f"
                },
                {
                  "code": "steady",
                  "title": {"fa": "همیشگی", "en": "Regular"},
                  "from": {"visits": 12},
                  "earning": [{"unit": "points", "times": 1.25}],
                  "services": [{"fa": "سفارش بی‌صف", "en": "Orders without waiting"}],
                  "colour": "#8a949e"
                },
                {
                  "code": "friend-of-house",
                  "title": {"fa": "یار کافه", "en": "Friend of the house"},
                  "from": {"visits": 25},
                  "earning": [{"unit": "points", "times": 1.5}],
                  "services": [
                    {"fa": "نوشیدنی مهمان کافه در روز تولد", "en": "A drink on us on the birthday"},
                    {"fa": "میز رزرو بی‌تماس", "en": "A table kept without a call"}
                  ],
                  "colour": "#c9a227"
                }
              ],
              "fall": "recalculated",
              "graceDays": 14
            }
          },
          "productGroups": {
            "coffee": {"title": {"fa": "قهوه", "en": "Coffee"}},
            "tea": {"title": {"fa": "چای و دمنوش", "en": "Tea and infusions"}},
            "cold": {"title": {"fa": "نوشیدنی سرد", "en": "Cold drinks"}},
            "cake": {"title": {"fa": "کیک و شیرینی", "en": "Cakes and pastry"}},
            "food": {"title": {"fa": "غذا و صبحانه", "en": "Food and breakfast"}}
          },
          "fields": {
            "drink": {
              "title": {"fa": "نوشیدنی محبوب", "en": "Favourite drink"},
              "type": "choice",
              "choices": ["قهوه", "چای و دمنوش", "نوشیدنی سرد"],
              "shownAtTill": true
            }
          },
          "offers": {
            "welcome": {
              "title": {"fa": "خرید نخست: ۳۰ هزار تومان اعتبار", "en": "First purchase: 30,000 toman credit"},
              "when": {"firstPurchase": true},
              "give": [{"gift": {"unit": "credit", "amount": 300000, "expiresAfterDays": 30}}],
              "combine": true,
              "limits": {"perMember": {"uses": 1}}
            },
            "regular": {
              "title": {"fa": "از خرید یازدهم: ۵٪ اعتبار", "en": "From the 11th purchase: 5% credit"},
              "when": {"visits": {"atLeast": 10}},
              "give": [{"creditPercent": {"percent": 5, "unit": "credit"}}]
            },
            "birthday": {
              "title": {"fa": "هدیهٔ تولد: ۲۰٪ اعتبار", "en": "Birthday: 20% credit"},
              "when": {"birthday": {"daysBefore": 3, "daysAfter": 3}},
              "give": [{"creditPercent": {"percent": 20, "unit": "credit", "max": 1000000}}],
              "limits": {"perMember": {"uses": 1, "every": "year"}}
            }
          }
        }
        """;
}
