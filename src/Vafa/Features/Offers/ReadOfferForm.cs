using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers;
using Vafa.Core.Values;
using Vafa.Features.Products;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Offers;

/// <summary>Which form: of an offer that is there, or a new one from a copy or an idea.</summary>
public sealed record OfferFormRequest(string? Code, string? Copy, string? From, Wording Words);

public sealed record OfferChoice(string Code, string Title);

/// <param name="Money">Whether its amounts are written as money.</param>
public sealed record OfferUnit(string Code, string Title, bool Money);

/// <summary>What the form of an offer begins with and may choose from.</summary>
/// <param name="Code">Of the offer that is changed; null for a new one.</param>
/// <param name="Document">What it begins with, with all defaults; null begins with nothing.</param>
/// <param name="FromDay">Business day of the start, ISO.</param>
/// <param name="ToDay">Last business day, ISO.</param>
public sealed record OfferForm(
    string? Code,
    JsonElement? Document,
    string? FromDay,
    string? ToDay,
    string Zone,
    string DayStartsAt,
    IReadOnlyList<OfferUnit> Units,
    IReadOnlyList<OfferChoice> Groups,
    IReadOnlyList<OfferChoice> Branches,
    IReadOnlyList<OfferChoice> ProductGroups,
    IReadOnlyList<OfferChoice> Offers,
    IReadOnlyList<string> OfferGroups
);

/// <summary>Reads what the form of an offer needs. Refused: offer.unknown (404).</summary>
public sealed class ReadOfferForm(ReadOffers offers, ProgrammeStore programmes, ListProductGroups productGroups)
{
    public async Task<Outcome<OfferForm>> Run(OfferFormRequest request, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        var all = await offers.All(ct);
        OfferView? view = null;
        if ((request.Code ?? request.Copy) is { } wanted)
        {
            var found = await offers.One(wanted, ct);
            if (found.IsRefused)
            {
                return Outcome<OfferForm>.Refused(found.Refusals);
            }

            view = found.Value;
        }

        var words = request.Words;
        var document = view is not null ? Begun(view, isCopy: request.Code is null) : Idea(request.From, club);
        var (schedule, time) = (view?.Offer.Schedule, club.Time);
        var goods = await productGroups.Run(new Paging(Paging.Most, null), ct);
        return new OfferForm(
            request.Code,
            document,
            schedule?.From is { } from ? Iso(time.DayOf(from)) : null,
            schedule?.To is { } to ? Iso(LastDay(to, time)) : null,
            time.Zone.Id,
            time.DayStartsAt.ToString("HH:mm", CultureInfo.InvariantCulture),
            [.. club.Programme.Units.Select(u => Unit(u.Code, words))],
            [.. Named(club.MemberGroups, NameKind.Group, words)],
            [.. Named(club.Branches, NameKind.Branch, words)],
            [.. goods.Value.Items.Select(g => new OfferChoice(g.Code, Title(g.Title, g.Code, words)))],
            [
                .. all.Where(o => o.Offer.Code != request.Code)
                    .Select(o => new OfferChoice(o.Offer.Code, words.Title(o.Offer.Title))),
            ],
            [
                .. all.Where(o => !o.Offer.Combine)
                    .Select(o => o.Offer.Group)
                    .Append(OfferDocument.DefaultGroup)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>A copy is a draft, whatever it was copied from, and says that it is one.</summary>
    private static JsonElement Begun(OfferView view, bool isCopy)
    {
        var document = JsonNode.Parse(view.Body)!.AsObject();
        if (isCopy)
        {
            document["state"] = OfferDocument.WordOf(OfferState.Draft);
            var title = document["title"]!.AsObject();
            foreach (var (language, mark) in new[] { ("fa", " (رونوشت)"), ("en", " (copy)") })
            {
                if (title[language]?.GetValue<string>() is { } text)
                {
                    title[language] = text + mark;
                }
            }
        }

        return JsonSerializer.SerializeToElement(document);
    }

    private static JsonElement? Idea(string? from, ClubVersion club)
    {
        if (OfferIdeas.For(club.Settings).FirstOrDefault(i => i.Code == from) is not { } idea)
        {
            return null;
        }

        var place = new DocumentPlace(idea.Code, 0, club.Known, null);
        return DocumentKind.Parse(DocumentKind.Offer.Check(DocumentKind.Parse(idea.Body), place).Value.Body);
    }

    /// <summary>The end is exclusive: a day that ends the offer at its start is not one of its days.</summary>
    private static DateOnly LastDay(DateTimeOffset to, ClubTime time)
    {
        var day = time.DayOf(to);
        return time.StartOf(day) == to ? day.AddDays(-1) : day;
    }

    private static OfferUnit Unit(string code, Wording words) =>
        new(code, words.Name(NameKind.Unit, code), words.CountsAsMoney?.Invoke(code) == true);

    private static IEnumerable<OfferChoice> Named(IEnumerable<string> codes, NameKind kind, Wording words) =>
        codes.Order(StringComparer.Ordinal).Select(code => new OfferChoice(code, words.Name(kind, code)));

    private static string Title(LocalText? title, string code, Wording words) =>
        title is null ? code : words.Title(title);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
