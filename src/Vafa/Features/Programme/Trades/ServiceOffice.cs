namespace Vafa.Features.Programme.Trades;

/// <summary>An office that does jobs: print shop, repairs, agency.</summary>
internal static class ServiceOffice
{
    public const string Code = "service";

    public const string Documents = """
        {
          "title": {"fa": "دفتر خدمات", "en": "Service office"},
          "about": {
            "fa": "کارهای گاه‌به‌گاه: اعتبار برای کار بعد، و پیشنهادی که مشتری غایب را برمی‌گرداند.",
            "en": "Occasional jobs: credit for the next one, and an offer that brings the absent back."
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
              "expiresAfterDays": 365
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
              "title": {"fa": "سطح‌های مشتریان", "en": "Client tiers"},
              "measure": {"days": 365},
              "tiers": [
                {
                  "code": "silver",
                  "title": {"fa": "نقره‌ای", "en": "Silver"},
                  "from": {"visits": 3},
                  "colour": "#8a949e"
                },
                {
                  "code": "gold",
                  "title": {"fa": "طلایی", "en": "Gold"},
                  "from": {"visits": 8},
                  "earning": [{"unit": "points", "times": 1.25}],
                  "services": [{"fa": "رسیدگی بی‌نوبت", "en": "Served without a number"}],
                  "colour": "#c9a227"
                },
                {
                  "code": "key-client",
                  "title": {"fa": "مشتری کلیدی", "en": "Key client"},
                  "from": {"visits": 20},
                  "earning": [{"unit": "points", "times": 1.5}],
                  "services": [{"fa": "کارشناس ثابت", "en": "The same expert each time"}],
                  "colour": "#5f7fa8"
                }
              ],
              "fall": "recalculated",
              "graceDays": 30
            }
          },
          "productGroups": {
            "service": {"title": {"fa": "خدمات", "en": "Services"}},
            "print": {"title": {"fa": "چاپ و تکثیر", "en": "Print and copy"}},
            "supplies": {"title": {"fa": "لوازم", "en": "Supplies"}}
          },
          "fields": {
            "company": {"title": {"fa": "نام شرکت", "en": "Company"}, "type": "text", "shownAtTill": true}
          },
          "offers": {
            "welcome": {
              "title": {
                "fa": "کار نخست: ۵٪ اعتبار برای کار بعد",
                "en": "First job: 5% credit for the next one"
              },
              "when": {"firstPurchase": true},
              "give": [{"creditPercent": {"percent": 5, "unit": "credit", "max": 3000000}}],
              "combine": true
            },
            "loyal-year": {
              "title": {
                "fa": "از ۲۰ میلیون تومان در سال: ۵٪ تخفیف",
                "en": "From 20,000,000 toman a year: 5% off"
              },
              "when": {"spent": {"atLeast": 200000000, "within": "year"}},
              "give": [{"discountPercent": {"percent": 5, "max": 10000000}}]
            },
            "come-back": {
              "title": {"fa": "پس از سه ماه دوری: ۱۰٪ اعتبار", "en": "After three months away: 10% credit"},
              "when": {"daysSinceLastVisit": {"atLeast": 90}},
              "give": [{"creditPercent": {"percent": 10, "unit": "credit", "max": 3000000}}]
            }
          }
        }
        """;
}
