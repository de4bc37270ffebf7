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
