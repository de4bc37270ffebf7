using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Features.Programme;

/// <summary>A till that the owner set up: its title and the branch it stands in.</summary>
public sealed record Till(LocalText Title, string Branch)
{
    /// <summary>Skus of the goods that stand first at hand there, in the owner's order.</summary>
    public IReadOnlyList<string> Favourites { get; init; } = [];
}

/// <summary>
/// The JSON of a till: {title, branch, favourites}. A sale may still name any till, set up or not: the ones here have a
/// title and a place to be asked for by.
/// </summary>
public static class TillDocument
{
    private const int MostFavourites = 24;

    /// <summary>Refused: till.branch-unknown.</summary>
    public static Outcome<Till> Read(JsonElement json, Func<string, bool> knowsBranch)
    {
        var fields = DocumentReader.Of(json);
        var title = fields.Title();
        var branch = fields.Code("branch", required: true);
        var favourites = fields.Texts("favourites", MostFavourites);
        fields.Done();
        if (branch is not null && !knowsBranch(branch))
        {
            fields.Refuse("till.branch-unknown", "branch", branch);
        }

        return fields.IsClean
            ? new Till(title!, branch!) { Favourites = [.. favourites.Distinct(StringComparer.Ordinal)] }
            : fields.Refusals;
    }

    public static void Write(Till till, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        TitledDocument.WriteTitle(till.Title, json);
        json.WriteString("branch", till.Branch);
        if (till.Favourites.Count > 0)
        {
            json.WriteStartArray("favourites");
            foreach (var sku in till.Favourites)
            {
                json.WriteStringValue(sku);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
