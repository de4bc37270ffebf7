using System.Text.Json;

namespace Vafa.Core.Values;

/// <summary>Texts and names of a JSON document, also of one whose escapes are half a character (\ud800).</summary>
internal static class JsonText
{
    /// <summary>The text; nothing when it holds half a character, which .NET refuses by throwing.</summary>
    public static string? Of(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name of a field, with U+FFFD for a name that is no text.</summary>
    public static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "\ufffd";
        }
    }

    /// <summary>Whether a field has this name.</summary>
    public static bool IsName(JsonProperty property, string name)
    {
        try
        {
            return property.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>A name as it stands in a JSON pointer.</summary>
    public static string Escape(string name) =>
        name.Contains('~', StringComparison.Ordinal) || name.Contains('/', StringComparison.Ordinal)
            ? name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
            : name;
}
