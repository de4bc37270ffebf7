using Vafa.Core.Offers;
using Vafa.Core.Values;
using Vafa.Features.Products;
using Vafa.Features.Programme;
using Vafa.Features.Programme.Approval;
using Vafa.Features.Purchases;
using Vafa.Web;

namespace Vafa.Features.Offers;

/// <summary>An offer with what has become of it.</summary>
/// <param name="Body">Its document as it is stored.</param>
public sealed record OfferView(
    Offer Offer,
    OfferStanding Standing,
    OfferSpent Spent,
    DateTimeOffset Made,
    DateTimeOffset Changed,
    string Body
)
{
    /// <summary>What of it waits for a second person.</summary>
    public OfferProposal? Waiting { get; init; }

    /// <summary>Since when it has been or will be on.</summary>
    public DateTimeOffset Begins => Offer.Schedule.From ?? Made;

    /// <summary>When it was or will be over; an offer that was ended by hand was over with its last change.</summary>
    public DateTimeOffset? Ends =>
        Offer.State == OfferState.Ended && !(Offer.Schedule.To < Changed) ? Changed : Offer.Schedule.To;
}

/// <summary>
/// Reads offers as they stand now, drafts and ended ones too. The documents of a programme are few; those past
/// <see cref="Most"/> are not read.
/// </summary>
public sealed class ReadOffers(
    ListDocuments list,
    GetDocument get,
    ReadDocumentHistory history,
    ReadOfferUses uses,
    ReadProposals proposals,
    ProgrammeStore programmes,
    GoodsNames goods,
    TimeProvider clock
)
{
    public const int Most = 1_000;

    /// <summary>All of them, newest first.</summary>
    public async Task<IReadOnlyList<OfferView>> All(CancellationToken ct)
    {
        var documents = await list.Run(DocumentKind.Offer, new Paging(Most, null), ct);
        var views = await Views(documents.Value.Items, ct);
        return [.. views.OrderByDescending(v => v.Offer.Age)];
    }

    /// <summary>Refused: offer.unknown (404).</summary>
    public async Task<Outcome<OfferView>> One(string code, CancellationToken ct)
    {
        var document = await get.Run(DocumentKind.Offer, code, ct);
        return document.IsRefused
            ? Outcome<OfferView>.Refused(document.Refusals)
            : (await Views([document.Value], ct))[0];
    }

    /// <summary>
    /// A stored document as an offer; null when it names what the club no longer has. Makes known the titles of goods
    /// that it names.
    /// </summary>
    public async Task<IReadOnlyList<Offer?>> Read(
        IReadOnlyList<(string Code, string Body)> bodies,
        int age,
        CancellationToken ct
    )
    {
        var known = (await programmes.Newest(ct)).Known;
        var offers = bodies
            .Select(b => OfferDocument.Read(DocumentKind.Parse(b.Body), b.Code, age, known))
            .Select(o => o.IsRefused ? null : o.Value)
            .ToList();
        await goods.Know(OfferWords.NamedBy(offers.OfType<Offer>()), ct);
        return offers;
    }

    private async Task<IReadOnlyList<OfferView>> Views(IReadOnlyList<StoredDocument> documents, CancellationToken ct)
    {
        var known = (await programmes.Newest(ct)).Known;
        var codes = documents.Select(d => d.Code).ToList();
        var ages = await history.Ages(DocumentKind.Offer, codes, ct);
        var spent = await uses.Run(codes, ct);
        var waiting = (await proposals.All(ct)).ToDictionary(p => p.Code, StringComparer.Ordinal);
        var now = clock.GetUtcNow();
        var views = documents.Select(d => View(d, known, ages[d.Code], Spent(spent.GetValueOrDefault(d.Code)), now));
        var all = views.Select(v => v with { Waiting = waiting.GetValueOrDefault(v.Offer.Code) }).ToList();
        await goods.Know(OfferWords.NamedBy(all.Select(v => v.Offer)), ct);
        return all;
    }

    private static OfferSpent Spent(OfferUsed? used) =>
        used is null ? OfferSpent.Nothing : new OfferSpent(used.Uses, new Money(used.Given), used.Held);

    private static OfferView View(
        StoredDocument document,
        KnownThings known,
        DocumentAge age,
        OfferSpent spent,
        DateTimeOffset now
    )
    {
        var offer = OfferDocument.Read(DocumentKind.Parse(document.Body), document.Code, document.Age, known).Value;
        return new OfferView(offer, Standing.Of(offer, spent, now), spent, age.Made, age.Changed, document.Body);
    }
}
