using System.Collections.Frozen;

namespace Vafa.Features.Staff;

/// <summary>
/// What everybody chooses, in Iran too: walks over the keyboard, names, cities, teams and polite words, with years and
/// runs of digits. The list holds the pieces; a password that is made of nothing else is common, in whatever order.
/// </summary>
internal static class CommonPasswords
{
    /// <summary>So many letters and digits that are in no list make a password of common pieces good.</summary>
    private const int EnoughOfOnesOwn = 5;

    /// <summary>Digits alone are a phone number, a birthday or a card: they are tried first.</summary>
    private const int LongestNumber = 15;

    private const int LongestPeriod = 6;

    private const int ShortestWalk = 4;

    private const string Keyboard =
        "1q2w3e4r5t6y7u8i9o0p 1qaz2wsx3edc4rfv5tgb qazwsxedcrfv zaq12wsx q1w2e3r4t5y6 qwertyuiop asdfghjkl "
        + "zxcvbnm qwerty azerty asdfgh zxcvb qweasdzxc qwe asd zxc qaz wsx abcdefghijklm abcdef abcd abc xyz "
        + "aaa ضصثقفغعهخحجچ شسیبلاتنمکگ ظطزرذدپو ضصثقف شسیبل ظطزر ابپتث الفبا ابجد";

    private const string Numbers =
        "01234567890 1234567890 123456789 12345678 1234567 123456 12345 1234 123 09876543210 987654321 "
        + "87654321 7654321 654321 54321 4321 321 112233445566 1122334455 11223344 112233 11223 1122 121212 "
        + "123123 147258369 147258 159357 159753 741852963 963852741 789456123 456789 456123 789456 13579 24680 "
        + "2468 1357 10203040 102030 112358 110110 313 110 786 5050 0912 0935 0936 0919 0910 0901";

    private const string Words =
        "password passw0rd passwd pass p4ssword pasword ramz ramze ramzam obour admin administrator adm1n "
        + "root user login logmein letmein welcome changeme default guest master manager modir owner test "
        + "tester demo temp secret private secure iloveyou loveyou lovely love sunshine princess dragon monkey "
        + "football baseball superman batman naruto pokemon google gmail yahoo facebook instagram telegram "
        + "whatsapp samsung iphone apple huawei xiaomi windows computer internet wifi server mobile shop store "
        + "cafe coffee restaurant market hello salam salaam dorood khodafez mersi merci mamnoon azizam azizm "
        + "asheghetam dooset daram dostat dostdaram eshgh eshghe eshgham jigar nafas delbar zendegi khoda "
        + "khodaya allah yaallah bismillah yaali yahossein yahosein yazahra yamahdi besmellah rahbar emam iran "
        + "irani persian persia pars parsi tehran teheran karaj mashhad isfahan esfahan shiraz tabriz ahvaz "
        + "ahwaz qom rasht kerman hamedan yazd kashan arak gilan mazandaran khorasan khuzestan azadi enghelab "
        + "perspolis persepolis esteghlal piroozi pirozi sepahan tractor barcelona realmadrid arsenal chelsea "
        + "liverpool juventus ronaldo messi bahar tabestan paeiz zemestan nowruz norooz farvardin ordibehesht "
        + "khordad tir mordad shahrivar mehr aban azar dey bahman esfand shanbe jome vafa bashgah moshtari "
        + "customer club foroosh forush sandogh cashier";

    private const string Names =
        "ali mohammad mohamad mohammed muhammad mohamed reza hossein hosein hossain hasan hassan mahdi mehdi "
        + "amir abbas abas abolfazl akbar asghar ahmad ahmadi ahmed javad jafar sajad sajjad saeed saeid said "
        + "hamid hamed vahid majid masoud masud milad mostafa morteza mojtaba meysam meisam iman ehsan erfan "
        + "arash ardalan armin arman aria arya babak bahram behnam behzad behrooz danial daniel davood davod "
        + "ebrahim farhad farshad farzad ghasem hadi heydar kamran kaveh kian kiarash kourosh koorosh cyrus "
        + "mani mansour matin navid nima omid parham parsa peyman pouya pooya ramin rasool rostam salar saman "
        + "sina siavash sohrab soroush taha yaser yasin yousef zahra zahara fatemeh fateme fatima maryam mariam "
        + "sara sarah narges nargess negar negin nazanin niloofar nilofar neda nasrin mina mahsa mahtab mahnaz "
        + "leila leyla laleh ladan khadijeh kosar hanieh haniyeh hoda golnaz ghazal elham elnaz elahe atefeh "
        + "asal azadeh aida anahita bita baran donya donia farnaz fereshteh marjan masoumeh melika mobina "
        + "mohadese parisa parastoo pegah rana reyhaneh roya sahar samaneh samira sepideh setareh shabnam shadi "
        + "shima shirin somayeh tina yasaman yalda zeinab zeynab ziba michael jessica jennifer ashley thomas "
        + "robert jordan andrew charlie george";

    private const string Persian =
        "رمز رمزعبور رمزم گذرواژه پسورد سلام درود خداحافظ مرسی ممنون عزیزم عشق عشقم نفسم جیگرم دوستت دارم "
        + "دوست زندگی خدا خدایا الله بسمالله یاعلی یاحسین یازهرا یامهدی یا ایران ایرانی تهران کرج مشهد اصفهان "
        + "شیراز تبریز اهواز قم رشت کرمان همدان یزد پرسپولیس استقلال پیروزی سپاهان بهار تابستان پاییز زمستان "
        + "نوروز مدیر صاحب صندوق فروشگاه مغازه کافه باشگاه مشتری وفا علی محمد رضا حسین حسن مهدی امیر عباس "
        + "ابوالفضل احمد جواد سجاد سعید حمید حامد وحید مجید مسعود میلاد مصطفی مرتضی ایمان احسان عرفان ارش ارمین "
        + "بابک بهنام بهزاد فرهاد فرزاد کامران کاوه کوروش نوید نیما امید پارسا پیمان پویا رامین سامان سینا "
        + "سیاوش یاسین یوسف زهرا فاطمه مریم سارا نرگس نگار نگین نازنین نیلوفر ندا مینا مهسا لیلا لاله الهام "
        + "الناز ازاده باران دنیا پریسا رویا سحر سمیرا سپیده ستاره شبنم شیما شیرین ریحانه زینب یلدا";

    private static readonly FrozenSet<string> Pieces = string.Join(' ', Keyboard, Numbers, Words, Names, Persian)
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Of these any part is as common as the whole.</summary>
    private static readonly string[] Walks =
    [
        .. string.Join(' ', Keyboard, Numbers).Split(' ').Where(walk => walk.Length > ShortestWalk),
    ];

    private static readonly int Longest = Pieces.Max(piece => piece.Length);

    /// <summary>The pieces, as they are compared.</summary>
    public static IReadOnlyCollection<string> All => Pieces;

    /// <summary>How many pieces the list has.</summary>
    public static int Count => Pieces.Count;

    /// <param name="password">Lower case, Latin digits, letters and digits only.</param>
    public static bool Has(string password) =>
        password.Distinct().Count() < 4
        || (password.Length <= LongestNumber && password.All(char.IsAsciiDigit))
        || Repeats(password)
        || OwnLetters(password) < EnoughOfOnesOwn;

    /// <summary>"salamsalam", "ab1ab1ab1ab1": a short piece over and over.</summary>
    private static bool Repeats(string password) =>
        Enumerable
            .Range(1, Math.Min(LongestPeriod, password.Length / 2))
            .Any(period =>
                Enumerable.Range(period, password.Length - period).All(i => password[i] == password[i % period])
            );

    /// <summary>The fewest letters and digits that are left over when it is cut into common pieces.</summary>
    private static int OwnLetters(string password)
    {
        var own = new int[password.Length + 1];
        for (var end = 1; end <= password.Length; end++)
        {
            own[end] = own[end - 1] + 1;
            for (var start = Math.Max(0, end - Longest); start < end - 1; start++)
            {
                if (own[start] < own[end] && IsPiece(password[start..end]))
                {
                    own[end] = own[start];
                }
            }
        }

        return own[^1];
    }

    private static bool IsPiece(string text) =>
        Pieces.Contains(text) || IsYear(text) || IsOneSign(text) || IsWalk(text);

    private static bool IsWalk(string text) =>
        text.Length >= ShortestWalk && Array.Exists(Walks, walk => walk.Contains(text, StringComparison.Ordinal));

    private static bool IsYear(string text) =>
        text.Length == 4 && text.All(char.IsAsciiDigit) && text[..2] is "13" or "14" or "19" or "20";

    private static bool IsOneSign(string text) => text.Length >= 2 && text.AsSpan().IndexOfAnyExcept(text[0]) < 0;
}
