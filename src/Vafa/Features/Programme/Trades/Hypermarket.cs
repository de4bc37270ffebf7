namespace Vafa.Features.Programme.Trades;

/// <summary>A hypermarket, supermarket or grocery.</summary>
internal static class Hypermarket
{
    public const string Code = "hypermarket";

    public const string Documents = """
        {
          "title": {"fa": "هایپرمارکت و سوپرمارکت", "en": "Hypermarket and grocery"},
          "about": {
            "fa": "سبدهای پرتکرار با سود کم: امتیازی اندک برای هر خرید و پاداش برای سبد بزرگ.",
            "en": "Frequent baskets at small margins: a little for each sale, a reward for a large basket."
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
              "expiresAfterDays": 60
            }
          },
          "earningRules": {
            "base": {
              "title": {"fa": "هر ۱۰۰ هزار تومان، یک امتیاز", "en": "1 point for each 100,000 toman"},
              "unit": "points",
              "perAmount": 1000000,
              "earn": 1,
              "rounding": "step"
            }
          },
          "ladders": {
            "club": {
              "title": {"fa": "سطح‌های باشگاه", "en": "Club tiers"},
              "measure": {"days": 180},
              "tiers": [
                {
                  "code": "silver",
                  "title": {"fa": "نقره‌ای", "en": "Silver"},
                  "from": {"spent": 100000000},
                  "colour": "#8a949e"
                },
                {
                  "code": "gold",
                  "title": {"fa": "طلایی", "en": "Gold"},
                  "from": {"spent": 300000000},
                  "earning": [{"unit": "points", "times": 1.25}],
                  "services": [{"fa": "صندوق ویژه", "en": "A till of their own"}],
                  "colour": "#c9a227"
                },
                {
                  "code": "platinum",
                  "title": {"fa": "پلاتینیوم", "en": "Platinum"},
                  "from": {"spent": 800000000},
                  "earning": [{"unit": "points", "times": 1.5}],
                  "services": [
                    {"fa": "صندوق ویژه", "en": "A till of their own"},
                    {"fa": "بردن خرید تا خودرو", "en": "Shopping carried to the car"}
                  ],
                  "colour": "#5f7fa8"
                }
              ],
              "fall": "recalculated",
              "graceDays": 30
            }
          },
          "productGroups": {
            "dairy": {"title": {"fa": "لبنیات", "en": "Dairy"}},
            "bakery": {"title": {"fa": "نان و شیرینی", "en": "Bread and pastry"}},
            "fresh": {"title": {"fa": "میوه و سبزی", "en": "Fruit and vegetables"}},
            "protein": {"title": {"fa": "گوشت و پروتئین", "en": "Meat and fish"}},
            "household": {"title": {"fa": "شوینده و بهداشتی", "en": "Household"}}
          },
          "fields": {},
          "offers": {
            "welcome": {
              "title": {"fa": "خرید نخست: ۲۰ هزار تومان اعتبار", "en": "First purchase: 20,000 toman credit"},
              "when": {"firstPurchase": true},
              "give": [{"gift": {"unit": "credit", "amount": 200000, "expiresAfterDays": 14}}],
              "combine": true,
              "limits": {"perMember": {"uses": 1}}
            },
            "big-basket": {
              "title": {"fa": "سبد بالای ۳ میلیون تومان: ۲٪ اعتبار", "en": "Over 3,000,000 toman: 2% credit"},
              "when": {"basketTotal": {"moreThan": 30000000}},
              "give": [{"creditPercent": {"percent": 2, "unit": "credit", "max": 2000000}}]
            },
            "quiet-days": {
              "title": {"fa": "شنبه تا سه‌شنبه: امتیاز دو برابر", "en": "Saturday to Tuesday: double points"},
              "combine": true,
              "schedule": {"weekdays": ["saturday", "sunday", "monday", "tuesday"]},
              "give": [{"pointsMultiplier": {"unit": "points", "times": 2}}]
            }
          }
        }
        """;
}
