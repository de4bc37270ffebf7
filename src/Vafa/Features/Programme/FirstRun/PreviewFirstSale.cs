using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Features.Programme.FirstRun;

/// <summary>What the first sale of a new member would give, in money, units and sentences.</summary>
public sealed record FirstSaleShown(
    long Total,
    long Discount,
    long Payable,
    IReadOnlyList<FirstEarned> Earned,
    IReadOnlyList<FirstApplied> Applied,
    IReadOnlyList<FirstNotApplied> NotApplied
);

/// <param name="Text">«۵۰ امتیاز».</param>
/// <param name="Cause">Title of the rule or offer that gives it.</param>
public sealed record FirstEarned(string Unit, long Amount, string Text, string Cause);

public sealed record FirstApplied(string Offer, string Title, string Sentence, long Value);

public sealed record FirstNotApplied(string Offer, string Title, string Message);

/// <summary>Decides a sale that is not there, on a programme that is not there yet; writes nothing.</summary>
internal static class PreviewFirstSale
{
    public static FirstSaleShown Of(ClubVersion club, Money amount, DateTimeOffset at, bool persian)
    {
        var programme = club.Programme;
        var line = new BasketLine(null, null, Quantity.Whole(1), amount, amount, LineKind.Goods);
        var basket = new Basket([line], "main", Channel.Store, [], [], []);
        var decision = Decide.Sale(programme, basket, NewMember(club, at), [], at).Value;
        var wording = club.Wording(persian);
        var explained = Explain.Of(decision, programme, wording);
        return new FirstSaleShown(
            decision.Total.Minor,
            decision.Discount.Minor,
            decision.Payable.Minor,
            [
                .. decision.Earned.Select(e => new FirstEarned(
                    e.Unit,
                    e.Amount,
                    wording.Amount(e.Unit, e.Amount),
                    wording.Title(
                        e.Rule >= 0 ? programme.Rules[e.Rule].Title
                        : e.Tier is { } tier ? programme.TierOf(tier)!.Title
                        : programme.Offers[e.Offer].Title
                    )
                )),
            ],
            [
                .. explained.Applied.Select(a => new FirstApplied(
                    a.Offer,
                    wording.Title(a.Title),
                    a.Sentence,
                    a.Value.Minor
                )),
            ],
            [.. explained.NotApplied.Select(n => new FirstNotApplied(n.Offer, wording.Title(n.Title), n.Message))]
        );
    }

    /// <summary>Somebody who joined a moment ago and has bought nothing yet.</summary>
    private static MemberFacts NewMember(ClubVersion club, DateTimeOffset at) =>
        new()
        {
            Id = new MemberId(Guid.Empty),
            Since = club.Time.DayOf(at),
            Fields = new Dictionary<string, string>(),
            Wallets = [.. club.Programme.Units.Select(u => new WalletFact(u.Code, 0))],
            Windows = [.. club.Programme.Needs.Windows.Select(_ => default(WindowFact))],
            OfferUses = new Dictionary<string, long>(),
        };
}
