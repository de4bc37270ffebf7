using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Features.Programme.Shapes;
using Vafa.Features.Timeline;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Members.Groups;

/// <summary>What a group's rule would do, and what it did.</summary>
internal static class GroupsApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<PreviewGroup>();
        services.AddScoped<ReadGroupMoves>();
        services.AddScoped<ReadGroupPage>();
        services.AddScoped<GroupsDue>();
        services.AddScoped<MoveGroups>();
        services.AddScoped<ITimelineSource, GroupMovesOnTimeline>();
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/groups/{code}").WithTags(DocumentKind.Group.Address);
        group
            .MapPost("/preview", Preview)
            .Needs(Scopes.Offers)
            .Describe("previewGroup", "Whom a rule would move into the group and out of it today; writes nothing.")
            .Takes<GroupShape>()
            .Gives<GroupPreview>();
        group
            .MapGet("/moves", Moves)
            .Needs(Scopes.Members)
            .Describe("listGroupMoves", "Whom the group's rule moved, the newest first.")
            .GivesList<GroupMove>();
    }

    private static async Task<IResult> Preview(HttpContext context, PreviewGroup preview, CancellationToken ct)
    {
        var code = PathCode.Read(context);
        if (code.IsRefused)
        {
            return Answers.Refused(code.Refusals);
        }

        var body = await Body.Read(context, ct);
        return body.Problem ?? Answers.Of(await preview.Run(body.Reader(), code.Value, context.Wording().Persian, ct));
    }

    private static async Task<IResult> Moves(HttpContext context, ReadGroupMoves read, CancellationToken ct)
    {
        var code = PathCode.Read(context);
        var paging = Paging.Read(context, ReadGroupMoves.CursorParts);
        return code.IsRefused ? Answers.Refused(code.Refusals)
            : paging.IsRefused ? Answers.Refused(paging.Refusals)
            : Answers.Of(await read.List(code.Value, paging.Value, ct));
    }
}
