namespace Vafa.Features.Programme;

/// <summary>Sentences about the club's settings and the documents that are no offers.</summary>
internal static class ProgrammeTexts
{
    public static readonly Dictionary<string, (string Fa, string En)> All = new(StringComparer.Ordinal)
    {
        ["document.taken"] = (
            "کد «{0}» پیش‌تر به کار رفته است؛ کد دیگری بنویسید.",
            "The code \"{0}\" is taken; write another."
        ),
        ["programme.version-unknown"] = (
            "برنامه نسخه‌ای با شمارهٔ «{0}» ندارد.",
            "The programme has no version \"{0}\"."
        ),
        ["unit.two-lives"] = ("برای ماندگاری تنها یکی از راه‌ها را بگویید.", "Say one way only of how long it lasts."),
        ["unit.no-life"] = ("بگویید تا کی می‌ماند.", "Say how long it lasts."),
        ["unit.life-day"] = (
            "«{0}» روز نیست؛ روزی که هر سال برمی‌گردد مانند 12-29 و روز یک‌باره مانند 1406/01/13 نوشته می‌شود.",
            "“{0}” is no day: write 12-29 for one that comes back every year, 2027-04-02 for one that does not."
        ),
        ["unit.two-waits"] = (
            "آنچه منتظر رویدادی است، روز انتظار ندارد.",
            "What waits for an event does not wait for days, too."
        ),
        ["unit.into-itself"] = ("یک واحد به خودش تبدیل نمی‌شود.", "A unit does not turn into itself."),
        ["unit.into-circle"] = (
            "«{0}» خودش سرانجام به همین واحد تبدیل می‌شود؛ با هر دور از هیچ ارزش ساخته می‌شد.",
            "“{0}” turns back into this unit in the end; each round would make value of nothing."
        ),
        ["spending.most-below-least"] = (
            "بیشترین نباید از کمترین کمتر باشد.",
            "The most must not be less than the least."
        ),
        ["spending.step-passes"] = (
            "هیچ مضربی از این گام میان کمترین و بیشترین نیست.",
            "No multiple of this step lies between the least and the most."
        ),
        ["spending.unknown-branch"] = ("شعبه‌ای با کد «{0}» نیست.", "There is no branch “{0}”."),
        ["engagement.unknown"] = ("فعالیتی با کد «{0}» نیست.", "There is no engagement “{0}”."),
        ["engagement.unit-twice"] = ("«{0}» دو بار آمده است.", "“{0}” is named twice."),
        ["engagement.unknown-field"] = ("مشخصات عضو «{0}» ندارد.", "A profile has no “{0}”."),
        ["unit.unknown"] = ("واحدی با کد «{0}» نیست.", "There is no unit \"{0}\"."),
        ["earning-rule.unknown"] = ("قانون امتیازدهی با کد «{0}» نیست.", "There is no earning rule \"{0}\"."),
        ["group.unknown"] = ("گروهی با کد «{0}» نیست.", "There is no group \"{0}\"."),
        ["group.rule-empty"] = (
            "قاعدهٔ گروه دست‌کم یک شرط لازم دارد؛ بی‌شرط، همهٔ اعضا در آن‌اند.",
            "A group’s rule needs a condition; without one all members are in it."
        ),
        ["group.rule-words"] = (
            "جست‌وجوی نام یا شماره در قاعدهٔ گروه به کار نمی‌آید؛ آن را از صافی بردارید.",
            "A group’s rule takes no search for a name or number; take it out of the filter."
        ),
        ["group.rule-itself"] = (
            "قاعدهٔ گروه نمی‌تواند خود همین گروه را نام ببرد؛ گروه دیگری بگذارید یا این شرط را بردارید.",
            "A group’s rule can't name the group itself; choose another group or take this condition out."
        ),
        ["group.rule-circle"] = (
            "گروه «{0}» خودش با قاعده‌ای پر می‌شود که به این گروه می‌رسد؛ دو گروه نمی‌توانند چشم به راه هم باشند.",
            "The group “{0}” fills itself by a rule that leads back to this one; groups can't wait for each other."
        ),
        ["branch.unknown"] = ("شعبه‌ای با کد «{0}» نیست.", "There is no branch \"{0}\"."),
        ["segment.unknown"] = ("بخشی با کد «{0}» نیست.", "There is no segment \"{0}\"."),
        ["segment.empty"] = (
            "بخش دست‌کم یک شرط لازم دارد؛ بی‌شرط، همهٔ اعضا در آن‌اند.",
            "A segment needs a condition; without one all members are in it."
        ),
        ["segment.cannot"] = (
            "جست‌وجوی نام، «بی‌نام»، داشتن ایمیل و رضایت پیام در بخش به کار نمی‌آیند؛ آن‌ها را از صافی بردارید.",
            "A segment takes no words of a name, “without a name”, e-mail or consents; take them out of the filter."
        ),
        ["filter.unknown"] = ("صافی اعضا «{0}» را نمی‌شناسد.", "The filter of members does not know \"{0}\"."),
        ["till.unknown"] = ("صندوقی با کد «{0}» نیست.", "There is no till \"{0}\"."),
        ["till.branch-unknown"] = ("شعبه‌ای با کد «{0}» نیست.", "There is no branch \"{0}\"."),
        ["ladder.unknown"] = ("نردبانی با کد «{0}» نیست.", "There is no ladder \"{0}\"."),
        ["ladder.no-tiers"] = ("نردبان دست‌کم یک سطح لازم دارد.", "A ladder needs a tier."),
        ["ladder.too-many-tiers"] = ("نردبان حداکثر {0} سطح دارد.", "A ladder has at most {0} tiers."),
        ["ladder.tier-taken"] = (
            "کد سطح «{0}» پیش‌تر به کار رفته است؛ کد سطح‌ها در همهٔ نردبان‌ها یکتاست.",
            "The tier code \"{0}\" is taken; tiers of all ladders have codes of their own."
        ),
        ["ladder.needs-from"] = (
            "بنویسید این سطح از چه خریدی به دست می‌آید، یا آن را دعوتی کنید.",
            "Say what this tier asks for, or make it one by invitation."
        ),
        ["ladder.invitation-asks"] = (
            "سطح دعوتی با خرید به دست نمی‌آید؛ حدهای آن را بردارید.",
            "A tier by invitation asks for nothing; take its limits away."
        ),
        ["ladder.not-harder"] = (
            "این سطح باید از «{0}» سخت‌تر باشد: همان حدها را بخواهد و دست‌کم یکی را بیشتر.",
            "This tier must be harder than \"{0}\": ask for the same, and for more of it."
        ),
        ["ladder.unknown-unit"] = ("باشگاه واحدی با کد «{0}» ندارد.", "The club has no unit \"{0}\"."),
        ["ladder.unit-twice"] = ("واحد «{0}» دو بار آمده است.", "The unit \"{0}\" stands there twice."),
        ["ladder.colour"] = ("رنگ باید مانند \u200e#0b5d5e نوشته شود.", "The colour must be written like #0b5d5e."),
        ["plan.unknown"] = ("برای واحد «{0}» برنامه‌ای نیست.", "There is no plan for the unit \"{0}\"."),
        ["plan.unit-unknown"] = ("واحدی با کد «{0}» نیست.", "There is no unit \"{0}\"."),
        ["festival.unknown"] = ("مناسبتی با کد «{0}» نیست.", "There is no festival \"{0}\"."),
        ["festival.ends-before-start"] = ("روز پایان پیش از روز آغاز است.", "The last day lies before the first."),
        ["festival.too-long"] = ("یک مناسبت حداکثر {0} روز است.", "A festival has at most {0} days."),
        ["field.unknown"] = ("فیلدی با کد «{0}» نیست.", "There is no field \"{0}\"."),
        ["club.unknown"] = ("تنظیمات باشگاه پیدا نشد.", "The club's settings were not found."),
        ["club.currency"] = (
            "واحد پول باید کد سه‌حرفی ISO 4217 باشد، مانند IRR.",
            "The currency must be a three-letter ISO 4217 code, like IRR."
        ),
        ["club.currency-stays"] = (
            "باشگاه فروش ثبت‌شده دارد و مبلغ‌های آن به {0} است؛ واحد پول دیگر عوض نمی‌شود.",
            "The club has recorded sales in {0}; its currency can no longer change."
        ),
        ["club.toman-needs-rial"] = (
            "نمایش به تومان تنها با واحد پول IRR معنا دارد.",
            "Showing toman only makes sense with the currency IRR."
        ),
        ["club.time-zone"] = (
            "منطقهٔ زمانی «{0}» شناخته نیست؛ نمونه: Asia/Tehran",
            "The time zone \"{0}\" is unknown; an example is Asia/Tehran."
        ),
        ["club.day-starts-at"] = (
            "آغاز روز باید مانند 04:30 نوشته شود، نه «{0}».",
            "The start of the day must be written like 04:30, not \"{0}\"."
        ),
        ["club.colour"] = ("رنگ باید مانند \u200e#0b5d5e نوشته شود.", "The colour must be written like #0b5d5e."),
        ["club.logo-apart"] = (
            "نشان باشگاه با فرستادن تصویر آن عوض می‌شود، نه با نوشتن کد آن.",
            "The logo changes by sending its picture, not by writing its mark."
        ),
        ["unit.pays-nothing"] = (
            "واحدی که خرج می‌شود باید ارزش پرداخت (spendValue) داشته باشد.",
            "A unit that may be spent needs a spendValue."
        ),
        ["unit.never-available"] = (
            "این واحد پیش از آن که خرج‌شدنی شود از میان می‌رود.",
            "This unit would expire before it can be spent."
        ),
        ["rule.amount-and-earn"] = (
            "«برای هر» و «این‌قدر بدهد» با هم لازم‌اند.",
            "“For each” and “It gives” come together."
        ),
        ["rule.earns-nothing"] = (
            "این قانون چیزی نمی‌دهد؛ به اندازهٔ خرید، درصدی از آن یا برای هر بار خرید چیزی بنویسید.",
            "This rule earns nothing; give something by the amount, a percentage or for each visit."
        ),
        ["field.choices"] = (
            "«یکی از چند گزینه» گزینه‌هایش را لازم دارد و نوع‌های دیگر گزینه ندارند.",
            "“One of several choices” needs its choices, and no other type has any."
        ),
        ["field.same-choice"] = ("یک گزینه دو بار آمده است.", "A choice stands there twice."),
        ["field.type-stays"] = (
            "نوع فیلد عوض نمی‌شود، چون عضوها مقدارهایی از آن نوع دارند؛ فیلد تازه‌ای بسازید.",
            "The type of a field stays, because members have values of it; make another field."
        ),
        ["field.named-twice"] = ("فیلد «{0}» دو بار آمده است.", "The field “{0}” is named twice."),
        ["field.text"] = ("مقدار این فیلد باید متن باشد.", "The value of this field must be text."),
        ["field.number"] = ("مقدار این فیلد باید عدد باشد.", "The value of this field must be a number."),
        ["field.date"] = (
            "مقدار این فیلد باید تاریخ باشد، مانند 1990-05-12 یا 1369/02/22.",
            "The value of this field must be a date, like 1990-05-12 or 1369/02/22."
        ),
        ["field.choice"] = ("مقدار این فیلد باید یکی از این‌ها باشد: {0}.", "The value must be one of: {0}."),
        ["field.yes-no"] = ("مقدار این فیلد باید true یا false باشد.", "The value must be true or false."),
    };
}
