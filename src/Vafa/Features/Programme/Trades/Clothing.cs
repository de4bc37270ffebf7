namespace Vafa.Features.Programme.Trades;

/// <summary>A clothing shop.</summary>
internal static class Clothing
{
    public const string Code = "clothing";

    public const string Documents = """
        {
          "title": {"fa": "پوشاک", "en": "Clothing"},
          "about": {
            "fa": "خریدهای بزرگ‌تر و فصلی: اعتبارِ این خرید، مشتری را فصل بعد برمی‌گرداند.",
            "en": "Larger, seasonal sales: credit from one purchase brings the customer back next season."
          },
          "units": {
            "points": {
              "title": {"fa": "امتیاز", "en": "Points"},
              "worth": 500,
              "maySpend": false,
              "expiresAfterDays": 540
            },
            "credit": {
              "title": {"fa": "اعتبار", "en": "Credit"},
              "worth": 1,
              "maySpend": true,
              "spendValue": 1,
              "expiresAfterDays": 180
            }
          },
          "earningRules": {
            "base": {
              "title": {"fa": "هر ۵۰ هزار تومان، یک امتیاز", "en": "1 point for each 50,000 toman"},
              "unit": "points",
              "perAmount": 500000,
              "earn": 1,
              "rounding": "step"
            }
          },
          "ladders": {
            "club": {
              "title": {"fa": "سطح‌های باشگاه", "en": "Club tiers"},
              "measure": "year",
              "tiers": [
                {
                  "code": "silver",
                  "title": {"fa": "نقره‌ای", "en": "Silver"},
                  "from": {"spent": 50000000},
                  "services": [{"fa": "تعویض تا ۱۴ روز", "en": "Exchange within 14 days"}],
                  "colour": "#8a949e"
                },
                {
                  "code": "gold",
                  "title": {"fa": "طلایی", "en": "Gold"},
                  "from": {"spent": 150000000},
                  "earning": [{"unit": "points", "times": 1.25}],
                  "services": [{"fa": "دیدن کالکشن تازه پیش از همه", "en": "The new collection before all others"}],
                  "colour": "#c9a227"
                },
                {
                  "code": "platinum",
                  "title": {"fa": "پلاتینیوم", "en": "Platinum"},
                  "from": {"spent": 400000000},
                  "earning": [{"unit": "points", "times": 1.5}],
                  "services": [{"fa": "خیاطی و اندازهٔ رایگان", "en": "Free fitting and alterations"}],
                  "colour": "#5f7fa8"
                }
              ],
              "fall": "oneStep",
              "graceDays": 30
            }
          },
          "productGroups": {
            "women": {"title": {"fa": "زنانه", "en": "Women"}},
            "men": {"title": {"fa": "مردانه", "en": "Men"}},
            "kids": {"title": {"fa": "بچگانه", "en": "Children"}},
            "shoes": {"title": {"fa": "کیف و کفش", "en": "Bags and shoes"}},
            "accessories": {"title": {"fa": "اکسسوری", "en": "Accessories"}}
          },
          "fields": {
            "size": {
              "title": {"fa": "سایز", "en": "Size"},
              "type": "choice",
              "choices": ["S", "M", "L", "XL", "XXL"],
              "shownAtTill": true
            }
          },
          "offers": {
            "welcome": {
              "title": {
                "fa": "خرید نخست: ۵٪ اعتبار برای خرید بعد",
                "en": "First purchase: 5% credit for the next one"
              },
              "when": {"firstPurchase": true},
              "give": [{"creditPercent": {"percent": 5, "unit": "credit", "max": 5000000}}],
              "combine": true
            },
            "big-basket": {
              "title": {"fa": "خرید بالای ۵ میلیون تومان: ۷٪ تخفیف", "en": "Over 5,000,000 toman: 7% off"},
              "when": {"basketTotal": {"moreThan": 50000000}},
              "give": [{"discountPercent": {"percent": 7, "max": 10000000}}]
            },
            "birthday": {
              "title": {"fa": "هفتهٔ تولد: ۱۵٪ تخفیف", "en": "Birthday week: 15% off"},
              "when": {"birthday": {"daysBefore": 7, "daysAfter": 7}},
              "give": [{"discountPercent": {"percent": 15, "max": 10000000}}],
              "limits": {"perMember": {"uses": 1, "every": "year"}}
            }
          }
        }
        """;
}
