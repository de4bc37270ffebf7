using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Features.Programme;

/// <summary>The JSON of what has only a title: branches.</summary>
public static class TitledDocument
{
    public static Outcome<LocalText> Read(JsonElement json)
    {
        var fields = DocumentReader.Of(json);
        var title = fields.Title();
        fields.Done();
        return fields.IsClean ? title! : fields.Refusals;
    }

    public static void Write(LocalText title, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteTitle(title, json);
        json.WriteEndObject();
    }

    internal static void WriteTitle(LocalText title, Utf8JsonWriter json, string name = "title")
    {
        json.WriteStartObject(name);
        if (title.Fa is { } fa)
        {
            json.WriteString("fa", fa);
        }

        if (title.En is { } en)
        {
            json.WriteString("en", en);
        }

        json.WriteEndObject();
    }
}
