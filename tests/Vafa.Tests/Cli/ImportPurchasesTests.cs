using Microsoft.EntityFrameworkCore;
using Vafa.Features.Import;
using Vafa.Features.Purchases;

namespace Vafa.Tests.Cli;

public sealed class ImportPurchasesTests
{
    private const string Dirty = """
        basket,at,mobile,sku,group,quantity,unitPrice,amount
        A1,2026-03-20 10:00,09121234567,latte,coffee,2,980000,
        A1,2026-03-20 10:00,09121234567,nuts,,0.345,2000000,690010
        A2,1404/12/29 11:30,۰۹۱۲۱۲۳۴۵۶۷,tea,,1,450000,
        A3,2026-03-20 12:00,,tea,,1,0,0
        A4,2026-03-20 12:00,09121234567,tea,,x,450000,
        A4,2026-03-20 12:00,09121234567,latte,,1,980000,
        A5,2026-03-20 12:00,0912,tea,,1,450000,
        A6,2027-03-20 12:00,,tea,,1,450000,
        A7,2026-03-20 13:00,09121234567,tea,,1,450000,
        A7,2026-03-20 13:00,09351234567,tea,,1,450000,
        A8,2026-03-20 13:00,,tea,,1,-5,
        A1,2026-03-20 10:01,09121234567,gift,,0,100000,0
        """;

    [Theory, BothDatabases]
    public async Task Good_sales_are_kept_and_bad_ones_are_told_with_line_and_reason(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var tally = await club.Import<ImportPurchases>(Dirty);
        (tally.Rows, tally.Added, tally.Members, tally.Rejected).ShouldBe((12, 3, 1, 7));
        var rejected = await File.ReadAllLinesAsync(tally.RejectedFile!);
        rejected[0].ShouldBe("line,reason,basket,at,mobile,sku,group,quantity,unitPrice,amount");
        Line(rejected, 6).ShouldContain("quantity \"\"x\"\" is no number");
        Line(rejected, 7).ShouldContain("line 6 of the same sale");
        Line(rejected, 8).ShouldContain("no Iranian mobile");
        Line(rejected, 9).ShouldContain("future");
        Line(rejected, 10).ShouldContain("different members");
        Line(rejected, 11).ShouldContain("different members");
        Line(rejected, 12).ShouldContain("below zero");
        (await Cafe.Differences(club.Database)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Lines_of_a_sale_are_kept_as_the_till_had_them(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Import<ImportPurchases>(Dirty);
        var sale = await club.Ask(db => db.Purchases.SingleAsync(p => p.Reference == "A1"));
        (sale.Total, sale.Payable, sale.Source).ShouldBe((2_650_010, 2_650_010, PurchaseSource.Import));
        var lines = await club.Ask(db =>
            db.PurchaseLines.Where(l => l.PurchaseId == sale.Id).OrderBy(l => l.No).ToListAsync()
        );
        lines
            .Select(l => (l.Sku, l.Quantity, l.Amount))
            .ShouldBe([("latte", 2_000, 1_960_000), ("nuts", 345, 690_010), ("gift", 0, 0)]);
        var jalali = await club.Ask(db => db.Purchases.SingleAsync(p => p.Reference == "A2"));
        jalali.At.ShouldBe(new DateTimeOffset(2026, 3, 20, 8, 0, 0, TimeSpan.Zero));
        var free = await club.Ask(db => db.Purchases.SingleAsync(p => p.Reference == "A3"));
        (free.Total, free.IsGuest).ShouldBe((0, true));
    }

    [Theory, BothDatabases]
    public async Task History_moves_counters_and_roll_ups_and_nothing_else(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Import<ImportPurchases>(Dirty);
        var member = await club.Ask(db => db.Members.SingleAsync());
        (member.Mobile, member.Visits, member.Spent).ShouldBe(("+989121234567", 2, 3_100_010));
        member.LastVisitDay.ShouldBe(new DateOnly(2026, 3, 20));
        member.Since.ShouldBe(new DateTimeOffset(2026, 3, 20, 6, 30, 0, TimeSpan.Zero));
        (await club.Ask(db => db.MemberDays.SingleAsync())).Spent.ShouldBe(3_100_010);
        (await club.Ask(db => db.Entries.CountAsync())).ShouldBe(0);
        (await club.Ask(db => db.Messages.CountAsync())).ShouldBe(0);
        (await club.Ask(db => db.ProductGroups.SingleAsync())).Code.ShouldBe("coffee");
    }

    [Theory, BothDatabases]
    public async Task The_same_file_again_adds_nothing_and_says_so(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Import<ImportPurchases>(Dirty);
        var again = await club.Import<ImportPurchases>(Dirty);
        (again.Added, again.Known, again.Members).ShouldBe((0, 3, 0));
        (await club.Ask(db => db.Purchases.CountAsync())).ShouldBe(3);
        (await club.Ask(db => db.Members.SingleAsync())).Visits.ShouldBe(2);
    }

    /// <summary>A column given to one field by hand does not fill another one by its own name.</summary>
    [Theory, BothDatabases]
    public async Task A_basket_may_be_called_its_reference_and_a_mapped_column_is_taken_once(Engine engine)
    {
        const string File = """
            day,receipt,sku,amount
            2026-03-20,R1,latte,980000
            2026-03-20,R1,tea,450000
            2026-03-20,R2,tea,450000
            """;
        await using var club = await TestClub.Start(engine);
        var tally = await club.Import<ImportPurchases>(
            File,
            r => r with { Mapping = ["at=day", "reference=receipt", "group=sku"] }
        );
        (tally.Rows, tally.Added, tally.Rejected).ShouldBe((3, 2, 0));
        var sale = await club.Ask(db => db.Purchases.SingleAsync(p => p.Reference == "R1"));
        sale.Total.ShouldBe(1_430_000);
        var lines = await club.Ask(db => db.PurchaseLines.Where(l => l.PurchaseId == sale.Id).ToListAsync());
        lines.ShouldAllBe(l => l.Sku == null && l.ProductGroup != null);
    }

    [Theory, BothDatabases]
    public async Task Equal_rows_without_a_reference_are_different_sales(Engine engine)
    {
        const string Row = "00001 20250101  1   11.77\n";
        const string Header = " customer_id  date number_of_cds  dollar_value\n";
        await using var club = await TestClub.Start(engine);
        ImportRequest Mapped(ImportRequest request) =>
            request with
            {
                Mapping =
                [
                    "mobile=0999{customer_id:7}",
                    "at=date",
                    "quantity=number_of_cds",
                    "amount=dollar_value*100",
                ],
            };
        (await club.Import<ImportPurchases>(Header + Row + Row, Mapped)).Added.ShouldBe(2);
        var longer = await club.Import<ImportPurchases>(Header + Row + Row + Row, Mapped);
        (longer.Added, longer.Known).ShouldBe((1, 2));
        var member = await club.Ask(db => db.Members.SingleAsync());
        (member.Mobile, member.Visits, member.Spent).ShouldBe(("+989990000001", 3, 3 * 1_177));
        (await Cafe.Differences(club.Database)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Unknown_members_are_rejected_unless_they_may_be_made(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var tally = await club.Import<ImportPurchases>(Dirty, r => r with { CreateMembers = false });
        (tally.Added, tally.Members).ShouldBe((1, 0));
        Line(await File.ReadAllLinesAsync(tally.RejectedFile!), 2).ShouldContain("no member has the mobile");
    }

    [Theory, BothDatabases]
    public async Task A_dry_run_tells_and_changes_nothing(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var tally = await club.Import<ImportPurchases>(Dirty, r => r with { DryRun = true });
        (tally.Added, tally.Members, tally.Rejected, tally.RejectedFile).ShouldBe((3, 1, 7, null));
        tally.FirstRejected[0].ShouldStartWith("line 6: ");
        (await club.Ask(db => db.Purchases.CountAsync())).ShouldBe(0);
        (await club.Ask(db => db.Members.CountAsync())).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task With_earn_the_rules_of_today_give_lots_dated_by_the_sale(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await PutRules(club);
        await club.Import<ImportPurchases>(Dirty, r => r with { Earn = true });

        // 26 points and 6 for full steps; 5 % back from the second visit on.
        var lots = await club.Ask(db => db.Lots.OrderBy(l => l.No).ToListAsync());
        lots.Select(l => (l.Unit, l.Remaining))
            .ShouldBe([("points", 4), ("credit", 132_500), ("points", 26)], ignoreOrder: true);
        lots.ShouldAllBe(l => l.AvailableFrom < TestClock.Start.AddDays(-4));
        (await club.Ask(db => db.Messages.CountAsync())).ShouldBe(0);
        (await Cafe.Differences(club.Database)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task A_refund_of_an_imported_sale_takes_back_what_it_earned(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await PutRules(club);
        await club.Import<ImportPurchases>(Dirty, r => r with { Earn = true });
        var sale = await club.Ask(db => db.Purchases.SingleAsync(p => p.Reference == "A1"));
        var refund = await club.Api.Post($"/purchases/{sale.Id}/refunds", new { reason = "wrong" });
        refund.MustBe(201).Long("refunded").ShouldBe(2_650_010);
        (await club.Ask(db => db.Members.SingleAsync())).Visits.ShouldBe(1);
        (await Cafe.Differences(club.Database)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task A_live_sale_after_the_import_counts_on(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Import<ImportPurchases>(Dirty);
        var body = new
        {
            member = new { mobile = "09121234567" },
            lines = new[]
            {
                new
                {
                    sku = "tea",
                    quantity = 1,
                    unitPrice = 450_000,
                },
            },
        };
        (await club.Api.Post("/purchases", body)).MustBe(201);
        (await club.Ask(db => db.Members.SingleAsync())).Visits.ShouldBe(3);
        (await Cafe.Differences(club.Database)).ShouldBeEmpty();
    }

    private static async Task PutRules(TestClub club)
    {
        var points = new
        {
            title = new { en = "points" },
            unit = "points",
            perAmount = 100_000,
            earn = 1,
            rounding = "step",
        };
        (await club.Api.Put("/earning-rules/points", points)).MustBe(200);
        var back = new
        {
            title = new { en = "back" },
            unit = "credit",
            percent = 5,
            when = new { visits = new { atLeast = 1 } },
        };
        (await club.Api.Put("/earning-rules/back", back)).MustBe(200);
    }

    private static string Line(string[] rejected, int line) =>
        rejected.Single(r => r.StartsWith($"{line},", StringComparison.Ordinal));
}
