namespace Vafa.Features.Programme.Trades;

/// <summary>A shop on the web.</summary>
internal static class OnlineShop
{
    public const string Code = "online-shop";

    public const string Documents = """
        {
          "title": {"fa": "فروشگاه اینترنتی", "en": "Online shop"},
          "about": {
            "fa": "اعتبار برای خرید بعد، ارسال رایگانِ سفارش بزرگ‌تر و پاداشِ خرید پیاپی.",
            "en": "Credit for the next order, free shipping for a larger one, a reward for ordering often."
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
            "back": {
              "title": {"fa": "۲٪ اعتبار از هر خرید", "en": "2% credit of each purchase"},
              "unit": "credit",
              "percent": 2
            }
          },
          "ladders": {
            "club": {
              "title": {"fa": "سطح‌های باشگاه", "en": "Club tiers"},
              "measure": {"days": 365},
              "tiers": [
                {
                  "code": "silver",
                  "title": {"fa": "نقره‌ای", "en": "Silver"},
                  "from": {"spent": 50000000},
                  "colour": "#8a949e"
                },
                {
                  "code": "gold",
                  "title": {"fa": "طلایی", "en": "Gold"},
                  "from": {"spent": 200000000},
                  "earning": [{"unit": "credit", "times": 1.5}],
                  "services": [{"fa": "بسته‌بندی هدیهٔ رایگان", "en": "Free gift wrapping"}],
                  "colour": "#c9a227"
                },
                {
                  "code": "platinum",
                  "title": {"fa": "پلاتینیوم", "en": "Platinum"},
                  "from": {"spent": 500000000},
                  "earning": [{"unit": "credit", "times": 2}],
                  "services": [{"fa": "پشتیبانی اختصاصی", "en": "Support of their own"}],
                  "colour": "#5f7fa8"
                }
              ],
              "fall": "recalculated",
              "graceDays": 30
            }
          },
          "productGroups": {
            "digital": {"title": {"fa": "کالای دیجیتال", "en": "Electronics"}},
            "home": {"title": {"fa": "خانه و آشپزخانه", "en": "Home and kitchen"}},
            "beauty": {"title": {"fa": "آرایشی و بهداشتی", "en": "Beauty"}},
            "fashion": {"title": {"fa": "مد و پوشاک", "en": "Fashion"}}
          },
          "fields": {},
          "offers": {
            "welcome": {
              "title": {"fa": "سفارش نخست: ۵۰ هزار تومان اعتبار", "en": "First order: 50,000 toman credit"},
              "when": {"firstPurchase": true},
              "give": [{"gift": {"unit": "credit", "amount": 500000, "expiresAfterDays": 30}}],
              "combine": true,
              "limits": {"perMember": {"uses": 1}}
            },
            "free-shipping": {
              "title": {
                "fa": "سفارش اینترنتی بالای یک میلیون تومان: ارسال رایگان",
                "en": "Online over 1,000,000 toman: free shipping"
              },
              "combine": true,
              "when": {"all": [{"channel": {"in": ["online"]}}, {"basketTotal": {"moreThan": 10000000}}]},
              "give": [{"freeShipping": {}}]
            },
            "often": {
              "title": {
                "fa": "از سومین سفارشِ ماه: ۴٪ اعتبار",
                "en": "From the third order of a month: 4% credit"
              },
              "when": {"visits": {"atLeast": 2, "within": "month"}},
              "give": [{"creditPercent": {"percent": 4, "unit": "credit", "max": 2000000}}]
            }
          }
        }
        """;
}
