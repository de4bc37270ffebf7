using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Features.Staff;

/// <summary>
/// Where the forms of sign-in, one-time link and sign-out are posted. Each goes on to a page: to where the reader
/// wanted, or back to the form with ?error=CODE.
/// </summary>
public static class StaffApi
{
    internal const long LargestForm = 16 * 1024;

    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<Passwords>();
        services.AddScoped<SignInLimit>();
        services.AddScoped<Sessions>();
        services.AddScoped<CreateStaff>();
        services.AddScoped<LetOwnerIn>();
        services.AddScoped<OpenLink>();
        services.AddScoped<SignIn>();
        services.AddScoped<SignOut>();
        services.AddScoped<EnterDemo>();
        services.AddSingleton<KnownDevices>();
        services.AddScoped<ChangePin>();
        services.AddScoped<CheckPin>();
        services.AddScoped<CountTries>();
        services.AddScoped<ClearPin>();
        services.AddScoped<PeopleAtTill>();
        PeopleApi.Register(services);
        SessionsApi.Register(services);
        PasskeysApi.Register(services);
        services.AddTexts(StaffTexts.Sentences);
        services
            .AddAuthentication(StaffSessionHandler.Name)
            .AddScheme<AuthenticationSchemeOptions, StaffSessionHandler>(StaffSessionHandler.Name, null);
        services.AddAuthorization();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "vafa_form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("").ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        forms.MapPost("/sign-in", SignIn);
        forms.MapPost("/enter/{secret}", Enter);
        forms.MapPost("/sign-out", SignOut);
        forms.MapPost("/sign-in/demo", Demo);
        forms.MapPost("/sign-in/passkey/options", AskPasskey);
        forms.MapPost("/sign-in/passkey", Passkey);
        PeopleApi.Map(app);
        SessionsApi.Map(app);
        PasskeysApi.Map(app);
        QrApi.Map(app);
    }

    private static async Task<IResult> SignIn(HttpContext context, SignIn signIn, IAntiforgery guard)
    {
        if (await Form(context, guard) is not { } form)
        {
            return See("/sign-in?error=form.stale");
        }

        var back = form["back"].ToString();
        var page = "/sign-in" + (IsOurs(back) ? "?back=" + Uri.EscapeDataString(back) : "");
        var request = new SignInRequest(form["user"], form["password"], Visitor.Of(context));
        var outcome = await signIn.Run(request, context.RequestAborted);
        return outcome.IsRefused ? Again(context, page, outcome.Refusals[0]) : GoOn(context, outcome.Value, back);
    }

    private static async Task<IResult> Enter(HttpContext context, string secret, OpenLink openLink, IAntiforgery guard)
    {
        var page = "/enter/" + Uri.EscapeDataString(secret);
        if (await Form(context, guard) is not { } form)
        {
            return See(page + "?error=form.stale");
        }

        var request = new OpenLinkRequest(secret, form["password"], Visitor.Of(context));
        var outcome = await openLink.Run(request, context.RequestAborted);
        return outcome.IsRefused ? Again(context, page, outcome.Refusals[0]) : GoOn(context, outcome.Value, null);
    }

    private static async Task<IResult> Demo(HttpContext context, EnterDemo enter, IAntiforgery guard)
    {
        if (await Form(context, guard) is not { } form)
        {
            return See("/sign-in?error=form.stale");
        }

        var outcome = await enter.Run(form["role"].ToString(), context, context.RequestAborted);
        return outcome.IsRefused ? Again(context, "/sign-in", outcome.Refusals[0]) : GoOn(context, outcome.Value, null);
    }

    /// <summary>The two calls of passkey.ts; a page of another site cannot send their header.</summary>
    private static async Task<IResult> AskPasskey(HttpContext context, SignInByPasskey signIn) =>
        ApiGate.ComesFromOurPage(context.Request)
            ? PasskeysApi.Question(await signIn.Ask(context))
            : new Problem(StatusCodes.Status403Forbidden, "staff.foreign-page");

    private static async Task<IResult> Passkey(HttpContext context, SignInByPasskey signIn)
    {
        if (!ApiGate.ComesFromOurPage(context.Request))
        {
            return new Problem(StatusCodes.Status403Forbidden, "staff.foreign-page");
        }

        var body = await Body.Read(context, context.RequestAborted);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var outcome = await signIn.Run(body.Json.GetRawText(), context, context.RequestAborted);
        if (outcome.IsRefused)
        {
            return SessionsApi.Told(outcome);
        }

        Keep(context, outcome.Value);
        return Answers.Value(new { user = outcome.Value.SignedIn.User });
    }

    private static async Task<IResult> SignOut(HttpContext context, SignOut signOut, IAntiforgery guard)
    {
        if (await Form(context, guard) is null)
        {
            return See("/?error=form.stale");
        }

        if (StaffCookie.Of(context.Request) is { } cookie)
        {
            await signOut.Run(cookie, context.RequestAborted);
        }

        StaffCookie.Forget(context);
        return See("/sign-in");
    }

    /// <summary>
    /// The posted form; null when it was not made by a page of ours or the page is too old. Asked by hand, so that a
    /// human gets his form again and no problem document.
    /// </summary>
    internal static async Task<IFormCollection?> Form(HttpContext context, IAntiforgery guard)
    {
        try
        {
            return context.Request.HasFormContentType && await guard.IsRequestValidAsync(context)
                ? await context.Request.ReadFormAsync(context.RequestAborted)
                : null;
        }
        catch (Exception malformed) when (malformed is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static IResult GoOn(HttpContext context, NewSession session, string? back)
    {
        Keep(context, session);
        return See(IsOurs(back) ? back! : "/");
    }

    private static void Keep(HttpContext context, NewSession session)
    {
        StaffCookie.Keep(context, session.Cookie);
        var devices = context.RequestServices.GetRequiredService<KnownDevices>();
        devices.Remember(context, session.SignedIn.User);
    }

    private static IResult Again(HttpContext context, string form, Refusal refusal)
    {
        var address = form + (form.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "error=" + refusal.Code;
        if (refusal.Code != "sign-in.too-many")
        {
            return See(address);
        }

        // A program reads the status and Retry-After, a browser goes on to the form that says so.
        var seconds = Convert.ToString(refusal.Args[0], CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        context.Response.Headers["Refresh"] = $"0; url={address}&after={seconds}";
        return Results.Content("", "text/html", statusCode: StatusCodes.Status429TooManyRequests);
    }

    /// <summary>303: what was posted is not posted again by going back.</summary>
    private static IResult See(string address) => new SeeOther(address);

    /// <summary>A path of this program and nothing that a browser takes for another host.</summary>
    internal static bool IsOurs(string? back) =>
        back is { Length: > 0 and <= 500 }
        && back[0] == '/'
        && (back.Length == 1 || back[1] is not ('/' or '\\'))
        && !back.Any(char.IsControl);

    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            httpContext.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }
    }
}
