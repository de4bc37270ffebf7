namespace Vafa.Features.Programme;

/// <summary>Sentences about offer documents and their conditions and effects.</summary>
internal static class OfferTexts
{
    public static readonly Dictionary<string, (string Fa, string En)> All = new(StringComparer.Ordinal)
    {
        ["offer.unknown"] = ("پیشنهادی با کد «{0}» نیست.", "There is no offer \"{0}\"."),
        ["offer.not-live"] = (
            "تنها پیشنهاد فعال را می‌توان نگه داشت؛ وضعیت این یکی {0} است.",
            "Only a live offer can be paused; this one is {0}."
        ),
        ["offer.not-paused"] = (
            "تنها پیشنهاد نگه‌داشته را می‌توان از سر گرفت؛ وضعیت این یکی {0} است.",
            "Only a paused offer can be resumed; this one is {0}."
        ),
        ["offer.unknown-condition"] = ("شرط «{0}» شناخته نیست.", "There is no condition \"{0}\"."),
        ["offer.unknown-effect"] = ("پاداش «{0}» شناخته نیست.", "There is no effect \"{0}\"."),
        ["offer.unknown-unit"] = ("باشگاه واحدی با کد «{0}» ندارد.", "The club has no unit \"{0}\"."),
        ["offer.unknown-group"] = ("باشگاه گروهی با کد «{0}» ندارد.", "The club has no group \"{0}\"."),
        ["offer.unknown-branch"] = ("باشگاه شعبه‌ای با کد «{0}» ندارد.", "The club has no branch \"{0}\"."),
        ["offer.unknown-field"] = ("باشگاه فیلدی با کد «{0}» ندارد.", "The club has no field \"{0}\"."),
        ["offer.one-word"] = (
            "اینجا باید یک شیء با تنها یک نام بیاید، مانند {{\"visits\": …}}.",
            "An object with exactly one name is expected here, like {{\"visits\": …}}."
        ),
        ["offer.too-deep"] = ("شرط‌ها حداکثر {0} لایه تو در تو می‌شوند.", "Conditions nest at most {0} deep."),
        ["offer.at-least-or-more-than"] = (
            "یکی از atLeast و moreThan لازم است، نه هر دو.",
            "Exactly one of atLeast and moreThan is required."
        ),
        ["offer.only-true"] = ("این شرط تنها true می‌پذیرد.", "This condition takes only true."),
        ["offer.field-value"] = (
            "مقدار فیلد باید متن، عدد یا true و false باشد.",
            "The value of a field must be text, a number, or true or false."
        ),
        ["offer.in-without-on"] = (
            "in تنها با on برابر productGroup، product یا brand می‌آید.",
            "in only goes with on productGroup, product or brand."
        ),
        ["offer.confirm-needed"] = (
            "بیش از همهٔ پول خرید برمی‌گردد؛ این باید جداگانه تأیید شود (confirm).",
            "More than all of the money comes back; that must be confirmed on its own (confirm)."
        ),
        ["offer.ends-before-it-starts"] = (
            "پایان پیشنهاد پیش از آغاز آن است.",
            "The offer would end before it starts."
        ),
        ["offer.unknown-festival"] = ("مناسبتی با کد «{0}» شناخته نیست.", "There is no festival \"{0}\"."),
        ["offer.unknown-segment"] = ("باشگاه بخشی با کد «{0}» ندارد.", "The club has no segment \"{0}\"."),
        ["offer.unknown-tier"] = ("باشگاه سطحی با کد «{0}» ندارد.", "The club has no tier \"{0}\"."),
        ["offer.in-or-at-least"] = (
            "یا فهرست سطح‌ها (in) می‌آید یا کمترین سطح (atLeast)، نه هر دو.",
            "Either a list of tiers (in) or the least one (atLeast), not both."
        ),
        ["offer.member-id"] = (
            "شناسهٔ عضو درست نیست؛ id عضو را بنویسید.",
            "This is no id of a member; write the member’s id."
        ),
        ["offer.range"] = ("پایان بازه پیش از آغاز آن است.", "The range would end before it starts."),
        ["offer.from-or-to"] = ("یکی از from و to لازم است.", "At least one of from and to is required."),
        ["offer.field-end"] = (
            "سر بازه باید عدد یا تاریخ باشد، مانند 3 یا 1405/01/01.",
            "An end of the range must be a number or a day, like 3 or 2026-03-21."
        ),
        ["offer.is-or-range"] = (
            "یا مقدار (is) می‌آید یا بازه (atLeast و atMost)، نه هر دو.",
            "Either values (is) or a range (atLeast, atMost), not both."
        ),
        ["offer.price-or-percent"] = (
            "یکی از بها (price) و درصد (percent) لازم است، نه هر دو.",
            "Exactly one of price and percent is required."
        ),
        ["offer.uses-or-budget"] = (
            "دست‌کم یکی از دفعه‌ها (uses) و بودجه (budget) لازم است.",
            "At least one of uses and budget is required."
        ),
        ["offer.hours"] = ("ساعت‌ها باید مانند 16:00-18:00 نوشته شوند.", "Hours must be written like 16:00-18:00."),
    };
}
