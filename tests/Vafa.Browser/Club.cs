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

    /// <summary>So many rials of credit as a gift.</summary>
    public static async Task Give(ApiClient api, Guid member, long amount)
    {
        var gift = new
        {
            unit = "credit",
            amount,
            reason = "خوشامد",
        };
        (await api.Post($"/members/{member}/adjustments", gift)).MustBe(201);
    }

    /// <summary>A cake for a member, for so many rials.</summary>
    public static async Task Sell(ApiClient api, Guid member, long price = 950_000)
    {
        var cake = new
        {
            sku = "cake",
            name = "کیک شکلاتی",
            quantity = 1,
            unitPrice = price,
        };
        (await api.Post("/purchases", new { member = new { id = member }, lines = new[] { cake } })).MustBe(201);
    }

    /// <summary>Two tiers, of which the higher has a service.</summary>
    public static Task AddLadder(ApiClient api)
    {
        var bronze = new
        {
            code = "bronze",
            title = Title("برنزی", "Bronze"),
            from = new { visits = 2 },
        };
        var gold = new
        {
            code = "gold",
            title = Title("طلایی", "Gold"),
            from = new { visits = 9 },
            services = new[] { Title("قهوهٔ مهمان در روز تولد", "A coffee on the birthday") },
        };
        var ladder = new
        {
            title = Title("سطح‌های کافه", "Café tiers"),
            measure = new { days = 365 },
            tiers = new object[] { bronze, gold },
        };
        return Put(api, "/ladders/club", ladder);
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
