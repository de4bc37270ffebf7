using System.Text.Json;
using System.Text.Json.Serialization;
using Vafa.Core.Values;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Views;

/// <summary>The calls about saved views. Whoever may read the list may save views of it.</summary>
internal static class ViewsApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<SaveView>();
        services.AddScoped<ReadViews>();
        services.AddScoped<DeleteView>();
        services.AddTexts(Sentences);
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var views = app.MapGroup("/api/v1/views").WithTags("views").NeedsAnyKey();
        views
            .MapGet("", List)
            .Describe("listViews", "The saved views of a list: the caller's own, and what others share.")
            .Asks("list", "members or purchases.")
            .Gives<Listed<ViewShown>>();
        views
            .MapPost("", Save)
            .Describe("saveView", "Keeps a filter and an order of a list under a name.")
            .Once()
            .Takes<ViewShape>()
            .Gives<ViewShown>(StatusCodes.Status201Created);
        views
            .MapDelete("/{id:guid}", Delete)
            .Describe("deleteView", "Deletes a view; its author may, and an owner.")
            .Gives<ViewShown>();
    }

    private static async Task<IResult> List(HttpContext context, ReadViews read) =>
        Answers.Of(
            await read.Run(context.Request.Query["list"], context.Actor(), context.RequestAborted),
            views => Answers.Value(new Listed<ViewShown>(views, null))
        );

    private static async Task<IResult> Save(HttpContext context, SaveView save, Idempotency idempotency)
    {
        var ct = context.RequestAborted;
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var fields = body.Reader();
        var list = fields.Text("list", 20, required: true);
        var name = fields.Text("name", Views.SaveView.LongestName, required: true);
        var everything = fields.Any("query") is { ValueKind: JsonValueKind.String } said && said.ValueEquals("");
        var query = everything ? null : fields.Text("query", Views.SaveView.LongestQuery);
        var shared = fields.YesNo("shared") ?? false;
        fields.Done();
        if (!fields.IsClean)
        {
            return Answers.Refused(fields.Refusals);
        }

        var request = new SaveViewRequest(list, name, query, shared, context.Actor());
        return await idempotency.Once(context, StatusCodes.Status201Created, inside => save.Run(request, inside), ct);
    }

    private static async Task<IResult> Delete(HttpContext context, Guid id, DeleteView delete) =>
        Answers.Of(await delete.Run(id, context.Actor(), context.RequestAborted));

    private static readonly Dictionary<string, (string Fa, string En)> Sentences = new(StringComparer.Ordinal)
    {
        ["view.unknown"] = ("چنین نمای ذخیره‌شده‌ای نیست.", "There is no such saved view."),
        ["view.not-yours"] = (
            "این نما را همکار دیگری ساخته است؛ خود او یا مالک می‌تواند حذفش کند.",
            "Somebody else made this view; he or an owner can delete it."
        ),
        ["view.too-many"] = (
            "بیش از {0} نما برای یک فهرست نمی‌توان داشت؛ نخست یکی را حذف کنید.",
            "One list can't have more than {0} views of one person; delete one first."
        ),
        ["view.query"] = ("«{0}» صافیٔ این فهرست نیست.", "“{0}” is no filter of this list."),
    };
}

/// <summary>A view as it is saved.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ViewShape
{
    /// <summary>members or purchases.</summary>
    public required string List { get; init; }

    /// <summary>At most 60 letters.</summary>
    public required string Name { get; init; }

    /// <summary>The list's address behind "?".</summary>
    public string? Query { get; init; }

    /// <summary>Everybody who may read the list sees it.</summary>
    public bool? Shared { get; init; }
}
