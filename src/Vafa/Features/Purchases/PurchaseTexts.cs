namespace Vafa.Features.Purchases;

/// <summary>What a refused sale, refund or correction says.</summary>
internal static class PurchaseTexts
{
    public static readonly IReadOnlyDictionary<string, (string Fa, string En)> All = new Dictionary<
        string,
        (string, string)
    >
    {
        ["sale-filter.amount"] = (
            "مبلغ خوانده نشد؛ عددی به ریال بنویسید، مانند 500000.",
            "The amount can't be read; write a number of rial, like 500000."
        ),
        ["sale-filter.day"] = (
            "این روز خوانده نشد؛ آن را دوباره انتخاب کنید.",
            "This day can't be read; choose it again."
        ),
        ["sale-filter.shown-amount"] = (
            "مبلغ خوانده نشد؛ عددی به {0} بنویسید، مانند ۵۰۰٬۰۰۰.",
            "The amount can't be read; write a number in {0}, like 500,000."
        ),
        ["purchase.unknown"] = ("فروشی با این شناسه نیست.", "There is no sale with this id."),
        ["purchase.unknown-member"] = ("عضوی با این مشخصات نیست.", "There is no such member."),
        ["purchase.member-one-of"] = (
            "عضو را با یکی از شناسه، موبایل یا کارت مشخص کنید.",
            "Name the member by exactly one of id, mobile and card."
        ),
        ["purchase.unknown-branch"] = ("شعبه‌ای با کد «{0}» نیست.", "There is no branch “{0}”."),
        ["purchase.no-lines"] = ("فروش دست‌کم یک ردیف می‌خواهد.", "A sale needs at least one line."),
        ["purchase.too-many-lines"] = ("یک فروش حداکثر {0} ردیف دارد.", "A sale has at most {0} lines."),
        ["purchase.in-future"] = (
            "زمان فروش جلوتر از اکنون است ({0}). ساعت دستگاه را بررسی کنید.",
            "The time of the sale lies ahead of now ({0}). Check the clock of the device."
        ),
        ["purchase.too-old"] = (
            "فروش قدیمی‌تر از ۷ روز را فقط کلیدی با دسترسی history ثبت می‌کند.",
            "A sale of more than 7 days ago needs a key with the scope history."
        ),
        ["purchase.payments-sum"] = (
            "جمع پرداخت‌ها باید برابر مبلغ قابل پرداخت باشد: {0}.",
            "The payments must sum to what is payable: {0}."
        ),
        ["purchase.changed"] = (
            "مبلغ قابل پرداخت عوض شده است: {0}. رسید تازه را نشان دهید و دوباره بفرستید.",
            "The payable amount has changed: {0}. Show the new receipt and send again."
        ),
        ["purchase.id-taken"] = (
            "فروش دیگری با همین شناسه ثبت شده است.",
            "Another sale has been recorded under this id."
        ),
        ["hold.unknown"] = ("رزروی با این شناسه نیست.", "There is no hold with this id."),
        ["hold.used"] = ("این رزرو به کار رفته است.", "This hold has been used."),
        ["hold.other-buyer"] = ("این رزرو برای خریدار دیگری است.", "This hold was made for another buyer."),
        ["purchase.reference-taken"] = (
            "فروشی با شماره «{0}» پیش از این ثبت شده است.",
            "A sale with the reference “{0}” has been recorded before."
        ),
        ["refund.nothing-left"] = (
            "چیزی از این فروش برای برگشت نمانده است.",
            "Nothing of this sale is left to refund."
        ),
        ["refund.no-lines"] = (
            "ردیف‌های برگشتی را نام ببرید، یا برای برگشت همه، lines را نفرستید.",
            "Name the lines to refund, or leave lines out to refund all."
        ),
        ["refund.line-unknown"] = ("این فروش ردیف {0} ندارد.", "This sale has no line {0}."),
        ["refund.too-much"] = ("از این ردیف تنها {0} مانده است.", "Only {0} of this line is left."),
        ["spend.twice"] = ("واحد «{0}» دو بار آمده است.", "The unit “{0}” is named twice."),
        ["spend.unknown-unit"] = ("واحدی با کد «{0}» نیست.", "There is no unit “{0}”."),
        ["spend.not-spendable"] = ("«{0}» خرج کردنی نیست.", "“{0}” cannot be spent."),
        ["spend.members-only"] = ("خرج کردن موجودی عضو می‌خواهد.", "Spending from a wallet needs a member."),
        ["spend.not-here"] = ("«{0}» در این شعبه خرج نمی‌شود.", "“{0}” cannot be spent at this branch."),
        ["spend.not-today"] = ("«{0}» امروز خرج نمی‌شود.", "“{0}” cannot be spent on this weekday."),
        ["spend.not-for-these"] = (
            "«{0}» برای هیچ‌یک از کالاهای این فروش خرج نمی‌شود.",
            "“{0}” pays none of the goods of this sale."
        ),
        ["spend.too-little"] = ("دست‌کم {0} یک‌جا خرج می‌شود.", "At least {0} must be spent at once."),
        ["spend.step"] = ("تنها مضرب‌های {0} خرج می‌شود.", "Only multiples of {0} can be spent."),
        ["spend.too-much"] = ("برای این فروش حداکثر {0} خرج می‌شود.", "At most {0} can be spent on this sale."),
        ["byHand.one-of"] = (
            "تخفیف دستی یا مبلغ دارد یا درصد؛ یکی از این دو را بنویسید.",
            "A discount by hand has an amount or a percentage; write one of the two."
        ),
        ["byHand.too-much"] = (
            "تخفیف دستی بیش از بهای کالاهاست؛ حداکثر {0}.",
            "The discount by hand is more than the goods come to; at most {0}."
        ),
        ["byHand.limit"] = (
            "صندوق‌دار خودش تا {0} کم می‌کند و زیر سود کالا نمی‌رود؛ بیش از آن رمز مدیر می‌خواهد.",
            "A cashier takes {0} off at most and not below the margin; more needs a manager’s PIN."
        ),
        ["refund.manager"] = (
            "پس گرفتن کالا با مدیر است؛ در صندوق با رمز مدیر هم می‌شود.",
            "Taking goods back is for a manager; at the till a manager’s PIN lets it be done."
        ),
        ["purchase.taken-manager"] = (
            "فروشی را که جای دیگر حساب شده تنها مدیر یا خود صندوق ثبت می‌کند.",
            "A sale that was reckoned elsewhere is recorded by a manager or by the till itself."
        ),
        ["taken.discount"] = (
            "تخفیف گرفته‌شده بیش از جمع فروش است ({0}).",
            "More was taken off than the sale comes to ({0})."
        ),
        ["taken.payable"] = (
            "جمع، تخفیف، موجودی خرج‌شده و مبلغ پرداختی با هم نمی‌خوانند؛ باید {0} باشد.",
            "Total, discount, wallet money and payable do not add up; payable should be {0}."
        ),
        ["ledger.not-enough"] = ("موجودی کافی نیست؛ حداکثر {1}.", "The balance does not hold enough; at most {1}."),
        ["ledger.unknown-unit"] = ("واحدی با کد «{0}» نیست.", "There is no unit “{0}”."),
        ["ledger.nothing"] = ("مقدار نمی‌تواند صفر باشد.", "The amount cannot be zero."),
        ["ledger.expires-in-past"] = ("زمان انقضا گذشته است.", "The expiry lies in the past."),
        ["ledger.below-zero"] = (
            "موجودی کافی نیست؛ حداکثر {1} کم می‌شود.",
            "The balance does not hold enough; at most {1} can be taken."
        ),
    };
}
