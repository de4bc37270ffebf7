using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Earning;
using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tiers;
using Vafa.Core.Values;

namespace Vafa.Features.Programme;

/// <summary>
/// The whole programme of one version: what decides sales, and what names and forms are made of. Immutable.
/// </summary>
public sealed record ClubVersion(
    Core.Sales.Programme Programme,
    ClubSettings Settings,
    FrozenSet<string> Branches,
    FrozenSet<string> MemberGroups,
    FrozenDictionary<string, FieldDefinition> Fields,
    FrozenDictionary<(NameKind Kind, string Code), LocalText> Titles
)
{
    public long Version => Programme.Version;

    public ClubTime Time => Programme.Club.Time;

    /// <summary>The version of the programme that brought each ladder as it is, by the ladder's code.</summary>
    public FrozenDictionary<string, long> LadderVersions { get; init; } = FrozenDictionary<string, long>.Empty;

    /// <summary>The rules of those groups that have one, by the group's code.</summary>
    public FrozenDictionary<string, GroupRule> GroupRules { get; init; } = FrozenDictionary<string, GroupRule>.Empty;

    /// <summary>Groups that people fill; the others fill themselves.</summary>
    public IEnumerable<string> GroupsByHand => MemberGroups.Where(g => !GroupRules.ContainsKey(g));

    /// <summary>
    /// While stored documents are read: a filter may ask for a choice that its field no longer has. It then holds for
    /// those who still have it.
    /// </summary>
    internal bool KnowsGoneChoices { get; private init; }

    /// <summary>By code.</summary>
    public FrozenDictionary<string, Segment> Segments { get; init; } = FrozenDictionary<string, Segment>.Empty;

    /// <summary>What members earn for other things than sales, in the order they were first made.</summary>
    public IReadOnlyList<Engagement> Engagements { get; init; } = [];

    /// <summary>What the owner means to give, by unit.</summary>
    public FrozenDictionary<string, Plan> Plans { get; init; } = FrozenDictionary<string, Plan>.Empty;

    /// <summary>The tills that were set up, by code.</summary>
    public FrozenDictionary<string, Till> Tills { get; init; } = FrozenDictionary<string, Till>.Empty;

    /// <summary>Whether its rules are shown to anybody, and the owner's own words below them.</summary>
    public Rulebook Rulebook { get; init; } = Rulebook.None;

    /// <summary>The fields of members as they are shown.</summary>
    public IReadOnlyList<FieldDefinition> FieldsInOrder =>
        [.. Fields.Values.OrderBy(f => f.Order).ThenBy(f => f.Code, StringComparer.Ordinal)];

    /// <summary>The codes a document may name.</summary>
    public KnownThings Known =>
        KnownThings.Of(
            Programme.Units.Select(u => u.Code),
            MemberGroups,
            Branches,
            Fields.Keys,
            Programme.Festivals.Select(f => f.Code)
        ) with
        {
            Segments = Segments.ToDictionary(s => s.Key, s => s.Value.Asks, StringComparer.Ordinal),
            Ladders = Programme.Ladders.ToDictionary(
                l => l.Code,
                l => ImmutableArray.CreateRange(l.Tiers, t => t.Code),
                StringComparer.Ordinal
            ),
            TurnsInto = Programme
                .Units.Where(u => u.Into is not null)
                .ToDictionary(u => u.Code, u => u.Into!.To, StringComparer.Ordinal),
        };

    /// <summary>Titles of products and product groups, which are rows of their own.</summary>
    public Func<NameKind, string, LocalText?>? Goods { get; init; }

    /// <summary>How the club writes in this language, with its titles.</summary>
    public Wording Wording(bool persian) =>
        new(persian, Settings.ShowToman, Settings.Currency)
        {
            Names = (kind, code) =>
                Titles.GetValueOrDefault((kind, code))
                ?? (kind == NameKind.Festival ? CalendarEvents.TitleOf(code) : Goods?.Invoke(kind, code)),
            CountsAsMoney = code => Programme.UnitOf(code)?.Worth.TenThousandths == Worth.Scale,
        };

    /// <summary>What the sentences of its offers, rules and units name.</summary>
    public IReadOnlyCollection<(NameKind Kind, string Code)> Named()
    {
        var named = new HashSet<(NameKind, string)>();
        var listener = Wording(persian: true) with
        {
            Names = (kind, code) =>
            {
                named.Add((kind, code));
                return null;
            },
        };
        foreach (var offer in Programme.Offers)
        {
            offer.When?.Sentence(listener);
            foreach (var effect in offer.Give)
            {
                effect.Sentence(listener);
            }
        }

        foreach (var rule in Programme.Rules)
        {
            rule.When?.Sentence(listener);
        }

        named.UnionWith(Programme.Units.SelectMany(u => u.Spending.ProductGroups).Select(ProductGroup));

        return named;
    }

    private static (NameKind Kind, string Code) ProductGroup(string code) => (NameKind.ProductGroup, code);

    /// <summary>Puts the documents of one version together.</summary>
    public static ClubVersion Of(long version, IReadOnlyList<ProgrammeDocument> documents)
    {
        var settings = documents
            .Where(d => d.Kind == DocumentKind.Club.Name)
            .Select(d => Stored(d, ClubDocument.Read(DocumentKind.Parse(d.Body))))
            .Single();
        var units = All(documents, DocumentKind.Unit, (d, json) => UnitDocument.Read(json, d.Code));
        var branches = All(documents, DocumentKind.Branch, (_, json) => TitledDocument.Read(json));
        var fields = All(documents, DocumentKind.Field, (d, json) => FieldDocument.Read(json, d.Code));
        var festivals = All(documents, DocumentKind.Festival, (d, json) => FestivalDocument.Read(json, d.Code));
        var ladders = Ladders(documents, units.Select(u => u.Code));
        var before = new ClubVersion(
            new Core.Sales.Programme(
                version,
                settings.Rules(),
                Values(units),
                [],
                [],
                Values(festivals),
                Values(ladders)
            ),
            settings,
            branches.Select(b => b.Code).ToFrozenSet(StringComparer.Ordinal),
            CodesOf(documents, DocumentKind.Group),
            fields.ToFrozenDictionary(f => f.Code, f => f.Value, StringComparer.Ordinal),
            FrozenDictionary<(NameKind, string), LocalText>.Empty
        )
        {
            KnowsGoneChoices = true,
        };
        var groups = All(documents, DocumentKind.Group, (d, json) => GroupDocument.Read(json, d.Code, before));
        var segments = All(documents, DocumentKind.Segment, (_, json) => SegmentDocument.Read(json, before));
        var asked = before with
        {
            KnowsGoneChoices = false,
            Segments = segments.ToFrozenDictionary(s => s.Code, s => s.Value, StringComparer.Ordinal),
        };
        var known = asked.Known with { KnowsGoneTiers = true };
        var rules = All(
            documents,
            DocumentKind.EarningRule,
            (d, json) => EarningRuleDocument.Read(json, d.Code, known)
        );
        var offers = All(documents, DocumentKind.Offer, (d, json) => OfferDocument.Read(json, d.Code, d.Age, known));
        var engagements = All(documents, DocumentKind.Engagement, (d, json) => EngagementDocument.Read(json, d.Code));
        var plans = All(documents, DocumentKind.Plan, (d, json) => PlanDocument.Read(json, d.Code, _ => true));
        var titles = new Dictionary<(NameKind, string), LocalText>();
        Add(titles, NameKind.Unit, units.Select(u => (u.Code, u.Value.Title)));
        Add(titles, NameKind.Group, groups.Select(g => (g.Code, g.Value.Title)));
        Add(titles, NameKind.Branch, branches);
        Add(titles, NameKind.Field, fields.Select(f => (f.Code, f.Value.Title)));
        Add(titles, NameKind.Festival, festivals.Select(f => (f.Code, f.Value.Title)));
        Add(titles, NameKind.Segment, segments.Select(s => (s.Code, s.Value.Title)));
        Add(titles, NameKind.Ladder, ladders.Select(l => (l.Code, l.Value.Title)));
        Add(titles, NameKind.Tier, ladders.SelectMany(l => l.Value.Tiers).Select(t => (t.Code, t.Title)));
        Add(titles, NameKind.EarningRule, rules.Select(r => (r.Code, r.Value.Title)));
        var tills = All(documents, DocumentKind.Till, (_, json) => TillDocument.Read(json, _ => true));
        Add(titles, NameKind.Till, tills.Select(t => (t.Code, t.Value.Title)));
        Add(titles, NameKind.Engagement, engagements.Select(e => (e.Code, e.Value.Title)));
        Add(titles, NameKind.Offer, offers.Select(o => (o.Code, o.Value.Title)));
        return asked with
        {
            Programme = new Core.Sales.Programme(
                version,
                settings.Rules(),
                Values(units),
                Values(rules),
                Values(offers),
                Values(festivals),
                Values(ladders)
            ),
            Titles = titles.ToFrozenDictionary(),
            Rulebook = All(documents, DocumentKind.Rulebook, (_, json) => RulebookDocument.Read(json))
                is [(_, var rulebook)]
                ? rulebook
                : Rulebook.None,
            Engagements = [.. engagements.Select(e => e.Value)],
            LadderVersions = VersionsOf(documents, DocumentKind.Ladder),
            GroupRules = Rules(groups, VersionsOf(documents, DocumentKind.Group)),
            Tills = All(documents, DocumentKind.Till, (_, json) => TillDocument.Read(json, _ => true))
                .ToFrozenDictionary(t => t.Code, t => t.Value, StringComparer.Ordinal),
            Plans = plans.Where(p => p.Value.Any).ToFrozenDictionary(p => p.Code, p => p.Value, StringComparer.Ordinal),
        };
    }

    private static List<(string Code, Ladder Value)> Ladders(
        IReadOnlyList<ProgrammeDocument> documents,
        IEnumerable<string> units
    )
    {
        var known = KnownThings.Of(units, [], [], []);
        return All(documents, DocumentKind.Ladder, (d, json) => LadderDocument.Read(json, d.Code, known));
    }

    private static FrozenDictionary<string, GroupRule> Rules(
        IEnumerable<(string Code, GroupDefinition Value)> groups,
        FrozenDictionary<string, long> versions
    ) =>
        groups
            .Where(g => g.Value.Rule is not null)
            .ToFrozenDictionary(
                g => g.Code,
                g => g.Value.Rule! with { Version = versions[g.Code] },
                StringComparer.Ordinal
            );

    private static FrozenSet<string> CodesOf(IEnumerable<ProgrammeDocument> documents, DocumentKind kind) =>
        documents.Where(d => d.Kind == kind.Name).Select(d => d.Code).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, long> VersionsOf(
        IEnumerable<ProgrammeDocument> documents,
        DocumentKind kind
    ) =>
        documents
            .Where(d => d.Kind == kind.Name)
            .ToFrozenDictionary(d => d.Code, d => d.Version, StringComparer.Ordinal);

    private static List<(string Code, T Value)> All<T>(
        IReadOnlyList<ProgrammeDocument> documents,
        DocumentKind kind,
        Func<ProgrammeDocument, JsonElement, Outcome<T>> read
    ) =>
        [
            .. documents
                .Where(d => d.Kind == kind.Name)
                .OrderBy(d => d.Age)
                .Select(d => (d.Code, Stored(d, read(d, DocumentKind.Parse(d.Body))))),
        ];

    /// <summary>A stored document was checked when it was put; one that can't be read is damaged.</summary>
    private static T Stored<T>(ProgrammeDocument document, Outcome<T> read) =>
        read.IsRefused
            ? throw new InvalidDataException(
                $"The stored {document.Kind} {document.Code} of version {document.Version} cannot be read: "
                    + read.Refusals[0].Code
            )
            : read.Value;

    private static ImmutableArray<T> Values<T>(List<(string Code, T Value)> all) => [.. all.Select(a => a.Value)];

    private static void Add(
        Dictionary<(NameKind, string), LocalText> titles,
        NameKind kind,
        IEnumerable<(string Code, LocalText Title)> named
    )
    {
        foreach (var (code, title) in named)
        {
            titles[(kind, code)] = title;
        }
    }
}
