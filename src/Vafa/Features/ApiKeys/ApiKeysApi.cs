using Vafa.Core.Values;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.ApiKeys;

/// <summary>The calls about the keys of machines.</summary>
internal static class ApiKeysApi
{
    private const int MostScopes = 20;

    public static void Map(IEndpointRouteBuilder app)
    {
        var keys = app.MapGroup("/api/v1/api-keys").WithTags("api-keys").Needs(Scopes.Staff);
        keys.MapGet("", List)
            .Describe("listApiKeys", "All keys, newest first, also the revoked ones.")
            .GivesList<ApiKeyView>();
        keys.MapPost("", Create)
            .Describe("createApiKey", "Makes a key, which is shown in this answer only and works at once.")
            .Once()
            .Takes<KeyBody>()
            .Gives<NewKey>(StatusCodes.Status201Created);
        keys.MapDelete("/{id:guid}", Revoke)
            .Describe("revokeApiKey", "Revokes a key; within five seconds no node takes it any more.")
            .Gives<ApiKeyView>();
    }

    private static async Task<IResult> List(HttpContext context, ReadApiKeys read)
    {
        var paging = Paging.Read(context, ReadApiKeys.CursorParts);
        return paging.IsRefused
            ? Answers.Refused(paging.Refusals)
            : Answers.Of(await read.Run(paging.Value, context.RequestAborted));
    }

    private static async Task<IResult> Create(HttpContext context, CreateApiKey create, Idempotency idempotency)
    {
        var ct = context.RequestAborted;
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var read = body.Reader();
        var name = read.Text("name", required: true);
        var scopes = read.Texts("scopes", MostScopes, required: true);
        read.Done();
        if (!read.IsClean)
        {
            return Answers.Refused(read.Refusals);
        }

        return await idempotency.Once(
            context,
            StatusCodes.Status201Created,
            async inside =>
            {
                var made = await create.Run(new CreateApiKeyRequest(name!, scopes, context.Actor()), inside);
                return made.IsRefused
                    ? Outcome<NewKey>.Refused(made.Refusals)
                    : new NewKey(made.Value.Id, name!, scopes, made.Value.Key);
            },
            made => made with { Key = null },
            ct
        );
    }

    private static async Task<IResult> Revoke(HttpContext context, Guid id, RevokeApiKey revoke) =>
        Answers.Of(await revoke.Run(new RevokeApiKeyRequest(id, context.Actor()), context.RequestAborted));

    /// <summary>The body, for the API's description.</summary>
    internal sealed record KeyBody(string Name, IReadOnlyList<string> Scopes);

    /// <param name="Key">The key itself; not there when the call is repeated with its key of idempotency.</param>
    internal sealed record NewKey(Guid Id, string Name, IReadOnlyList<string> Scopes, string? Key);
}
