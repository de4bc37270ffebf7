using System.Globalization;
using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Features.Programme;

/// <summary>The JSON of a festival of the club: {title, from, to?, everyYear?}, days of any calendar.</summary>
public static class FestivalDocument
{
    private const string Iso = "yyyy-MM-dd";
    private const int Longest = 92;

    /// <summary>
    /// Refused at their pointers: festival.ends-before-start, festival.too-long (over 92 days), and what the document
    /// reader refuses.
    /// </summary>
    public static Outcome<Festival> Read(JsonElement json, string code)
    {
        var fields = DocumentReader.Of(json);
        var title = fields.Title();
        var from = fields.Day("from", required: true);
        var to = fields.Day("to") ?? from;
        var everyYear = fields.YesNo("everyYear") ?? false;
        fields.Done();
        if (to < from)
        {
            fields.Refuse("festival.ends-before-start", "to");
        }
        else if (from is { } first && to is { } last && last.DayNumber - first.DayNumber >= Longest)
        {
            fields.Refuse("festival.too-long", "to", Longest);
        }

        return fields.IsClean ? new Festival(code, title!, from!.Value, to!.Value, everyYear) : fields.Refusals;
    }

    public static void Write(Festival festival, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        TitledDocument.WriteTitle(festival.Title, json);
        json.WriteString("from", festival.From.ToString(Iso, CultureInfo.InvariantCulture));
        json.WriteString("to", festival.To.ToString(Iso, CultureInfo.InvariantCulture));
        json.WriteBoolean("everyYear", festival.EveryYear);
        json.WriteEndObject();
    }
}
