using System.Reflection;
using Vafa.Core.Values;
using Vafa.Features.Purchases;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Register;

/// <summary>/registers: the folders of cash registers, what was refused, and the format of their receipts.</summary>
internal static class RegistersApi
{
    private const string Markdown = "text/markdown";

    public static void Register(IServiceCollection services)
    {
        services.AddTexts(RegisterTexts.All);
        services.AddSingleton<RegisterFolders>().AddSingleton<JustDone>().AddSingleton<WhyText>();
        services.AddSingleton<PutAway>().AddSingleton<TakeReceipt>().AddSingleton<TakeFile>();
        services.AddSingleton<LookForReceipts>();
        services.AddScoped<SalesOfTills>().AddScoped<ReadRegisters>().AddScoped<RegisterNotices>();
        services.AddScoped<MakeRegisterFolders>().AddScoped<TakeAgain>();
        services.AddSingleton(_ => new RegisterCall(RegisterCall.Usual));
        services.AddHostedService<RegisterWatch>();
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var registers = app.MapGroup("/api/v1/registers").WithTags("registers");
        registers
            .MapGet("", List)
            .Needs(Scopes.Club)
            .Describe("listRegisters", "The tills with the folders of their cash registers and what lies in them.")
            .Gives<RegistersView>();
        registers
            .MapGet("/format", Tell)
            .NeedsAnyKey()
            .Describe("getReceiptFormat", "The page that describes vafa-receipt-1, for whoever installs a register.")
            .Produces<string>(StatusCodes.Status200OK, Markdown);
        registers
            .MapPost("/folders", Make)
            .Needs(Scopes.Club)
            .Describe("makeRegisterFolders", "Makes the folder of receipts and that of each till; gives their paths.")
            .MayConflict()
            .Once()
            .Gives<FoldersMade>(StatusCodes.Status201Created);
        registers
            .MapPost("/{till}/refused/again", Again)
            .Needs(Scopes.Club)
            .Describe(
                "takeReceiptsAgain",
                "Puts a refused file of a till back to be read again, or all of them. What was recorded stays once."
            )
            .Takes<AgainBody>()
            .Once()
            .Gives<PutBack>(StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> List(HttpContext context, ReadRegisters read, CancellationToken ct) =>
        Answers.Value(await read.Run(context.Wording(), ct));

    private static IResult Tell()
    {
        var page = Assembly.GetExecutingAssembly().GetManifestResourceStream("register.md");
        return TypedResults.Stream(page!, Markdown + "; charset=utf-8", "vafa-receipt-1.md");
    }

    private static Task<IResult> Make(HttpContext context, MakeRegisterFolders make, Idempotency idempotency) =>
        idempotency.Once(
            context,
            StatusCodes.Status201Created,
            async ct =>
            {
                var made = await make.Run(context.Actor(), ct);
                return made.IsRefused ? Outcome<FoldersMade>.Refused(made.Refusals) : new FoldersMade(made.Value);
            },
            context.RequestAborted
        );

    private static async Task<IResult> Again(HttpContext context, TakeAgain again, Idempotency idempotency)
    {
        var ct = context.RequestAborted;
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var reader = body.Reader();
        var name = reader.Text("name", 255);
        reader.Done();
        if (!reader.IsClean)
        {
            return Answers.Refused(reader.Refusals);
        }

        var till = PathCode.Read(context);
        if (till.IsRefused)
        {
            return Answers.Refused(till.Refusals);
        }

        return await idempotency.Once(
            context,
            StatusCodes.Status202Accepted,
            async inside =>
            {
                var back = await again.Run(till.Value, name, context.Actor(), inside);
                return back.IsRefused ? Outcome<PutBack>.Refused(back.Refusals) : new PutBack(back.Value);
            },
            ct
        );
    }

    internal sealed record FoldersMade(IReadOnlyList<string> Folders);

    /// <param name="Name">A refused file, as the list calls it; left out: all of them.</param>
    internal sealed record AgainBody(string? Name = null);

    internal sealed record PutBack(int Files);
}
