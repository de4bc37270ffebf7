using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Import.Jobs;

/// <summary>What somebody chose for his file.</summary>
/// <param name="Columns">Field by the place of its column, from "0"; a column that is not named is left out.</param>
/// <param name="Money">"toman" or "rial": what the amounts of money in the file are in.</param>
/// <param name="Duplicates">"keepFirst", "keepLast" or "rejectAll" rows of the same member.</param>
public sealed record ImportSettings(IReadOnlyDictionary<string, string> Columns, string Money, string Duplicates)
{
    public const string Toman = "toman";
    public const string Rial = "rial";
    public const string KeepFirst = "keepFirst";

    private const int RialsOfToman = 10;

    internal TwinRule Rule =>
        Duplicates switch
        {
            "keepLast" => TwinRule.KeepLast,
            "rejectAll" => TwinRule.RejectAll,
            _ => TwinRule.KeepFirst,
        };

    /// <summary>Whether somebody gets an opening balance by it.</summary>
    internal bool BringsBalances =>
        Columns.Values.Any(f => f.StartsWith(ImportFields.Wallet, StringComparison.Ordinal));

    internal Mapping Mapping(string kind, ClubVersion club) =>
        Import.Mapping.Of(
            Columns.Select(c =>
                (
                    c.Value,
                    int.Parse(c.Key, System.Globalization.CultureInfo.InvariantCulture),
                    ImportFields.IsMoney(kind, c.Value, club) ? Scale(club.Settings.Currency) : 1
                )
            )
        );

    /// <summary>Other money is written with two decimals and kept in its hundredths.</summary>
    private decimal Scale(string currency) =>
        currency != "IRR" ? 100
        : Money == Toman ? RialsOfToman
        : 1;

    /// <summary>
    /// Reads the body of PUT mapping. Refused at their pointers: import.column, import.field, import.field-twice,
    /// import.key-field and what the document reader refuses.
    /// </summary>
    internal static Outcome<ImportSettings> Read(DocumentReader body, string kind, int columns, ClubVersion club)
    {
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        if (body.Below("columns", required: true) is { } below)
        {
            ReadColumns(below, ImportFields.Of(kind, club), columns, chosen);
            if (below.IsClean && !ImportFields.Keys(kind).Any(chosen.ContainsValue))
            {
                body.Refuse(kind == ImportFields.Members ? "import.no-member-key" : "import.no-sku", "columns");
            }
        }

        var money = body.Choice<bool>("money", false, (Toman, true), (Rial, false));
        var rule = body.Choice<int>("duplicates", false, (KeepFirst, 0), ("keepLast", 1), ("rejectAll", 2));
        body.Done();
        return body.IsClean
            ? new ImportSettings(
                chosen,
                money ?? club.Settings.ShowToman ? Toman : Rial,
                rule is 1 ? "keepLast"
                    : rule is 2 ? "rejectAll"
                    : KeepFirst
            )
            : body.Refusals;
    }

    private static bool IsEmpty(JsonElement said) => said.ValueKind == JsonValueKind.String && said.ValueEquals("");

    private static void ReadColumns(
        DocumentReader body,
        IReadOnlyList<string> fields,
        int columns,
        Dictionary<string, string> chosen
    )
    {
        for (var i = 0; i < columns; i++)
        {
            var place = i.ToString(System.Globalization.CultureInfo.InvariantCulture);

            // A form sends "" for a column that nobody wants.
            if (body.Any(place) is not { } said || IsEmpty(said) || body.Text(place, 100) is not { } field)
            {
                continue;
            }

            if (!fields.Contains(field, StringComparer.Ordinal))
            {
                body.Refuse("import.field", place, field);
            }
            else if (chosen.ContainsValue(field))
            {
                body.Refuse("import.field-twice", place);
            }
            else
            {
                chosen[place] = field;
            }
        }

        body.Done();
    }
}
