using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers;
using Vafa.Core.Offers.Conditions;
using Vafa.Core.Values;
using Vafa.Features.Members;
using Vafa.Features.Products;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Offers;

/// <summary>
/// Which form: of an offer that is there, or a new one from a copy, an idea or the example of a word.
/// </summary>
public sealed record OfferFormRequest(string? Code, string? Copy, string? From, Wording Words)
{
    /// <summary>An effect whose example the form begins with.</summary>
    public string? Give { get; init; }

    /// <summary>The id of a member whom a new offer is for alone.</summary>
    public Guid? Member { get; init; }

    /// <summary>Whether its reader may see who the given members of an offer are.</summary>
    public bool ShowsMembers { get; init; }
}

public sealed record OfferChoice(string Code, string Title);

/// <param name="Money">Whether its amounts are written as money.</param>
public sealed record OfferUnit(string Code, string Title, bool Money);

/// <summary>A given member of an offer, as the list of members tells him.</summary>
public sealed record OfferMember(Guid Id, string? FirstName, string? LastName, string? Mobile, string Card);

/// <summary>What the form of an offer begins with and may choose from.</summary>
/// <param name="Code">Of the offer that is changed; null for a new one.</param>
/// <param name="Document">What it begins with, with all defaults; null begins with nothing.</param>
/// <param name="FromDay">Business day of the start, ISO.</param>
/// <param name="ToDay">Last business day, ISO.</param>
/// <param name="Effects">The vocabulary, from which the form is made.</param>
/// <param name="Codes">What may be ticked, by the kind of code that an argument names (<c>from</c>); codes of another
/// kind are typed.</param>
/// <param name="Members">The given members it names, for who may see them.</param>
public sealed record OfferForm(
    string? Code,
    JsonElement? Document,
    string? FromDay,
    string? ToDay,
    string Zone,
    string DayStartsAt,
    IReadOnlyList<OfferUnit> Units,
    IReadOnlyList<OfferChoice> Offers,
    IReadOnlyList<string> OfferGroups,
    IReadOnlyList<OfferWord> Effects,
    IReadOnlyList<OfferWord> Conditions,
    IReadOnlyDictionary<string, IReadOnlyList<OfferChoice>> Codes,
    IReadOnlyList<OfferMember> Members
);

/// <summary>Reads what the form of an offer needs. Refused: offer.unknown (404).</summary>
public sealed class ReadOfferForm(
    ReadOffers offers,
    ProgrammeStore programmes,
    ListGoods goods,
    SoldGoods sold,
    ReadMembers readMembers
)
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
        var document =
            view is not null ? Begun(view, isCopy: request.Code is null)
            : request.Give is { } word ? await Example(word, club, ct)
            : request.Member is { } member ? ForOne(member, club)
            : Idea(request.From, club);
        var (schedule, time) = (view?.Offer.Schedule, club.Time);
        return new OfferForm(
            request.Code,
            document,
            schedule?.From is { } from ? Iso(time.DayOf(from)) : null,
            schedule?.To is { } to ? Iso(LastDay(to, time)) : null,
            time.Zone.Id,
            time.DayStartsAt.ToString("HH:mm", CultureInfo.InvariantCulture),
            [.. club.Programme.Units.Select(u => Unit(u.Code, words))],
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
            ],
            OfferWord.Effects(words),
            OfferWord.Conditions(words),
            await Codes(club, words, ct),
            request.ShowsMembers ? await Members(view?.Offer.When, request.Member, club, ct) : []
        );
    }

    private async Task<IReadOnlyList<OfferMember>> Members(
        Condition? when,
        Guid? member,
        ClubVersion club,
        CancellationToken ct
    )
    {
        var ids = IsMember.Named(when).Select(m => m.Value);
        var named = await readMembers.Run([.. member is { } one ? ids.Append(one) : ids], club, ct);
        return [.. named.Select(m => new OfferMember(m.Id, m.FirstName, m.LastName, m.Mobile, m.Card))];
    }

    /// <summary>What may be ticked. Products are too many to tick, and codes and ways of paying are typed.</summary>
    private async Task<Dictionary<string, IReadOnlyList<OfferChoice>>> Codes(
        ClubVersion club,
        Wording words,
        CancellationToken ct
    )
    {
        var festivals = club
            .Programme.Festivals.Select(f => f.Code)
            .Concat(CalendarEvents.InOrder)
            .Distinct(StringComparer.Ordinal);
        return new Dictionary<string, IReadOnlyList<OfferChoice>>(StringComparer.Ordinal)
        {
            [OfferWord.Camel(NameKind.Group)] = [.. Named(club.MemberGroups, NameKind.Group, words)],
            [OfferWord.Camel(NameKind.Branch)] = [.. Named(club.Branches, NameKind.Branch, words)],
            [OfferWord.Camel(NameKind.ProductGroup)] =
            [
                .. (await goods.Groups(ct)).Select(g => new OfferChoice(g.Code, Title(g.Title, g.Code, words))),
            ],
            [OfferWord.Camel(NameKind.Brand)] = [.. (await goods.Brands(ct)).Select(b => new OfferChoice(b, b))],
            [OfferWord.Camel(NameKind.Festival)] = [.. Named(festivals, NameKind.Festival, words)],
            [OfferWord.Camel(NameKind.Field)] =
            [
                .. club.FieldsInOrder.Select(f => new OfferChoice(f.Code, words.Title(f.Title))),
            ],
            [OfferWord.Camel(NameKind.DateField)] =
            [
                .. club
                    .FieldsInOrder.Where(f => f.Type == FieldType.Date)
                    .Select(f => new OfferChoice(f.Code, words.Title(f.Title))),
            ],
            [OfferWord.Camel(NameKind.NumberField)] =
            [
                .. club
                    .FieldsInOrder.Where(f => f.Type == FieldType.Number)
                    .Select(f => new OfferChoice(f.Code, words.Title(f.Title))),
            ],
            [OfferWord.Camel(NameKind.Segment)] =
            [
                .. club.Segments.Select(s => new OfferChoice(s.Key, words.Title(s.Value.Title))),
            ],
            [OfferWord.Camel(NameKind.Tier)] =
            [
                .. club
                    .Programme.Ladders.SelectMany(l => l.Tiers)
                    .Select(t => new OfferChoice(t.Code, words.Title(t.Title))),
            ],
            [OfferWord.Camel(NameKind.EarningRule)] =
            [
                .. club.Programme.Rules.Select(r => new OfferChoice(r.Code, words.Title(r.Title))),
            ],
        };
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

    private static JsonElement? Idea(string? from, ClubVersion club) =>
        OfferIdeas.For(club.Settings).FirstOrDefault(i => i.Code == from) is { } idea ? Whole(idea.Body, club) : null;

    /// <summary>
    /// A draft with the example of an effect, of the club's own products where it has any; nothing where the club lacks
    /// what else the example names.
    /// </summary>
    private async Task<JsonElement?> Example(string word, ClubVersion club, CancellationToken ct)
    {
        if (!Vocabulary.EffectNamed(word, out var entry))
        {
            return null;
        }

        var title = JsonSerializer.Serialize(new { fa = entry.Title.Fa, en = entry.Title.En });
        var body = $$"""{"title": {{title}}, "state": "draft", "give": [{"{{entry.Name}}": {{entry.Example}}}]}""";
        var place = new DocumentPlace("new", 0, club.Known, null);
        var own = await sold.OwnFor(DocumentKind.Offer, DocumentKind.Parse(body), place, ct);
        foreach (var (sku, product) in own)
        {
            body = body.Replace($"\"{sku}\"", JsonSerializer.Serialize(product), StringComparison.Ordinal);
        }

        return Whole(body, club);
    }

    private static JsonElement? ForOne(Guid member, ClubVersion club) =>
        Whole(
            $$$$"""
            {"title": {"fa": "پیشنهاد ویژه", "en": "A special offer"}, "state": "draft",
             "give": [{"discountPercent": {"percent": 10}}], "when": {"member": {"in": ["{{{{member:D}}}}"]}}}
            """,
            club
        );

    /// <summary>The document with all defaults.</summary>
    private static JsonElement? Whole(string body, ClubVersion club)
    {
        var place = new DocumentPlace("new", 0, club.Known, null);
        var read = DocumentKind.Offer.Check(DocumentKind.Parse(body), place);
        return read.IsRefused ? null : DocumentKind.Parse(read.Value.Body);
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
