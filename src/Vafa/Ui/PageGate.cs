using System.Security.Claims;
using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Ui;

/// <summary>Opens the reader of a page: his language, his name; and turns away who may not read it.</summary>
internal sealed class PageGate(RequestDelegate next, ClubVoice voice)
{
    private const string LanguageCookie = "vafa_lang";

    public Task InvokeAsync(HttpContext context, Reader reader, TimeProvider clock, IWebHostEnvironment place)
    {
        if (!Pages.IsPage(context))
        {
            return next(context);
        }

        context.Response.Headers.CacheControl = "no-cache, no-store";
        reader.Open(voice.Own with { Persian = IsPersian(context) }, clock.GetUtcNow());
        reader.Visit(Staff(context.User), context.ActorOrNobody(), context.Request.Path + context.Request.QueryString);
        if (
            context.GetEndpoint()?.Metadata.GetMetadata<DevelopmentOnlyAttribute>() is not null
            && !place.IsDevelopment()
        )
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (
            context.GetEndpoint()?.Metadata.GetMetadata<ForScopeAttribute>() is { } needed
            && !(needed.ToAct ? reader.MayChange(needed.Scope) : reader.May(needed.Scope))
        )
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static SignedIn? Staff(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true, Name: { } name }
            ? new SignedIn(name, user.FindFirstValue(ClaimTypes.Role) ?? "")
            : null;

    /// <summary>?lang= chooses and is remembered; else what was chosen before, else the club's language.</summary>
    private bool IsPersian(HttpContext context)
    {
        if (context.Request.Query["lang"].ToString() is ("fa" or "en") and var asked)
        {
            context.Response.Cookies.Append(
                LanguageCookie,
                asked,
                new CookieOptions
                {
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = context.Request.IsHttps,
                    MaxAge = TimeSpan.FromDays(365),
                }
            );
            context.Items[LanguageCookie] = asked;
        }

        // A page that stands in another's place, because that is refused or broken, is opened without its question.
        return (context.Items[LanguageCookie] ?? context.Request.Cookies[LanguageCookie]) switch
        {
            "fa" => true,
            "en" => false,
            _ => voice.Own.Persian,
        };
    }
}
