using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers;
using Vafa.Core.Values;
using Vafa.Features.Members.Filter;

namespace Vafa.Features.Programme;

/// <summary>
/// A segment: a filter of members that was saved under a name, so that offers and earning rules may ask for it. Who is
/// in it is worked out at the moment of each sale.
/// </summary>
/// <param name="Filter">As the list of members writes it behind "?": lastVisit=before%3A60&amp;group=silver.</param>
/// <param name="Asks">The same as a condition.</param>
public sealed record Segment(LocalText Title, MemberFilter Filter, Condition Asks);

/// <summary>The JSON of a segment: {title, filter}.</summary>
public static class SegmentDocument
{
    /// <summary>
    /// Refused, all at /filter but what is wrong with the title: what the filter of members refuses; filter.unknown for
    /// a word that is none of it; segment.empty; segment.cannot for what a sale does not know (words of a name, a
    /// missing name, e-mail and consents).
    /// </summary>
    /// <param name="club">Whose groups, units and fields it may name.</param>
    public static Outcome<Segment> Read(JsonElement json, ClubVersion club)
    {
        var fields = DocumentReader.Of(json);
        var title = fields.Title();
        var filter = FilterText.Read(fields, club);
        fields.Done();
        if (!fields.IsClean)
        {
            return fields.Refusals;
        }

        return Asks(filter!, club) switch
        {
            { IsRefused: true } none => Outcome<Segment>.Refused(none.Refusals),
            var asks => new Segment(title!, filter!, asks.Value),
        };
    }

    public static void Write(Segment segment, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        TitledDocument.WriteTitle(segment.Title, json);
        json.WriteString(FilterText.Field, segment.Filter.Query);
        json.WriteEndObject();
    }

    /// <summary>The filter as one condition. Refused as <see cref="Read"/> says.</summary>
    public static Outcome<Condition> Asks(MemberFilter filter, ClubVersion club)
    {
        if (filter.Terms.Count == 0)
        {
            return new Refusal("segment.empty", "/" + FilterText.Field);
        }

        var parts = filter.Terms.Select(t => t.AsCondition()).OfType<JsonObject>().ToArray();
        if (parts.Length < filter.Terms.Count)
        {
            return new Refusal("segment.cannot", "/" + FilterText.Field);
        }

        var whole = parts.Length == 1 ? parts[0] : new JsonObject { ["all"] = new JsonArray([.. parts]) };
        return Condition.Read(JsonSerializer.SerializeToElement(whole), club.Known);
    }
}
