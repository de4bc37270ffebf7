using Vafa.Core.Values;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Staff;

/// <summary>The calls about one's own password and sessions, and an owner's about those of others.</summary>
internal static class SessionsApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ReadSessions>();
        services.AddScoped<EndSessions>();
        services.AddScoped<PasswordRules>();
        services.AddScoped<ChangePassword>();
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var mine = app.MapGroup("/api/v1").WithTags("me").NeedsPerson();
        mine.MapGet("/sessions", Mine).Describe("listSessions", "My open sessions, newest first.").Gives<SessionList>();
        mine.MapDelete("/sessions/{id:guid}", EndMine)
            .Describe("endSession", "Signs one of my browsers out.")
            .Gives<Ended>();
        mine.MapPost("/sessions/end-others", EndOthers)
            .Describe("endOtherSessions", "Signs all my browsers out but this one.")
            .Gives<Ended>();
        mine.MapPost("/me/password", Password)
            .Describe("changePassword", "Changes my password; my other sessions end.")
            .Takes<PasswordBody>()
            .Gives<Ended>();
        mine.MapPost("/me/pin", ChoosePin)
            .Describe("setPin", "Chooses the PIN that I use at the tills, by my password.")
            .Takes<PinBody>()
            .Gives<PinSet>();
        app.MapDelete("/api/v1/staff/{user}/pin", TakePin)
            .WithTags("staff")
            .Needs(Scopes.Staff)
            .Describe("clearPin", "Takes somebody's PIN away; he chooses a new one by his password.")
            .Gives<StaffView>();
        var others = app.MapGroup("/api/v1/staff/{user}/sessions").WithTags("staff").Needs(Scopes.Staff);
        others
            .MapGet("", Others)
            .Describe("listStaffSessions", "The open sessions of somebody, newest first.")
            .Gives<SessionList>();
        others
            .MapDelete("/{id:guid}", EndTheirs)
            .Describe("endStaffSession", "Signs one of somebody's browsers out.")
            .Gives<Ended>();
        others
            .MapDelete("", EndAllTheirs)
            .Describe("endStaffSessions", "Signs all of somebody's browsers out.")
            .Gives<Ended>();
    }

    private static Task<IResult> Mine(HttpContext context, ReadSessions read) =>
        Listed(Person.Of(context).User, context, read);

    private static Task<IResult> Others(string user, HttpContext context, ReadSessions read) =>
        Listed(user, context, read);

    private static async Task<IResult> Listed(string user, HttpContext context, ReadSessions read)
    {
        var here = context.Actor().Role is null ? Guid.Empty : Person.Of(context).Session;
        return Answers.Of(
            await read.Of(user, here, context.RequestAborted),
            sessions => Answers.Value(new SessionList(sessions))
        );
    }

    private static async Task<IResult> EndMine(HttpContext context, Guid id, EndSessions end)
    {
        var me = Person.Of(context);
        var request = new EndSessionsRequest(me.User, id, null, me.By);
        return Answers.Of(await end.Run(request, context.RequestAborted));
    }

    private static async Task<IResult> EndOthers(HttpContext context, EndSessions end)
    {
        var me = Person.Of(context);
        var request = new EndSessionsRequest(me.User, null, me.Session, me.By);
        return Answers.Of(await end.Run(request, context.RequestAborted));
    }

    private static async Task<IResult> EndTheirs(string user, Guid id, HttpContext context, EndSessions end)
    {
        var request = new EndSessionsRequest(user, id, null, context.Actor().By);
        return Answers.Of(await end.Run(request, context.RequestAborted));
    }

    private static async Task<IResult> EndAllTheirs(string user, HttpContext context, EndSessions end)
    {
        var request = new EndSessionsRequest(user, null, null, context.Actor().By);
        return Answers.Of(await end.Run(request, context.RequestAborted));
    }

    private static async Task<IResult> Password(HttpContext context, ChangePassword change)
    {
        var ct = context.RequestAborted;
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var read = body.Reader();
        var before = Exactly(read, "old");
        var wanted = Exactly(read, "new");
        read.Done();
        if (!read.IsClean)
        {
            return Answers.Refused(read.Refusals);
        }

        var address = Visitor.Of(context).Address;
        var request = new ChangePasswordRequest(Person.Of(context), before!, wanted!, address);
        return Told(await change.Run(request, ct));
    }

    private static async Task<IResult> ChoosePin(HttpContext context, ChangePin change)
    {
        var ct = context.RequestAborted;
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var read = body.Reader();
        var (password, pin) = (Exactly(read, "password"), read.Text("pin", 20, required: true));
        read.Done();
        if (!read.IsClean)
        {
            return Answers.Refused(read.Refusals);
        }

        var me = Person.Of(context);
        var address = Visitor.Of(context).Address;
        var request = new ChangePinRequest(me.User, password!, pin!, address, "session " + me.Session);
        return Told(await change.Run(request, ct));
    }

    private static async Task<IResult> TakePin(string user, HttpContext context, ClearPin clear, ReadStaff read)
    {
        var ct = context.RequestAborted;
        var cleared = await clear.Run(new ClearPinRequest(user, context.Actor().By), ct);
        return cleared.IsRefused ? Answers.Refused(cleared.Refusals) : Answers.Of(await read.Run(cleared.Value, ct));
    }

    /// <summary>A password as it was typed, with its spaces.</summary>
    private static string? Exactly(DocumentReader read, string name) =>
        read.Any(name) is { ValueKind: System.Text.Json.JsonValueKind.String } value && value.GetString() is { } text
            ? text
            : read.Text(name, required: true);

    /// <summary>Too many tries say when to come back, as everywhere.</summary>
    internal static IResult Told<T>(Outcome<T> outcome) =>
        outcome is { IsRefused: true } && outcome.Refusals[0] is { Code: "sign-in.too-many" } tooMany
            ? new Problem(StatusCodes.Status429TooManyRequests, tooMany.Code, tooMany.Args)
            {
                RetryAfterSeconds = (int)tooMany.Args[0],
            }
            : Answers.Of(outcome);

    /// <summary>The open sessions of one person, who has few.</summary>
    internal sealed record SessionList(IReadOnlyList<SessionView> Items);

    /// <summary>The body, for the API's description.</summary>
    internal sealed record PasswordBody(string Old, string New);

    internal sealed record PinBody(string Password, string Pin);
}
