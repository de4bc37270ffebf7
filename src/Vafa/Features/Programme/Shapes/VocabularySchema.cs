using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Vafa.Core.Offers;
using Vafa.Core.Values;

namespace Vafa.Features.Programme.Shapes;

/// <summary>
/// The JSON schema of conditions and effects, made from the vocabulary itself: a word's file is the only place that
/// knows its arguments.
/// </summary>
internal static class VocabularySchema
{
    private const string Condition = "Condition";
    private const string Effect = "Effect";

    /// <summary>
    /// Completes the two schemas once all others are made: walking through what refers to itself has no end before.
    /// </summary>
    public static Task Fill(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        Fill(document, Condition, Vocabulary.Conditions);
        Fill(document, Effect, Vocabulary.Effects);
        return Task.CompletedTask;
    }

    private static void Fill(OpenApiDocument document, string name, IEnumerable<VocabularyEntry> words)
    {
        if (document.Components?.Schemas?[name] is not OpenApiSchema schema)
        {
            throw new InvalidOperationException($"The document has no schema {name}.");
        }

        schema.Type = JsonSchemaType.Object;
        schema.AdditionalPropertiesAllowed = false;
        (schema.MinProperties, schema.MaxProperties) = (1, 1);
        schema.Properties = words.ToDictionary(
            w => w.Name,
            w => (IOpenApiSchema)Of(w, document),
            StringComparer.Ordinal
        );
    }

    private static OpenApiSchema Of(VocabularyEntry word, OpenApiDocument document)
    {
        var schema = word.Shape switch
        {
            EntryShape.Conditions => new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchemaReference(Condition, document),
                MinItems = 1,
                MaxItems = 100,
            },
            EntryShape.Condition => new OpenApiSchema { AllOf = [new OpenApiSchemaReference(Condition, document)] },
            EntryShape.OnlyTrue => new OpenApiSchema { Type = JsonSchemaType.Boolean, Enum = [JsonValue.Create(true)] },
            EntryShape.Arguments => Arguments(word.Args),
            _ => throw new InvalidOperationException(word.Name),
        };
        schema.Description = word.Meaning.En;
        schema.Examples = [JsonNode.Parse(word.Example)!];
        return schema;
    }

    private static OpenApiSchema Arguments(IReadOnlyList<Arg> args)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalPropertiesAllowed = false,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal),
        };
        foreach (var arg in args)
        {
            if (arg.Kind is ArgKind.Bound or ArgKind.MoneyBound)
            {
                schema.Properties["atLeast"] = Number(arg);
                schema.Properties["moreThan"] = Number(arg);
                schema.OneOf = [Needs("atLeast"), Needs("moreThan")];
                continue;
            }

            // What counts only for one choice stands in the document once, whatever it then holds.
            schema.Properties.TryAdd(arg.Name, Of(arg));
        }

        var required = args.Where(a =>
            a is { Optional: false, Only: null } && a.Kind is not (ArgKind.Bound or ArgKind.MoneyBound)
        );
        schema.Required = required.Select(a => a.Name).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } names
            ? names
            : null;
        return schema;
    }

    private static OpenApiSchema Of(Arg arg)
    {
        var schema = arg.Kind switch
        {
            ArgKind.Percent or ArgKind.Decimal => Decimal(arg),
            ArgKind.Money or ArgKind.Whole or ArgKind.Amount => Number(arg),
            ArgKind.Codes => new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    MaxLength = 64,
                    Enum = arg.Choices.IsEmpty ? null : [.. arg.Choices.Select(c => JsonValue.Create(c.Word))],
                },
                MinItems = 1,
                MaxItems = 100,
            },
            ArgKind.Unit or ArgKind.Code => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 64 },
            ArgKind.Choice => new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [.. arg.Choices.Select(c => JsonValue.Create(c.Word))],
            },
            ArgKind.Text => Title((int)arg.Max),
            ArgKind.Date => new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = "2026-03-21, or 1405/01/01 in the Jalali calendar.",
            },
            ArgKind.Confirm => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            ArgKind.Window => new OpenApiSchema
            {
                Description = "{\"days\": N}, today included, or day, week, month, year of the club's calendar.",
            },
            ArgKind.Values => new OpenApiSchema { Description = "Text, a number, yes or no, or a list of them." },
            ArgKind.End => new OpenApiSchema { Description = "A number or a day." },
            ArgKind.Items => Items(arg),
            _ => throw new InvalidOperationException(arg.Name),
        };
        schema.Description ??= arg.Label.En;
        return schema;
    }

    private static OpenApiSchema Items(Arg arg) =>
        new()
        {
            Type = JsonSchemaType.Array,
            MinItems = (int)arg.Min,
            MaxItems = (int)arg.Max,
            Items = Arguments(arg.Each),
        };

    private static OpenApiSchema Number(Arg arg) =>
        new()
        {
            Type = JsonSchemaType.Integer,
            Format = "int64",
            Minimum = arg.Min.ToString(CultureInfo.InvariantCulture),
            Maximum = arg.Max.ToString(CultureInfo.InvariantCulture),
        };

    private static OpenApiSchema Decimal(Arg arg)
    {
        var scale = (decimal)Math.Pow(10, arg.Kind == ArgKind.Percent ? 2 : arg.Decimals);
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Number,
            Minimum = (arg.Min / scale).ToString(CultureInfo.InvariantCulture),
            Maximum = (arg.Max / scale).ToString(CultureInfo.InvariantCulture),
        };
    }

    private static OpenApiSchema Title(int most)
    {
        OpenApiSchema text = new() { Type = JsonSchemaType.String, MaxLength = most };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalPropertiesAllowed = false,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["fa"] = text,
                ["en"] = text,
            },
        };
    }

    private static OpenApiSchema Needs(string name) => new() { Required = new HashSet<string> { name } };
}
