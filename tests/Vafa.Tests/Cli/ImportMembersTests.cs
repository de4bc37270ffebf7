using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Features.Import;
using Vafa.Features.Ledger;

namespace Vafa.Tests.Cli;

public sealed class ImportMembersTests
{
    private const string Members = """
        موبایل;نام;نام خانوادگی;تاریخ تولد;گروه;email;balance;points
        09121234567;زهرا;احمدي;1369/02/22;silver;z@example.com;25000;12
        +98 935 123 4567;علی;;1990-05-12;;;0;3.9
        09121234567;دوباره;;;;;25000;12
        0912;بد;;;;;;
        09361234567;بی‌گروه;;;gold;;;
        09371234567;دیگری;;;;Z@example.com;;
        09381234567;منفی;;;;;-5;
        """;

    private static readonly string[] Mapping = ["wallet:credit=balance*10", "wallet:points=points"];

    [Theory, BothDatabases]
    public async Task Members_come_with_names_groups_and_opening_balances(Engine engine)
    {
        await using var club = await Start(engine);
        var tally = await Import(club);
        (tally.Added, tally.Known, tally.Rejected, tally.Rounded).ShouldBe((2, 1, 4, 1));
        var found = await club.Api.Get("/members?q=" + Uri.EscapeDataString("زهرا احمدی"));
        found.String("items/0/mobile").ShouldBe("+989121234567");
        found.String("items/0/birthDate").ShouldBe("1990-05-12");
        found.String("items/0/groups/0").ShouldBe("silver");
        var wallets = await club.Ask(db => db.Wallets.OrderBy(w => w.Balance).ToListAsync());
        wallets.Select(w => (w.Unit, w.Balance)).ShouldBe([("points", 3), ("points", 12), ("credit", 250_000)]);
        (await Cafe.Differences(club.Database)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task An_opening_balance_is_posted_once_for_ever(Engine engine)
    {
        await using var club = await Start(engine);
        await Import(club);
        var again = await Import(club);
        (again.Added, again.Changed, again.Known).ShouldBe((0, 0, 3));
        var entries = await club.Ask(db => db.Entries.ToListAsync());
        entries.Count.ShouldBe(3);
        entries.ShouldAllBe(e => e.Kind == EntryKind.Imported && e.CauseKind == CauseKind.Import);
    }

    [Theory, BothDatabases]
    public async Task A_member_who_is_there_keeps_his_profile_and_gets_what_he_lacks(Engine engine)
    {
        await using var club = await Start(engine);
        (await club.Api.Post("/members", new { mobile = "09121234567", firstName = "زری" })).MustBe(201);
        (await Import(club)).Changed.ShouldBe(1);
        var member = await club.Api.Get("/members?mobile=09121234567");
        member.String("items/0/firstName").ShouldBe("زری");
        member.String("items/0/groups/0").ShouldBe("silver");
        (await Cafe.Differences(club.Database)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task A_group_that_fills_itself_is_given_by_no_file(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        const string Silver = """{"title": {"fa": "نقره‌ای"}, "rule": {"filter": "visits=9.."}}""";
        (await club.Api.Put("/groups/silver", Silver)).MustBe(200);
        foreach (var written in new[] { "silver", "نقره‌ای" })
        {
            var file = $"موبایل;گروه\n09121234567;{written}\n09121234568;\n";
            var tally = await club.Import<ImportMembers>(file, request => request);
            (tally.Added + tally.Known, tally.Rejected).ShouldBe((1, 1));
        }

        (await club.Ask(db => db.MemberGroups.CountAsync())).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Products_come_with_their_groups_and_again_change_nothing(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        const string products = "sku,title,group,price\nlatte,لاته,coffee,98000\nrye,Rye bread,bread,\n,nameless,,1\n";
        var tally = await club.Import<ImportProducts>(products, r => r with { Mapping = ["price=price*10"] });
        (tally.Added, tally.Rejected).ShouldBe((2, 1));
        var again = await club.Import<ImportProducts>(products, r => r with { Mapping = ["price=price*10"] });
        (again.Added, again.Changed, again.Known).ShouldBe((0, 0, 2));
        var latte = await club.Ask(db => db.Products.SingleAsync(p => p.Sku == "latte"));
        (latte.TitleFa, latte.TitleEn, latte.GroupCode, latte.Price).ShouldBe(("لاته", null, "coffee", 980_000));
        (await club.Ask(db => db.ProductGroups.CountAsync())).ShouldBe(2);
    }

    private static async Task<TestClub> Start(Engine engine)
    {
        var club = await TestClub.Start(engine);
        (await club.Api.Put("/groups/silver", new { title = new { en = "Silver" } })).MustBe(200);
        return club;
    }

    private static Task<ImportTally> Import(TestClub club) =>
        club.Import<ImportMembers>(Members, request => request with { Mapping = Mapping });
}
