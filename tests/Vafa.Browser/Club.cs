namespace Vafa.Browser;

/// <summary>A café's programme: five offers that may all meet on one sale, goods, and a silver group.</summary>
internal static class Club
{
    public static async Task SetUp(ApiClient api)
    {
        await Put(api, "/groups/silver", new { title = Title("نقره‌ای", "Silver") });
        await Put(api, "/product-groups/coffee", new { title = Title("قهوه", "Coffee") });
        await Put(api, "/products/latte", Product("لاته", "Latte", 1_200_000));
        await Put(api, "/products/cake", new { title = Title("کیک شکلاتی", "Chocolate cake"), price = 950_000 });
        await Put(api, "/products/6260152301234", Product("قهوهٔ دان ۲۵۰ گرمی", "Coffee beans 250 g", 4_800_000));
        await Put(
            api,
            "/earning-rules/points",
            new
            {
                title = Title("امتیاز خرید", "Points"),
                unit = "points",
                perAmount = 100_000,
                earn = 1,
            }
        );
        await Offer(api, "loyal", "مشتری همیشگی", "Regular", CreditPercent(5), new { visits = new { atLeast = 11 } });
        await Offer(
            api,
            "big-basket",
            "سبد بزرگ",
            "Big basket",
            DiscountPercent(10),
            new { basketTotal = new { moreThan = 5_000_000 } }
        );
        await Offer(
            api,
            "birthday",
            "تولد",
            "Birthday",
            CreditPercent(20),
            new { birthday = new { daysBefore = 3, daysAfter = 3 } }
        );
        await Offer(
            api,
            "silver",
            "اعضای نقره‌ای",
            "Silver members",
            CreditPercent(15),
            new { group = new { @in = new[] { "silver" } } }
        );
        await Offer(api, "coffee", "هفتهٔ قهوه", "Coffee week", CoffeeDiscount(7), null);
    }

    public static object Title(string fa, string en) => new { fa, en };

    /// <summary>A member in the silver group; answers his id.</summary>
    public static async Task<Guid> Enrol(ApiClient api, string mobile, string firstName, string lastName)
    {
        var body = new
        {
            mobile,
            firstName,
            lastName,
            birthDate = "1369/02/22",
            groups = new[] { "silver" },
        };
        return (await api.Post("/members", body)).MustBe(201).Id();
    }

    private static object Product(string fa, string en, long price) =>
        new
        {
            title = Title(fa, en),
            group = "coffee",
            price,
        };

    private static object[] CreditPercent(int percent) => [new { creditPercent = new { percent, unit = "credit" } }];

    private static object[] DiscountPercent(int percent) => [new { discountPercent = new { percent } }];

    private static object[] CoffeeDiscount(int percent) =>
        [
            new
            {
                discountPercent = new
                {
                    percent,
                    on = "productGroup",
                    @in = new[] { "coffee" },
                },
            },
        ];

    private static Task Offer(ApiClient api, string code, string fa, string en, object give, object? when) =>
        Put(
            api,
            "/offers/" + code,
            new
            {
                title = Title(fa, en),
                give,
                when,
            }
        );

    private static async Task Put(ApiClient api, string path, object body)
    {
        var answer = await api.Put(path, body);
        answer.Status.ShouldBeLessThan(300, answer.ToString());
    }
}
