using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Vafa.Core.Earning;
using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tiers;
using Vafa.Core.Values;

namespace Vafa.Features.Programme;

/// <summary>
/// One kind of document of the programme: its name in the table, its address under /api/v1, and how a document of it is
/// read into its canonical form with all defaults shown.
/// </summary>
public sealed record DocumentKind(
    string Name,
    string Address,
    Func<JsonElement, DocumentPlace, Outcome<CheckedDocument>> Check
)
{
    public static readonly DocumentKind Club = new(
        "club",
        "club",
        (json, _) => Canonical(ClubDocument.Read(json), ClubDocument.Write)
    );

    public static readonly DocumentKind Unit = new(
        "unit",
        "units",
        (json, at) => Canonical(UnitDocument.Read(json, at.Code, at.Known), UnitDocument.Write)
    );

    public static readonly DocumentKind EarningRule = new(
        "earning-rule",
        "earning-rules",
        (json, at) => Canonical(EarningRuleDocument.Read(json, at.Code, at.Known), EarningRuleDocument.Write)
    );

    public static readonly DocumentKind Offer = new(
        "offer",
        "offers",
        (json, at) =>
            Canonical(OfferDocument.Read(json, at.Code, at.Age, at.Known), OfferDocument.Write, OfferWarnings.Of)
    );

    public static readonly DocumentKind Engagement = new(
        "engagement",
        "engagements",
        (json, at) => Canonical(EngagementDocument.Read(json, at.Code, at.Known), EngagementDocument.Write)
    );

    public static readonly DocumentKind Group = new("group", "groups", CheckGroup);

    public static readonly DocumentKind Branch = new("branch", "branches", Titled);

    public static readonly DocumentKind Field = new("field", "fields", CheckField);

    public static readonly DocumentKind Festival = new(
        "festival",
        "festivals",
        (json, at) => Canonical(FestivalDocument.Read(json, at.Code), FestivalDocument.Write)
    );

    public static readonly DocumentKind Till = new(
        "till",
        "tills",
        (json, at) => Canonical(TillDocument.Read(json, at.Known.Branches.Contains), TillDocument.Write)
    );

    public static readonly DocumentKind Plan = new(
        "plan",
        "plans",
        (json, at) => Canonical(PlanDocument.Read(json, at.Code, at.Known.Units.Contains), PlanDocument.Write)
    );

    public static readonly DocumentKind Segment = new("segment", "segments", CheckSegment);

    public static readonly DocumentKind Ladder = new(
        "ladder",
        "ladders",
        (json, at) => Canonical(LadderDocument.Read(json, at.Code, at.Known), LadderDocument.Write)
    );

    public static readonly DocumentKind Rulebook = new(
        "rulebook",
        "rulebook",
        (json, _) => Canonical(RulebookDocument.Read(json), RulebookDocument.Write)
    );

    /// <summary>Those that have codes of their own; the club is one, and so is its rulebook.</summary>
    public static readonly IReadOnlyList<DocumentKind> WithCodes =
    [
        Unit,
        EarningRule,
        Engagement,
        Offer,
        Group,
        Branch,
        Field,
        Festival,
        Segment,
        Till,
        Ladder,
        Plan,
    ];

    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonElement Parse(string body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }

    private static Outcome<CheckedDocument> Titled(JsonElement json, DocumentPlace at) =>
        Canonical(TitledDocument.Read(json), TitledDocument.Write);

    private static Outcome<CheckedDocument> CheckSegment(JsonElement json, DocumentPlace at) =>
        Canonical(SegmentDocument.Read(json, at.Club!), SegmentDocument.Write);

    /// <summary>A group that comes with a new club has no rule: there is no programme yet to read one with.</summary>
    private static Outcome<CheckedDocument> CheckGroup(JsonElement json, DocumentPlace at) =>
        at.Club is { } club
            ? Canonical(GroupDocument.Read(json, at.Code, club), GroupDocument.Write)
            : Titled(json, at);

    /// <summary>Stored values are of the field's type, so that stays.</summary>
    private static Outcome<CheckedDocument> CheckField(JsonElement json, DocumentPlace at)
    {
        var field = FieldDocument.Read(json, at.Code);
        return !field.IsRefused && at.Field is { } old && old.Type != field.Value.Type
            ? Refusal.Conflict("field.type-stays", "/type")
            : Canonical(field, FieldDocument.Write);
    }

    private static Outcome<CheckedDocument> Canonical<T>(
        Outcome<T> read,
        Action<T, Utf8JsonWriter> write,
        Func<T, IReadOnlyList<OfferWarning>>? warn = null
    )
    {
        if (read.IsRefused)
        {
            return Outcome<CheckedDocument>.Refused(read.Refusals);
        }

        return new CheckedDocument(BodyOf(read.Value, write), warn?.Invoke(read.Value) ?? []);
    }

    /// <summary>The stored form of what was read.</summary>
    internal static string BodyOf<T>(T value, Action<T, Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            write(value, json);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}

/// <summary>Where a document will stand: what it is checked against.</summary>
/// <param name="Age">Order of first creation within the kind.</param>
/// <param name="Field">The running definition, when it is a field that exists.</param>
public sealed record DocumentPlace(string Code, int Age, KnownThings Known, FieldDefinition? Field)
{
    /// <summary>The whole programme as it stands: which the filters of segments and groups are read with.</summary>
    public ClubVersion? Club { get; init; }
}

/// <summary>A good document as it is stored.</summary>
public sealed record CheckedDocument(string Body, IReadOnlyList<OfferWarning> Warnings);
