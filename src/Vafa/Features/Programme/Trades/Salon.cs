namespace Vafa.Features.Programme.Trades;

/// <summary>A hair or beauty salon.</summary>
internal static class Salon
{
    public const string Code = "salon";

    public const string Documents = """
        {
          "title": {"fa": "سالن زیبایی", "en": "Beauty salon"},
          "about": {
            "fa": "نوبت‌های چندهفته‌ای: اعتبارِ هر نوبت و پیشنهاد ساعت‌های خلوت، تقویم را پر می‌کند.",
            "en": "Visits weeks apart: credit at each visit and an offer for quiet hours fill the calendar."
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
              "expiresAfterDays": 120
            }
          },
          "earningRules": {
            "back": {
              "title": {"fa": "۳٪ اعتبار از هر نوبت", "en": "3% credit of each visit"},
              "unit": "credit",
              "percent": 3
            }
          },
          "ladders": {
            "club": {
              "title": {"fa": "سطح‌های سالن", "en": "Salon tiers"},
              "measure": "anniversary",
              "tiers": [
                {
                  "code": "silver",
                  "title": {"fa": "نقره‌ای", "en": "Silver"},
                  "from": {"visits": 4, "spent": 60000000},
                  "match": "any",
                  "services": [{"fa": "چای و پذیرایی", "en": "Tea and sweets"}],
                  "colour": "#8a949e"
                },
                {
                  "code": "gold",
                  "title": {"fa": "طلایی", "en": "Gold"},
                  "from": {"visits": 9, "spent": 150000000},
                  "match": "any",
                  "earning": [{"unit": "credit", "times": 1.25}],
                  "services": [{"fa": "نوبت در ساعت‌های شلوغ", "en": "Appointments at busy hours"}],
                  "colour": "#c9a227"
                },
                {
                  "code": "diamond",
                  "title": {"fa": "الماس", "en": "Diamond"},
                  "from": {"visits": 18, "spent": 400000000},
                  "match": "any",
                  "earning": [{"unit": "credit", "times": 1.5}],
                  "services": [{"fa": "مشاورهٔ رایگان مو و پوست", "en": "Free advice on hair and skin"}],
                  "colour": "#5f7fa8"
                }
              ],
              "fall": "oneStep",
              "graceDays": 30
            }
          },
          "productGroups": {
            "hair": {"title": {"fa": "مو", "en": "Hair"}},
            "nails": {"title": {"fa": "ناخن", "en": "Nails"}},
            "skin": {"title": {"fa": "پوست", "en": "Skin"}},
            "care": {"title": {"fa": "محصولات مراقبتی", "en": "Care products"}}
          },
          "fields": {
            "sensitivity": {
              "title": {"fa": "حساسیت‌ها", "en": "Sensitivities"},
              "type": "text",
              "shownAtTill": true
            }
          },
          "offers": {
            "welcome": {
              "title": {"fa": "نوبت نخست: ۵۰ هزار تومان اعتبار", "en": "First visit: 50,000 toman credit"},
              "when": {"firstPurchase": true},
              "give": [{"gift": {"unit": "credit", "amount": 500000, "expiresAfterDays": 60}}],
              "combine": true,
              "limits": {"perMember": {"uses": 1}}
            },
            "quiet-hours": {
              "title": {
                "fa": "شنبه تا سه‌شنبه، ۹ تا ۱۳: ۱۰٪ تخفیف",
                "en": "Saturday to Tuesday, 9 to 13: 10% off"
              },
              "schedule": {"weekdays": ["saturday", "sunday", "monday", "tuesday"], "hours": ["09:00-13:00"]},
              "give": [{"discountPercent": {"percent": 10, "max": 3000000}}]
            },
            "birthday": {
              "title": {"fa": "هفتهٔ تولد: ۲۰٪ تخفیف", "en": "Birthday week: 20% off"},
              "when": {"birthday": {"daysBefore": 7, "daysAfter": 7}},
              "give": [{"discountPercent": {"percent": 20, "max": 5000000}}],
              "limits": {"perMember": {"uses": 1, "every": "year"}}
            }
          }
        }
        """;
}
