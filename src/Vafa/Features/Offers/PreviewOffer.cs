using System.Text.Json;
using Vafa.Core.Offers;
using Vafa.Core.Offers.Conditions;
using Vafa.Core.Offers.Effects;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Features.Products;
using Vafa.Features.Programme;
using Vafa.Ui;
using Vafa.Web;

namespace Vafa.Features.Offers;

/// <summary>What is wrong with a field of an offer that is being written.</summary>
/// <param name="Pointer">Within the offer: "/give/0/discountPercent/percent".</param>
public sealed record OfferFault(string Pointer, string Message);

/// <summary>An offer as it would read and do.</summary>
/// <param name="Sentence">All of it in one sentence; null while something is wrong.</param>
/// <param name="Gives">Each effect.</param>
/// <param name="When">Each condition.</param>
/// <param name="Schedule">When it is on; null when always.</param>
/// <param name="Warnings">Rules of thumb that it breaks.</param>
/// <param name="Sale">What a sale of the asked amount would get; null where that hangs on which goods it is.</param>
public sealed record OfferShown(
    string? Sentence,
    IReadOnlyList<string> Gives,
    IReadOnlyList<string> When,
    string? Schedule,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<OfferFault> Faults,
    OfferSale? Sale
);

/// <param name="Discount">Money off.</param>
/// <param name="Earned">What it brings in units: «۵۰ امتیاز».</param>
/// <param name="Not">Why it would not be given at this amount; null when it would.</param>
public sealed record OfferSale(long Discount, IReadOnlyList<string> Earned, string? Not);

public sealed record PreviewOfferRequest(JsonElement Offer, Money? Amount, Wording Wording);

/// <summary>
/// Says an offer that is being written and tries it alone, through the same function that decides sales: live, on now,
/// for somebody who meets every condition but that of the amount. Writes nothing.
/// </summary>
public sealed class PreviewOffer(
    ProgrammeStore programmes,
    GoodsNames goods,
    SoldGoods sold,
    Texts texts,
    TimeProvider clock
)
{
    private const string Code = "preview";

    public async Task<OfferShown> Run(PreviewOfferRequest request, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        var place = new DocumentPlace(Code, int.MaxValue, club.Known, null);
        place = await sold.For(DocumentKind.Offer, request.Offer, place, ct);
        var read = OfferDocument.Read(request.Offer, Code, int.MaxValue, place.Known);
        if (read.IsRefused)
        {
            var faults = read.Refusals.Select(r => new OfferFault(r.Pointer, texts.Say(r, request.Wording)));
            return new OfferShown(null, [], [], null, [], [.. faults], null);
        }

        var offer = read.Value;
        await goods.Know(OfferWords.NamedBy([offer]), ct);
        var words = club.Wording(request.Wording.Persian);
        return new OfferShown(
            OfferWords.Whole(offer, words),
            OfferWords.Gives(offer, words),
            OfferWords.When(offer, words),
            OfferWords.Schedule(offer.Schedule, words, new Dates(words, club.Time, clock.GetUtcNow()), club.Time),
            [.. OfferWarnings.Of(offer).Select(w => words.Title(w.Text))],
            [],
            request.Amount is { } amount && AmountDecides(offer) ? Try(offer, amount, club, words) : null
        );
    }

    /// <summary>Whether a bare amount is enough to say what the offer gives.</summary>
    private static bool AmountDecides(Offer offer) =>
        !offer.Give.Any(e => e.HangsOnGoods) && Parts(offer).All(p => p.Parts.Count == 0);

    private OfferSale Try(Offer offer, Money amount, ClubVersion club, Wording words)
    {
        var totals = Parts(offer).OfType<BasketTotal>().ToArray<Condition>();
        var alone = offer with
        {
            When = totals.Length > 1 ? new All(totals) : totals.FirstOrDefault(),
            State = OfferState.Live,
            Schedule = Schedule.Always,
            Limits = Limits.None with { MaxValue = offer.Limits.MaxValue },
            Holdout = default,
        };
        var now = club.Programme;
        var programme = new Core.Sales.Programme(now.Version, now.Club, now.Units, now.Rules, [alone]);
        var line = new BasketLine(null, null, Quantity.Whole(1), amount, amount, LineKind.Goods);
        var basket = new Basket([line], club.Branches.Order(StringComparer.Ordinal).First(), Channel.Store, [], [], []);
        var at = clock.GetUtcNow();
        var decision = Decide.Sale(programme, basket, Somebody(programme, at), [], at).Value;
        var said = Explain.Of(decision, programme, words);
        return new OfferSale(
            decision.Discount.Minor,
            [.. decision.Earned.Where(e => e.Offer >= 0).Select(e => words.Amount(e.Unit, e.Amount))],
            said.NotApplied.Count > 0 ? said.NotApplied[0].Message : null
        );
    }

    private static IReadOnlyList<Condition> Parts(Offer offer) =>
        offer.When switch
        {
            null => [],
            All all => all.Parts,
            var one => [one],
        };

    private static MemberFacts Somebody(Core.Sales.Programme programme, DateTimeOffset at) =>
        new()
        {
            Id = new MemberId(Guid.Empty),
            Since = programme.Club.Time.DayOf(at),
            Fields = new Dictionary<string, string>(),
            Wallets = [.. programme.Units.Select(u => new WalletFact(u.Code, 0))],
            Windows = [.. programme.Needs.Windows.Select(_ => default(WindowFact))],
            OfferUses = new Dictionary<string, long>(),
        };
}
