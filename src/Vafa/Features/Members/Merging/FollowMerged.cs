using Vafa.Data;

namespace Vafa.Features.Members.Merging;

/// <summary>
/// A call or page about an id that was merged is about the member it became: a call goes on with him, a page leads to
/// his. It comes after the gate, so that only who may ask learns of it.
/// </summary>
internal sealed class FollowMerged(RequestDelegate next)
{
    private const string Pages = "/members";
    private const string Calls = "/api/v1/members";

    public async Task InvokeAsync(HttpContext context, IServiceProvider services)
    {
        var path = context.Request.Path;
        var isCall = path.StartsWithSegments(Calls, StringComparison.OrdinalIgnoreCase, out var rest);
        if (
            (isCall || path.StartsWithSegments(Pages, StringComparison.OrdinalIgnoreCase, out rest))
            && context.GetEndpoint() is not null
            && Named(rest) is { } id
            && await MemberLookup.Follow(services.GetRequiredService<AppDb>(), id, context.RequestAborted) is { } member
        )
        {
            if (!isCall)
            {
                var onward = rest.Value![(id.ToString("D").Length + 1)..];
                context.Response.Redirect($"{Pages}/{member}{onward}{context.Request.QueryString}");
                return;
            }

            context.Request.RouteValues["id"] = member.ToString("D");
        }

        await next(context);
    }

    private static Guid? Named(PathString rest) =>
        Guid.TryParseExact(rest.Value?.TrimStart('/').Split('/')[0], "D", out var id) ? id : null;
}
