using Vafa.Core.Values;
using Vafa.Features.Export;
using Vafa.Features.Programme;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Import.Jobs;

/// <summary>A file comes in by steps: upload, mapping, dry run, run; each state can be asked for.</summary>
internal static class ImportsApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var imports = app.MapGroup("/api/v1/imports").WithTags("imports").Needs(Scopes.Members);
        foreach (var kind in (string[])[ImportFields.Members, ImportFields.Products])
        {
            imports
                .MapPost("/" + kind, (HttpContext context, UploadImport upload) => Upload(context, kind, upload))
                .Describe(
                    kind == ImportFields.Members ? "uploadMembers" : "uploadProducts",
                    "Takes an .xlsx or CSV file of at most 20 MiB, as the body or as the field file of a form, and "
                        + "guesses its columns. Nothing is brought in yet."
                )
                .Asks("name", "The name of the file, where the body is the file itself.")
                .Accepts<byte[]>("application/octet-stream", "multipart/form-data", "*/*")
                .Gives<ImportView>(StatusCodes.Status201Created);
            imports
                .MapGet(
                    "/" + kind + "/example",
                    (HttpContext context, ProgrammeStore programmes) => ImportExample.Give(context, kind, programmes)
                )
                .Describe(
                    kind == ImportFields.Members ? "exampleMembers" : "exampleProducts",
                    "A small workbook with the usual columns, to fill in."
                )
                .Produces<byte[]>(StatusCodes.Status200OK, XlsxSheet.ContentType);
        }

        imports
            .MapGet("/{id:guid}", Get)
            .Describe("getImport", "How far an import is, its columns, and what was found out.")
            .Gives<ImportView>();
        imports
            .MapPut("/{id:guid}/mapping", Choose)
            .Describe("mapImport", "Says what each column is; with balances the scope `ledger` is needed, too.")
            .MayConflict()
            .Takes<SettingsShape>()
            .Gives<ImportView>();
        imports
            .MapPost("/{id:guid}/dry-run", RunImports.DryRun)
            .Describe("tryImport", "Finds out what would become of every row and changes nothing.")
            .Once()
            .Gives<ImportView>();
        imports
            .MapPost("/{id:guid}/run", RunImports.Start)
            .Describe("runImport", "Starts bringing the file in; GET tells how far it is. One import at a time.")
            .Once()
            .Gives<ImportView>(StatusCodes.Status202Accepted);
        imports
            .MapGet("/{id:guid}/rejected", RunImports.Rejected)
            .Describe("getRejectedRows", "The rejected rows of the last dry run or run as CSV, each with its reason.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv");
        imports
            .MapDelete("/{id:guid}", Drop)
            .Describe("dropImport", "Deletes the file and all that was found out; what was brought in stays.")
            .MayConflict()
            .Gives<ImportView>();
    }

    private static async Task<IResult> Upload(HttpContext context, string kind, UploadImport upload)
    {
        var ct = context.RequestAborted;
        if (ImportJobs.MayBring(kind, context.Actor()) is { } no)
        {
            return Answers.Refused(no);
        }

        if (context.Request.ContentLength > ImportFiles.MostBytes + UploadedFile.Envelope)
        {
            return TooLarge(context);
        }

        if (await UploadedFile.Of(context, ct) is not { } file)
        {
            return Answers.Refused(new Refusal("import.no-file") { Kind = RefusalKind.BadCall });
        }

        var done = await upload.Run(new UploadImportRequest(kind, file.Name, file.Content, context.Actor()), ct);
        return done.IsRefused && done.Refusals[0].Code == "import.too-large" ? TooLarge(context)
            : done.IsRefused ? Answers.Refused(done.Refusals)
            : Answers.Value(await View(context, done.Value), StatusCodes.Status201Created);
    }

    private static Problem TooLarge(HttpContext context)
    {
        context.Response.Headers.Connection = "close";
        return new Problem(
            StatusCodes.Status413PayloadTooLarge,
            "import.too-large",
            ImportFiles.MostBytes / Body.MaxBytes
        );
    }

    private static async Task<IResult> Get(HttpContext context, Guid id, ImportJobs jobs)
    {
        var found = await jobs.Find(id, context.Actor(), context.RequestAborted);
        return found.IsRefused ? Answers.Refused(found.Refusals) : Answers.Value(await View(context, found.Value));
    }

    private static async Task<IResult> Choose(
        HttpContext context,
        Guid id,
        ImportJobs jobs,
        MapImport map,
        ProgrammeStore programmes
    )
    {
        var ct = context.RequestAborted;
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var found = await jobs.Find(id, context.Actor(), ct);
        if (found.IsRefused)
        {
            return Answers.Refused(found.Refusals);
        }

        var club = await programmes.Newest(ct);
        var mapped = await map.Run(new MapImportRequest(found.Value, body.Reader(), club, context.Actor()), ct);
        return mapped.IsRefused ? Answers.Refused(mapped.Refusals) : Answers.Value(await View(context, mapped.Value));
    }

    private static async Task<IResult> Drop(HttpContext context, Guid id, ImportJobs jobs, DropImport drop)
    {
        var found = await jobs.Find(id, context.Actor(), context.RequestAborted);
        if (found.IsRefused)
        {
            return Answers.Refused(found.Refusals);
        }

        var view = await View(context, found.Value);
        var dropped = await drop.Run(found.Value, context.RequestAborted);
        return dropped.IsRefused ? Answers.Refused(dropped.Refusals) : Answers.Value(view);
    }

    internal static Task<ImportView> View(HttpContext context, ImportJob job) =>
        context.RequestServices.GetRequiredService<ViewImport>().Run(job, context.Wording(), context.RequestAborted);

    /// <summary>The body of PUT mapping, for the API's description.</summary>
    /// <param name="Columns">By the index of the column: {"0": "mobile", "3": "wallet:points"}.</param>
    /// <param name="Money">"toman" or "rial".</param>
    /// <param name="Duplicates">"keepFirst", "keepLast" or "rejectAll".</param>
    internal sealed record SettingsShape(
        IReadOnlyDictionary<string, string?> Columns,
        string? Money,
        string? Duplicates
    );
}
