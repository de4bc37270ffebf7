using System.Globalization;
using System.Text;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>Each reason why an offer does not apply, as people read it.</summary>
public sealed class VerdictTextTests
{
    private static readonly Wording Fa = new(Persian: true, Toman: true);
    private static readonly Wording En = new(Persian: false, Toman: true);

    [Fact]
    public void Every_reason_is_told_in_both_languages_as_approved()
    {
        var text = new StringBuilder();
        Tell(text, "beaten", Two("\"priority\": 0"));
        Tell(text, "beaten by as good a one", new Shop().Offer("a", Gives.Off("10")).Offer("b", Gives.Amount(100_000)));
        Tell(text, "excluded", Two("\"group\": \"g\", \"notWith\": [\"a\"]"));
        Tell(text, "beaten by itself", Costly());
        Tell(text, "gives nothing", new Shop().Offer("o", Gives.OffGroup("10", "cake")));
        Tell(text, "members only", new Shop { Member = null }.Offer("o", Gives.Points(5)));
        Tell(text, "uses", Used("\"uses\": 5", CountScope.All));
        Tell(text, "budget", Used("\"budget\": 100100", CountScope.All));
        Tell(text, "branch", Used("\"perBranch\": {\"uses\": 5}", CountScope.Branch));
        foreach (var every in new[] { "day", "week", "month", "year" })
        {
            Tell(text, every, Used($"\"perPeriod\": {{\"every\": \"{every}\", \"uses\": 5}}", CountScope.Period));
        }

        foreach (var every in new[] { "ever", "day", "week", "month", "year" })
        {
            Tell(text, $"a member's {every}", Had(every));
        }

        Tell(text, "held out", new Shop().Offer("o", Gives.Off("10"), rest: "\"holdout\": 100"));
        Tell(text, "not reached", new Shop().Offer("o", """{"quantityStep": {"every": 3, "percent": 100}}"""));
        Tell(text, "margin", new Shop { MinMargin = new Percent(0) }.Offer("o", Gives.Off("10")), cost: 1_000_000);
        Tell(
            text,
            "taken elsewhere without it",
            Two("\"group\": \"g\""),
            taken: new Taken(default, new(1_000_000), [])
        );
        ApprovedText.ShouldBe("Offers/Approved/verdicts.txt", text);
    }

    private static Shop Two(string rest) =>
        new Shop().Offer("a", Gives.Off("10")).Offer("b", Gives.Off("5"), rest: rest);

    /// <summary>Every rial off would cost two of credit.</summary>
    private static Shop Costly() =>
        new Shop()
            .Offer("back", Gives.Credit("200", ", \"confirm\": true"))
            .Offer("off", Gives.Off("10"), rest: "\"combine\": true");

    private static Shop Used(string limits, CountScope scope)
    {
        var shop = new Shop().Offer("o", Gives.Off("10"), rest: $"\"limits\": {{{limits}}}");
        shop.Counts.Add(new OfferCount("o", 5, new Money(101)) { Scope = scope });
        return shop;
    }

    private static Shop Had(string every) =>
        new Shop
        {
            Member = new MemberFacts
            {
                Id = Shop.Somebody().Id,
                Since = Shop.Somebody().Since,
                OfferUses = new Dictionary<string, long> { ["o"] = 2 },
            },
        }.Offer("o", Gives.Off("10"), rest: $$$"""  "limits": {"perMember": {"uses": 2, "every": "{{{every}}}"}}  """);

    private static void Tell(StringBuilder text, string what, Shop shop, long? cost = null, Taken? taken = null)
    {
        var line = Shop.Goods(1_000_000) with { UnitCost = cost is { } c ? new Money(c) : null };
        var decision = shop.Sell(shop.Basket(line), taken);
        var (fa, en) = (Explain.Of(decision, shop.Programme, Fa), Explain.Of(decision, shop.Programme, En));
        foreach (var (f, e) in fa.NotApplied.Zip(en.NotApplied))
        {
            Line(
                text,
                $"{what}: {f.Status} {f.Code}, by {f.By ?? "none"}, missing {f.Missing} {f.Measure} {f.Distance}"
            );
            Line(text, $"    worth {f.Value.Minor}, beaten by {f.BeatenBy.Minor}");
            Line(text, $"    {f.Message}");
            Line(text, $"    {e.Message}");
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(CultureInfo.InvariantCulture, $"{line}\n");
}
