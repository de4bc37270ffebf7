using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Features.Programme.FirstRun;
using Vafa.Features.Programme.Trades;

namespace Vafa.Tests.Programme;

/// <summary>What each trade brings, read by the readers that an owner's own documents meet.</summary>
public sealed class TradeTests
{
    private static readonly DateTimeOffset Wednesday = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void There_are_six_trades_of_three_offers_each_in_both_languages()
    {
        Trade.All.Select(t => t.Code).ShouldBe(["cafe", "clothing", "hypermarket", "salon", "service", "online-shop"]);
        foreach (var trade in Trade.All)
        {
            trade.Offers.Count().ShouldBe(3, trade.Code);
            trade.ProductGroups.ShouldNotBeEmpty(trade.Code);
            var ladder = trade.Documents.Where(d => d.Kind == DocumentKind.Ladder).ShouldHaveSingleItem(trade.Code);
            ladder.Body.GetProperty("tiers").GetArrayLength().ShouldBeGreaterThan(1, trade.Code);
            foreach (var text in (LocalText[])[trade.Title, trade.About])
            {
                text.Fa.ShouldNotBeNullOrWhiteSpace(trade.Code);
                text.En.ShouldNotBeNullOrWhiteSpace(trade.Code);
            }

            foreach (var document in trade.Documents)
            {
                var title = document.Body.GetProperty("title");
                title.GetProperty("fa").GetString().ShouldNotBeNullOrWhiteSpace($"{trade.Code} {document.Code}");
                title.GetProperty("en").GetString().ShouldNotBeNullOrWhiteSpace($"{trade.Code} {document.Code}");
            }
        }
    }

    [Fact]
    public void Every_document_is_read_without_a_warning()
    {
        foreach (var trade in Trade.All)
        {
            foreach (var document in trade.Documents)
            {
                var place = new DocumentPlace(document.Code, document.Age, trade.Known(["main"]), null);
                var made = document.Kind.Check(document.Body, place);
                made.IsRefused.ShouldBeFalse($"{trade.Code} {document.Code}");
                made.Value.Warnings.ShouldBeEmpty($"{trade.Code} {document.Code}");
            }
        }
    }

    [Theory]
    [InlineData("cafe", "base 50 points", "welcome 300000 credit")]
    [InlineData("clothing", "base 10 points", "welcome 250000 credit")]
    [InlineData("hypermarket", "base 5 points", "welcome 200000 credit")]
    [InlineData("salon", "back 150000 credit", "welcome 500000 credit")]
    [InlineData("service", "base 10 points", "welcome 250000 credit")]
    [InlineData("online-shop", "back 100000 credit", "welcome 500000 credit")]
    public void A_first_sale_earns_and_is_granted_the_welcome(string code, string rule, string offer)
    {
        var trade = Trade.All.Single(t => t.Code == code);
        string[] codes = [.. trade.Offers.Select(o => o.Code)];
        var club = FirstDocuments.Club(ClubSettings.Usual, trade, codes);
        var sale = PreviewFirstSale.Of(club, new Money(5_000_000), Wednesday, persian: true);
        var named = club.Programme.Rules.Select(r => (r.Code, Title: r.Title.Fa)).ToList();
        named.AddRange(club.Programme.Offers.Select(o => (o.Code, Title: o.Title.Fa)));
        sale.Earned.Select(e => $"{named.First(n => n.Title == e.Cause).Code} {e.Amount} {e.Unit}")
            .ShouldBe([rule, offer]);
        sale.Applied.ShouldHaveSingleItem().Offer.ShouldBe("welcome");
        sale.NotApplied.ShouldAllBe(n => n.Message.Length > 0);
    }

    [Fact]
    public void An_offer_that_was_not_chosen_waits_as_a_draft()
    {
        var club = FirstDocuments.Club(ClubSettings.Usual, Trade.All[0], ["birthday"]);
        club.Programme.Offers.ShouldHaveSingleItem().Code.ShouldBe("birthday");
        FirstDocuments
            .Of(2, ClubSettings.Usual, Trade.All[0], ["birthday"])
            .Count(d => d.Kind == "offer" && d.Body.Contains("\"draft\"", StringComparison.Ordinal))
            .ShouldBe(2);
    }
}
