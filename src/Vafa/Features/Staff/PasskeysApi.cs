using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Vafa.Core.Values;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Staff;

/// <summary>The calls about one's own passkeys.</summary>
internal static class PasskeysApi
{
    private const int LongestName = 64;

    public static void Register(IServiceCollection services)
    {
        services.AddIdentityCore<StaffMember>().AddUserStore<PasskeyStore>();
        services.AddScoped<IPasskeyHandler<StaffMember>, PasskeyHandler<StaffMember>>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // Alone it must be enough: it names its owner, and asked him for finger, face or PIN.
            options.ResidentKeyRequirement = "required";
            options.UserVerificationRequirement = "required";
            options.AuthenticatorTimeout = PasskeyChallenges.Lives;
        });
        services.AddScoped<PasskeyChallenges>();
        services.AddScoped<AddPasskey>();
        services.AddScoped<KeepPasskeys>();
        services.AddScoped<SignInByPasskey>();
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var mine = app.MapGroup("/api/v1/me/passkeys").WithTags("me").NeedsPerson();
        mine.MapGet("", List).Describe("listPasskeys", "My passkeys, newest first.").Gives<PasskeyList>();
        mine.MapPost("/options", Ask)
            .Describe("askPasskey", "What to give to navigator.credentials.create; good for five minutes, once.")
            .Gives<JsonElement>();
        mine.MapPost("", Add)
            .Describe("addPasskey", "Keeps a passkey that the browser has made for the question it was asked.")
            .Takes<AddBody>()
            .Gives<PasskeyView>(StatusCodes.Status201Created);
        mine.MapPatch("/{id:guid}", Rename)
            .Describe("renamePasskey", "Gives a passkey another name.")
            .TakesPatch<RenameBody>()
            .Gives<PasskeyView>();
        mine.MapDelete("/{id:guid}", Remove)
            .Describe("removePasskey", "Forgets a passkey; it opens nothing any more.")
            .Gives<RemovedPasskey>();
    }

    /// <summary>What the platform has written as JSON goes out as it is.</summary>
    internal static IResult Question(string json) => TypedResults.Text(json, "application/json", Encoding.UTF8);

    private static async Task<IResult> List(HttpContext context, KeepPasskeys keep) =>
        Answers.Value(new PasskeyList(await keep.List(Person.Of(context), context.RequestAborted)));

    private static async Task<IResult> Ask(HttpContext context, AddPasskey add) =>
        Question(await add.Ask(Person.Of(context), context));

    private static async Task<IResult> Add(HttpContext context, AddPasskey add)
    {
        var ct = context.RequestAborted;
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var read = body.Reader();
        var name = read.Text("name", LongestName);
        var credential = read.Any("credential", required: true);
        read.Done();
        if (!read.IsClean)
        {
            return Answers.Refused(read.Refusals);
        }

        var request = new AddPasskeyRequest(Person.Of(context), name, credential!.Value.GetRawText(), context);
        return Answers.Of(await add.Run(request, ct), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Rename(HttpContext context, Guid id, KeepPasskeys keep)
    {
        var ct = context.RequestAborted;
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var read = body.Reader();
        var name = read.Text("name", LongestName, required: true);
        read.Done();
        return read.IsClean
            ? Answers.Of(await keep.Rename(Person.Of(context), id, name!, ct))
            : Answers.Refused(read.Refusals);
    }

    private static async Task<IResult> Remove(HttpContext context, Guid id, KeepPasskeys keep) =>
        Answers.Of(
            await keep.Remove(Person.Of(context), id, context.RequestAborted),
            name => Answers.Value(new RemovedPasskey(id, name))
        );

    internal sealed record PasskeyList(IReadOnlyList<PasskeyView> Items);

    internal sealed record RemovedPasskey(Guid Id, string Name);

    /// <param name="Credential">The JSON of the PublicKeyCredential.</param>
    internal sealed record AddBody(string? Name, JsonElement Credential);

    internal sealed record RenameBody(string Name);
}
