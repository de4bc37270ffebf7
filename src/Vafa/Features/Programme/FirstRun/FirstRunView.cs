using Vafa.Core.Offers;
using Vafa.Core.Values;
using Vafa.Features.Programme.Trades;

namespace Vafa.Features.Programme.FirstRun;

/// <summary>What the owner may choose from, and whether he still may.</summary>
/// <param name="Untouched">No member, no sale and no change of the programme yet.</param>
public sealed record FirstRunView(bool Untouched, IReadOnlyList<TradeView> Trades)
{
    /// <summary>Half a million toman: what a first sale is shown with.</summary>
    private static readonly Money Shown = new(5_000_000);

    internal static FirstRunView Of(bool untouched, DateTimeOffset at, Wording wording) =>
        new(untouched, [.. Trade.All.Select(trade => Show(trade, at, wording))]);

    private static TradeView Show(Trade trade, DateTimeOffset at, Wording wording)
    {
        var codes = trade.Offers.Select(o => o.Code).ToList();
        var club = FirstDocuments.Club(ClubSettings.Usual with { ShowToman = wording.Toman }, trade, codes);
        var said = club.Wording(wording.Persian);
        return new TradeView(
            trade.Code,
            said.Title(trade.Title),
            said.Title(trade.About),
            [.. club.Programme.Rules.Select(r => said.Title(r.Title))],
            [.. club.Programme.Offers.Select(o => new TradeOffer(o.Code, said.Title(o.Title), Sentence(o, said)))],
            PreviewFirstSale.Of(club, Shown, at, wording.Persian)
        );
    }

    private static string Sentence(Offer offer, Wording wording)
    {
        var gives = string.Join(wording.Say("، ", ", "), offer.Give.Select(effect => effect.Sentence(wording)));
        return offer.When is { } when
            ? wording.Say($"{gives}؛ شرط: {when.Sentence(wording)}", $"{gives}; it needs: {when.Sentence(wording)}")
            : gives;
    }
}

/// <param name="Rules">What every sale earns, in sentences.</param>
/// <param name="Preview">What 500,000 toman would give a new member.</param>
public sealed record TradeView(
    string Code,
    string Title,
    string About,
    IReadOnlyList<string> Rules,
    IReadOnlyList<TradeOffer> Offers,
    FirstSaleShown Preview
);

public sealed record TradeOffer(string Code, string Title, string Sentence);
