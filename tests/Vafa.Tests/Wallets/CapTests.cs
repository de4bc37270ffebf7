using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Wallets;

/// <summary>Caps on earning in sales: of a purchase, a day, a month and a member; refunds give the room back.</summary>
public sealed class CapTests
{
    [Theory, BothDatabases]
    public async Task A_day_a_month_and_a_member_have_their_ends(Engine engine)
    {
        await using var club = await Capped(engine, """{"purchase": 100, "day": 150, "month": 300, "member": 320}""");
        var member = await club.Join();
        var first = await Sell(club, member, 2_000);
        (first.Earned(), Shop.Amounts(first["capped"])).ShouldBe(("100 credit", "100 credit"));
        (await Sell(club, member, 1_000)).Earned().ShouldBe("50 credit");
        (await Sell(club, member, 1_000)).Earned().ShouldBe("-");
        club.Clock.Advance(TimeSpan.FromDays(1));
        (await Sell(club, member, 1_000)).Earned().ShouldBe("100 credit");
        club.Clock.Advance(TimeSpan.FromDays(1));
        (await Sell(club, member, 1_000)).Earned().ShouldBe("50 credit");
        club.Clock.Advance(TimeSpan.FromDays(31));
        (await Sell(club, member, 1_000)).Earned().ShouldBe("20 credit");
        var other = await club.Join("09121234568");
        (await Sell(club, other, 1_000)).Earned().ShouldBe("100 credit");
        await club.MustBeConsistent();
        await using var replay = await VafaProcess.Run(club.Database, "replay");
        replay.ExitCode.ShouldBe(0, replay.Output + replay.Error);
    }

    [Theory, BothDatabases]
    public async Task What_a_cap_held_back_is_said_on_the_receipt_and_its_page(Engine engine)
    {
        await using var club = await Capped(engine, """{"day": 100}""");
        var member = await club.Join();
        var quote = await club.Api.Post("/purchases/quote", SaleBody.Of(member, LineBody.One(1_200)));
        const string Sentence = "به سقف روزانه خورد و داده نشد.";
        quote.MustBe(200).String("capped/0/message")!.ShouldEndWith(Sentence);
        var sale = (await Sell(club, member, 1_200)).Id();
        using var page = await club.SignedIn("reza", "manager");
        (await page.Page("/purchases/" + sale)).Text.ShouldContain(Sentence);
        (await page.Page($"/purchases/{sale}?lang=en")).Text.ShouldContain("Held back by the daily cap:");
        var other = await Sell(club, await club.Join("09121234568"), 900);
        other.Text.ShouldNotContain("\"capped\"");
    }

    [Theory, BothDatabases]
    public async Task A_refund_gives_the_room_of_its_own_day_back(Engine engine)
    {
        await using var club = await Capped(engine, """{"day": 100}""");
        var member = await club.Join();
        var first = await Sell(club, member, 1_000);
        (await Sell(club, member, 1_000)).Earned().ShouldBe("-");
        (await club.Api.Post($"/purchases/{first.Id()}/refunds", """{"reason": "back"}""")).MustBe(201);
        (await Sell(club, member, 600)).Earned().ShouldBe("60 credit");
        club.Clock.Advance(TimeSpan.FromDays(1));
        var next = await Sell(club, member, 1_000);
        next.Earned().ShouldBe("100 credit");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Sales_at_once_do_not_pass_the_cap_together(Engine engine)
    {
        await using var club = await Capped(engine, """{"day": 250}""");
        var member = await club.Join();
        var sales = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Sell(club, member, 1_000)));
        sales.Count(s => s.Earned() == "100 credit").ShouldBe(2);
        sales.Count(s => s.Earned() == "50 credit").ShouldBe(1);
        (await club.Wallet(member, "credit")).Balance.ShouldBe(250);
        await club.MustBeConsistent();
    }

    private static Task<Answer> Sell(TestClub club, Guid member, long money) =>
        club.Sell(SaleBody.Of(member, LineBody.One(money)));

    private static async Task<TestClub> Capped(Engine engine, string caps)
    {
        var club = await TestClub.Start(engine);
        await club.Set("/units/credit", LifeTests.Credit($"\"caps\": {caps}"));
        await club.SetCreditBack(10);
        return club;
    }
}
