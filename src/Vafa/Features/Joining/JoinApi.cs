using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Vafa.Core.Values;
using Vafa.Features.Staff;
using Vafa.Ui;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Joining;

/// <summary>Joining by oneself: the form of the public page, and the office's switch for it.</summary>
internal static class JoinApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<JoinLinks>();
        services.AddScoped<AskToJoin>();
        services.AddScoped<ReadJoinCodes>();
        services.AddScoped<ChangeJoinDoor>();
        services.AddSingleton(_ => new JoinCall(JoinCall.Usual));
        services.AddSingleton<EnrolJoined>();
        services.AddHostedService(provider => provider.GetRequiredService<EnrolJoined>());
        services.AddTexts(JoinTexts.Sentences);
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        // The same page again, with what was typed, where something is wrong with it.
        app.MapPost("/join/{token}", Ask)
            .AllowAnonymous()
            .ExcludeFromDescription()
            .WithMetadata(
                new RequestSizeLimitAttribute(StaffApi.LargestForm),
                new ComponentTypeMetadata(typeof(JoinPage))
            );
        var join = app.MapGroup("/api/v1/join").WithTags("club").Needs(Scopes.Club);
        join.MapGet("", Read)
            .Describe("getJoining", "Whether people may join by themselves, by a link at the till or on a receipt.")
            .Gives<JoinView>();
        join.MapPut("", Put)
            .Describe("putJoining", "Lets people join by themselves, or no longer.")
            .Takes<JoinBody>()
            .Gives<JoinView>();
        join.MapPost("/links", EndLinks)
            .Describe("endJoinLinks", "Ends every link to join that is out; tills show new ones within a minute.")
            .Gives<JoinView>();
    }

    private static async Task<IResult> Ask(
        string token,
        HttpContext context,
        JoinLinks links,
        AskToJoin ask,
        IAntiforgery guard
    )
    {
        var ct = context.RequestAborted;
        if (await StaffApi.Form(context, guard) is not { } form)
        {
            return Again(context, new JoinForm(null, null, null, Sms: false), [new Refusal("form.stale")]);
        }

        var typed = new JoinForm(
            form["mobile"].ToString(),
            form["firstName"].ToString(),
            form["birthDate"].ToString(),
            form["sms"].Count > 0
        );
        if (await links.Read(token, ct) is not { } link)
        {
            // The page says itself that the link is over.
            return Again(context, typed, []);
        }

        var asked = await ask.Run(new AskToJoinRequest(typed, link, Visitor.Of(context).Address), ct);
        if (!asked.IsRefused)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = JoinedPage.Path;
            return Results.Empty;
        }

        context.Response.StatusCode =
            asked.Refusals[0].Code == "join.too-many"
                ? StatusCodes.Status429TooManyRequests
                : StatusCodes.Status422UnprocessableEntity;
        return Again(context, typed, asked.Refusals);
    }

    private static RazorComponentResult<Site> Again(HttpContext context, JoinForm typed, IReadOnlyList<Refusal> why)
    {
        context.Features.Set(new JoinTyped(typed, why));
        return new RazorComponentResult<Site> { StatusCode = null };
    }

    private static async Task<IResult> Read(ChangeJoinDoor door, CancellationToken ct) =>
        Answers.Value(await door.Read(ct));

    private static async Task<IResult> Put(HttpContext context, ChangeJoinDoor door, CancellationToken ct)
    {
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var read = body.Reader();
        var open = read.YesNo("open", required: true);
        read.Done();
        return read.IsClean
            ? Answers.Value(await door.Open(open!.Value, context.Actor(), ct))
            : Answers.Refused(read.Refusals);
    }

    private static async Task<IResult> EndLinks(HttpContext context, ChangeJoinDoor door, CancellationToken ct) =>
        Answers.Value(await door.EndLinks(context.Actor(), ct));

    /// <summary>The body, for the API's description.</summary>
    internal sealed record JoinBody(bool Open);
}

/// <summary>What was typed, and what is wrong with it.</summary>
internal sealed record JoinTyped(JoinForm Form, IReadOnlyList<Refusal> Why);
