using System.Text.Json;
using Vafa.Core.Offers.Conditions;

namespace Vafa.Features.Programme.Settings;

/// <summary>
/// As much of a rule's condition as its form shows: a least amount and groups of members. A richer one is kept as it
/// stands.
/// </summary>
/// <param name="AtLeast">In the smallest money unit; null: any.</param>
/// <param name="Groups">Codes; none: everybody.</param>
internal sealed record SimpleCondition(long? AtLeast, IReadOnlyList<string> Groups)
{
    public static readonly SimpleCondition None = new(null, []);

    /// <summary>Null for a richer condition.</summary>
    public static SimpleCondition? Of(JsonElement? when)
    {
        if (when is not { ValueKind: JsonValueKind.Object } tree)
        {
            return None;
        }

        var simple = None;
        foreach (
            var part in tree.TryGetProperty(All.Entry.Name, out var all) ? [.. all.EnumerateArray()] : new[] { tree }
        )
        {
            if (simple.With(part) is not { } more)
            {
                return null;
            }

            simple = more;
        }

        return simple;
    }

    private SimpleCondition? With(JsonElement part)
    {
        if (AtLeast is null && Of(part, BasketTotal.Entry.Name, "atLeast") is { ValueKind: JsonValueKind.Number } least)
        {
            return this with { AtLeast = least.GetInt64() };
        }

        return Groups.Count == 0 && Of(part, InGroup.Entry.Name, "in") is { ValueKind: JsonValueKind.Array } codes
            ? this with
            {
                Groups = [.. codes.EnumerateArray().Select(c => c.GetString()!)],
            }
            : null;
    }

    private static JsonElement? Of(JsonElement part, string word, string argument) =>
        part.TryGetProperty(word, out var arguments) && arguments.TryGetProperty(argument, out var value)
            ? value
            : null;
}
