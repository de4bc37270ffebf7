using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Features.Guide;

/// <summary>The guide: one chapter for each section of the office, in the order of its menu.</summary>
internal static class Chapters
{
    public static readonly IReadOnlyList<Chapter> All =
    [
        Of(
            "/",
            "هر روز با این صفحه آغاز کنید. می‌گوید فروش امروز در برابر همین روزِ هفتهٔ پیش چطور است، چه کسانی آمدند، "
                + "باشگاه چه داد و چه کاری با شماست.",
            "Begin each day here. It says how today compares with the same weekday last week, who came, what the club "
                + "gave and what needs you."
        ),
        Of(
            "/members",
            "هر کس با شمارهٔ موبایلش عضو می‌شود. در صفحهٔ عضو همهٔ خریدها، امتیازها و پیام‌هایش را "
                + "با علت هر کدام می‌بینید. "
                + "فهرست را با جمله‌هایی مثل «بیش از ۳۰ روز نیامده» کوچک کنید و برای همان‌ها کاری انجام دهید. "
                + "اگر کسی دو بار عضو شده، در صفحهٔ او «ادغام با عضو دیگر» را بزنید؛ تا یک روز برمی‌گردد.",
            "Everyone joins with a mobile number. A member’s page tells every purchase, point and "
                + "message with its reason. "
                + "Narrow the list by sentences such as “no visit for 30 days” and act on just those. "
                + "Who joined twice is made one by “Merge with another” on the member’s page, and for a day two again."
        ) with
        {
            Ways =
            [
                To("/members/new", Scopes.Members, "عضو تازه", "New member"),
                To("/members/import", Scopes.Members, "آوردن از فایل", "Import a file"),
            ],
        },
        Of(
            "/purchases",
            "همهٔ فروش‌های ثبت‌شده این‌جاست. هر فروش نشان می‌دهد کدام پیشنهاد به آن رسید و چرا بقیه نرسید. "
                + "اگر کالایی پس آورده شد، از همان صفحه همه یا بخشی از آن را برگشت بزنید.",
            "Every recorded sale is here. Each shows which offer it got and why it did not get the others. "
                + "When goods come back, refund all or part of it on the same page."
        ),
        Of(
            "/offers",
            "پیشنهاد می‌گوید هر خرید در چه شرطی چه می‌گیرد: تخفیف، امتیاز، اعتبار یا کالای رایگان. "
                + "اگر چند پیشنهاد به یک خرید برسد، وفا بهترین را برای مشتری برمی‌گزیند. هر پیشنهاد "
                + "را می‌توان هر وقت «نگه داشت» تا از کار بایستد.",
            "An offer says what a sale gets and when: a discount, points, credit or free goods. "
                + "When several fit, Vafa picks the best for the customer. Any of them can be paused at any time."
        ) with
        {
            Ways = [To("/offers/new", Scopes.Offers, "پیشنهاد تازه", "New offer")],
        },
        Of(
            "/reports/liability",
            "امتیاز و اعتبار اعضا بدهی شماست. این‌جا می‌بینید روی‌هم چقدر است، کی تمام می‌شود و هر ماه چه شد، "
                + "و برای هر واحد برنامه می‌گذارید. فایل دفتر کل را هم از همین صفحه بگیرید.",
            "Members’ points and credit are what you owe. Here you see how much it is, when it ends and what each "
                + "month gave and spent, and set a plan for each unit. The file for the general ledger is here, too."
        ),
        Of(
            "/messages",
            "پیام‌هایی که باید به دست اعضا برسد این‌جا در صف می‌ماند: رسید خرید، هدیه و مانند آن. "
                + "می‌بینید هر پیام برای کیست، چه می‌گوید و چرا نوشته شده است.",
            "Messages for members queue here: receipts, gifts and the like. "
                + "You see whom each is for, what it says and why it was written."
        ),
        Of(
            "/sale",
            "صندوق برای ثبت فروش است. موبایل مشتری و مبلغ یا کالا را بزنید؛ وفا تخفیف و امتیاز را "
                + "پیش از پرداخت نشان می‌دهد. "
                + "یک فروش تکراری بدون ماوس و با چند Enter ثبت می‌شود.",
            "The till records sales. Type the customer’s mobile and the amount or the goods; Vafa shows discount and "
                + "points before the customer pays. A repeat sale needs no mouse, only a few Enters."
        ),
        Of(
            "/settings",
            "آنچه یک بار می‌چینید و کم عوض می‌شود این‌جاست: نام و ظاهر باشگاه، شعبه‌ها، کالاها، قانون‌ها و همکاران. "
                + "کنار هر تنظیم نوشته شده که چه چیزی را عوض می‌کند.",
            "What you arrange once and seldom change: the club’s name and look, branches, products, rules and staff. "
                + "Each setting says what it changes."
        ),
    ];

    public static readonly IReadOnlyList<Chapter> Settings =
    [
        Of(
            "/settings/club",
            "نام، لوگو و رنگ باشگاه، واحد پول، تقویم و زبان. با پیش‌نمایش می‌بینید کارت عضو چه شکلی می‌شود.",
            "The club’s name, logo and colour, its money, calendar and language. A preview shows the member’s card."
        ),
        Of(
            "/settings/branches",
            "اگر چند فروشگاه یا صندوق دارید، نامشان را این‌جا بگذارید تا فروش هر کدام جدا دیده شود. در صفحهٔ هر "
                + "صندوق با یک کد دستگاهی به آن وصل می‌کنید که بدون شبکه هم می‌فروشد.",
            "If you have several shops or tills, name them here to see the sales of each. On a till’s page a code "
                + "pairs a device with it, which sells without network, too."
        ),
        Of(
            "/settings/registers",
            "نرم‌افزار صندوق فروشگاه رسیدهایش را در پوشه‌ای می‌گذارد و وفا هر کدام را یک بار فروش ثبت می‌کند. "
                + "این‌جا نشانی پوشه‌ها، آخرین رسید و آنچه رد شده با علتش را می‌بینید.",
            "The software of a cash register drops its receipts into a folder, and Vafa records each once as a sale. "
                + "Here are the folders, when the last receipt came, and what was refused and why."
        ),
        Of(
            "/settings/fields",
            "جز نام و موبایل، چه چیزی از عضو می‌پرسید؟ مثلاً رنگ دلخواه یا اندازهٔ لباس. ترتیب پرسش‌ها هم با شماست.",
            "What do you ask members besides name and mobile: a favourite colour, a size? You also set the order."
        ),
        Of(
            "/settings/groups",
            "اعضا را دسته کنید، با دست یا با قاعده‌ای که هر شب جابه‌جایشان می‌کند، تا پیشنهادی برای یک دسته باشد.",
            "Sort members into groups, by hand or by a rule that moves them every night; an offer may be for one alone."
        ),
        Of(
            "/settings/segments",
            "صافی‌ای از اعضا را با نامی مانند «خواب‌رفته‌ها» نگه دارید؛ هرکس هنگام خرید شرطش را دارد در آن است.",
            "Keep a filter of members under a name, such as “sleeping”: at a sale, whoever meets it is in it."
        ),
        Of(
            "/settings/network",
            "گوشی‌ها و صندوق‌ها از چه نشانی‌ای به وفا می‌رسند و آیا امن است: دوربین، کلید عبور و کارِ بی‌شبکه "
                + "نشانی امن می‌خواهد. گواهی و راه اعتماد دستگاه‌ها به آن این‌جاست.",
            "By which address phones and tills reach Vafa, and whether it is secure: the camera, passkeys and work "
                + "without a connection need that. The certificate and how devices trust it are here."
        ),
        Of(
            "/settings/units",
            "اعضا چه جمع می‌کنند؟ امتیاز، اعتبار یا هر چیز دیگر؛ هر کدام چند تومان می‌ارزد و چه زمانی منقضی می‌شود.",
            "What do members collect: points, credit or something else? What each is worth and when it expires."
        ),
        Of(
            "/settings/festivals",
            "نوروز و یلدا و رمضان را وفا می‌شناسد؛ جشن‌های خودتان را این‌جا بنویسید تا پیشنهادی فقط در آن روزها باشد.",
            "Vafa knows Nowruz, Yalda and Ramadan; write your own festivals here, and an offer may be for them alone."
        ),
        Of(
            "/settings/rules",
            "هر خرید به چه حسابی امتیاز می‌آورد؛ مثلاً برای هر ده هزار تومان یک امتیاز.",
            "How sales earn: say, one point for every ten thousand toman."
        ),
        Of(
            "/settings/engagements",
            "اعضا جز خرید هم می‌توانند امتیاز بگیرند: نظر، آمدن به رویداد، پر کردن مشخصات یا هر کار دیگری. "
                + "برای هر کدام بگویید چه می‌آورد و چند بار.",
            "Members can earn without buying, too: a review, coming to an event, a complete profile or anything else "
                + "you name. Say what each brings and how often."
        ),
        Of(
            "/settings/ladders",
            "سطح‌هایی مانند نقره‌ای و طلایی که عضو با خرید به آن‌ها می‌رسد، با مزایای هر کدام. پیش از ذخیره می‌بینید "
                + "امروز چند عضو در هر سطح می‌بودند.",
            "Tiers such as Silver and Gold that members reach by buying, with the benefits of each. Before you save "
                + "you see how many members would be in each today."
        ),
        Of(
            "/settings/products",
            "کالاها با نام و قیمتشان، تا صندوق آن‌ها را بشناسد و پیشنهادها بتوانند از آن‌ها نام ببرند.",
            "Products with names and prices, so that the till knows them and offers may name them."
        ),
        Of(
            "/settings/product-groups",
            "کالاهای همسان را کنار هم بگذارید، مثلاً «نوشیدنی گرم»، تا پیشنهادی برای همهٔ آن‌ها باشد.",
            "Put like products together, such as “hot drinks”, so that one offer covers them all."
        ),
        Of(
            "/settings/versions",
            "هر تغییر برنامه یک نسخه است: چه کسی و کی چه چیزی را عوض کرد و یک فروشِ گذشته با چه سنجیده شد.",
            "Each change of the programme is a version: who changed what, when, and what decided a past sale."
        ),
        Of(
            "/settings/rulebook",
            "قوانین باشگاه را با یک تیک برای همه باز کنید: جمله‌ها را وفا از تنظیمات شما می‌سازد، پس همیشه درست است. "
                + "هر ویرایش با تاریخش می‌ماند و هر سطح هم صفحهٔ خودش را دارد.",
            "Open the club’s rules to everybody with one tick: Vafa makes the sentences from your settings, so they "
                + "are always true. Each version stays with its dates, and each tier has its page."
        ),
        Of(
            "/settings/join",
            "کد QR عضویت روی رسید و نمایشگر صندوق است و پوسترش را از همین صفحه چاپ می‌کنید. مشتری آن را می‌خواند و با "
                + "شماره‌اش عضو می‌شود. به شماره‌ای که خودش نوشته پیامی نمی‌رود؛ هر وقت خواستید این راه را ببندید یا "
                + "کدهای پیشین را باطل کنید.",
            "The QR code to join is on receipts and the till’s screen; print its poster here. Customers scan it and "
                + "join with their number. Nothing is sent to a number typed that way. Close this way whenever you "
                + "like, or end the codes that are out."
        ),
        Of(
            "/settings/nights",
            "پس از پایان هر روز کاری، آنچه مهلتش تمام شده برداشته و به اعضا پایان نزدیک یادآوری می‌شود. "
                + "این‌جا می‌بینید هر شب چه شد و اگر کسی جا ماند، گام را دوباره اجرا کنید.",
            "After each business day, what has come to its end is taken out and members are reminded of what "
                + "ends soon. See here what each night did, and run a step again where somebody was left out."
        ),
        Of(
            "/settings/staff",
            "هر همکار را با یک پیوند دعوت کنید و نقشش را بگویید؛ هر کس فقط آنچه را نقشش اجازه می‌دهد می‌بیند.",
            "Invite everyone by a link and say his role; each sees only what his role allows."
        ),
        Of(
            "/settings/keys",
            "اگر سایت یا نرم‌افزار حسابداری شما با وفا کار می‌کند، کلیدش را این‌جا بسازید و هر وقت خواستید ببندید.",
            "If your web shop or accounting works with Vafa, make its key here and close it whenever you like."
        ),
        Of(
            "/settings/audit",
            "هر تغییری این‌جا می‌ماند: چه کسی، چه زمانی، چه چیزی را از چه به چه برگرداند.",
            "Every change stays here: who changed what, when, from what to what."
        ),
    ];

    private static Chapter Of(string path, string fa, string en) => new(path, new LocalText(fa, en));

    private static Way To(string path, string scope, string fa, string en) => new(path, scope, new LocalText(fa, en));
}
