using System.CommandLine;
using System.Globalization;
using Vafa.Core.Values;
using Vafa.Features.Import;

namespace Vafa.Cli;

/// <summary>`import members|products|purchases FILE`.</summary>
internal static class ImportVerb
{
    private const string Help =
        "Brings a file in: comma, semicolon, tab or blanks between the columns, the first line names them. The same "
        + "file again adds nothing. Bad rows go to FILE.rejected.csv (into the working directory where FILE or its "
        + "folder is read-only), a sale with a bad line as a whole; good ones are kept.";

    private const string MapHelp =
        "field=column, with commas between. A number may be scaled (unitPrice=col*100) and is rounded half up to whole "
        + "units; a text may be put together (mobile=0999{household:7}, the number of digits after the colon) or fixed "
        + "(branch='main'). A field that is not mapped takes the column of its own name.";

    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "Text file in UTF-8." };
        var map = new Option<string[]>("--map") { Description = MapHelp, AllowMultipleArgumentsPerToken = true };
        var rejected = new Option<string?>("--rejected") { Description = "Where bad rows go instead." };
        var dry = new Option<bool>("--dry-run") { Description = "Tell what would happen and change nothing." };
        var earn = new Option<bool>("--earn")
        {
            Description = "The earning rules in force now earn on each sale; no offers, no messages.",
        };
        var create = new Option<bool>("--create-members")
        {
            Description = "Make a member of each unknown mobile or card; without it such sales are rejected.",
        };
        ImportRequest Request(ParseResult parsed) =>
            new(
                parsed.GetValue(file)!,
                Words(parsed.GetValue(map) ?? []),
                parsed.GetValue(rejected),
                parsed.GetValue(earn),
                parsed.GetValue(create),
                parsed.GetValue(dry)
            );

        var purchases = new Command("purchases", "Sales as history.") { file, map, earn, create, rejected, dry };
        var members = new Command("members", "Members, with groups and opening balances (wallet:UNIT=column).")
        {
            file,
            map,
            rejected,
            dry,
        };
        var products = new Command("products", "Products and their groups.") { file, map, rejected, dry };
        purchases.SetAction((p, ct) => Run<ImportPurchases>(p, "sales", Request(p), (i, r, g) => i.Run(r, g, ct), ct));
        members.SetAction((p, ct) => Run<ImportMembers>(p, "members", Request(p), (i, r, g) => i.Run(r, g, ct), ct));
        products.SetAction((p, ct) => Run<ImportProducts>(p, "products", Request(p), (i, r, g) => i.Run(r, g, ct), ct));
        return new Command("import", Help) { members, products, purchases };
    }

    private static async Task<int> Run<T>(
        ParseResult parsed,
        string what,
        ImportRequest request,
        Func<T, ImportRequest, ImportProgress, Task<Outcome<ImportTally>>> import,
        CancellationToken ct
    )
        where T : notnull
    {
        if (!File.Exists(request.File))
        {
            return await Say.Sorry(Verbs.WrongUse, $"There is no file {request.File}.");
        }

        await using var club = await Club.Open(parsed.GetValue(Verbs.Data)!, ct: ct);
        await using var scope = club.Services.CreateAsyncScope();
        var importer = scope.ServiceProvider.GetRequiredService<T>();
        var done = await ProgressBar.Run(
            Path.GetFileName(request.File),
            moved => import(importer, request, new ImportProgress(moved))
        );
        if (done.IsRefused)
        {
            return await Say.Refused(club, done.Refusals);
        }

        await Tell(what, request, done.Value);
        return Verbs.Done;
    }

    private static async Task Tell(string what, ImportRequest request, ImportTally tally)
    {
        var would = request.DryRun ? "would be " : "";
        await Say.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{tally.Rows} rows: {tally.Added} {what} {would}added, {tally.Changed} changed, "
            )
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"{tally.Known} there already, {tally.Rejected} rows {would}rejected"
                )
        );
        if (tally.Members > 0)
        {
            await Say.Line(string.Create(CultureInfo.InvariantCulture, $"{tally.Members} members {would}made"));
        }

        if (tally.Rounded > 0)
        {
            await Say.Line(
                string.Create(CultureInfo.InvariantCulture, $"{tally.Rounded} numbers were rounded to whole units")
            );
        }

        foreach (var row in tally.FirstRejected)
        {
            await Say.Line("  " + row);
        }

        if (tally.RejectedFile is { } file)
        {
            await Say.Line($"Rejected rows with their reasons are in {file}");
        }
    }

    /// <summary>Commas stand between fields; one within {…} or '…' belongs to its field.</summary>
    private static List<string> Words(string[] written)
    {
        var words = new List<string>();
        foreach (var text in written)
        {
            var start = 0;
            var quoted = false;
            for (var i = 0; i <= text.Length; i++)
            {
                if (i == text.Length || (text[i] == ',' && !quoted))
                {
                    words.Add(text[start..i].Trim());
                    start = i + 1;
                }
                else
                {
                    quoted = text[i] == '\'' ? !quoted : quoted;
                }
            }
        }

        words.RemoveAll(w => w.Length == 0);
        return words;
    }
}
