using Vafa.Web;

namespace Vafa.Features.Programme;

/// <summary>PUT and GET of every kind of document, and what else is done to an offer.</summary>
internal static class ProgrammeApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var kind in DocumentKind.WithCodes)
        {
            MapDocuments(app.MapGroup("/api/v1/" + kind.Address).Needs(Scopes.Offers), kind);
        }

        var offers = app.MapGroup("/api/v1/offers/{code}").Needs(Scopes.Offers);
        offers.MapPost("/pause", Move(OfferMove.Pause));
        offers.MapPost("/resume", Move(OfferMove.Resume));
        offers.MapPost("/end", Move(OfferMove.End));
    }

    private static void MapDocuments(RouteGroupBuilder group, DocumentKind kind)
    {
        group.MapGet(
            "",
            async (HttpContext context, ListDocuments list, CancellationToken ct) =>
            {
                var paging = Paging.Read(context, ListDocuments.CursorParts);
                return paging.IsRefused
                    ? Answers.Refused(paging.Refusals)
                    : Answers.Of(await list.Run(kind, paging.Value, ct), DocumentAnswer.List);
            }
        );
        group.MapGet(
            "/{code}",
            async (HttpContext context, GetDocument get, CancellationToken ct) =>
            {
                var named = PathCode.Read(context);
                return named.IsRefused
                    ? Answers.Refused(named.Refusals)
                    : Answers.Of(await get.Run(kind, named.Value, ct), DocumentAnswer.Read);
            }
        );
        group.MapPut(
            "/{code}",
            async (HttpContext context, PutDocument put, CancellationToken ct) =>
            {
                var named = PathCode.Read(context);
                if (named.IsRefused)
                {
                    return Answers.Refused(named.Refusals);
                }

                var body = await Body.Read(context, ct);
                if (body.Problem is { } problem)
                {
                    return problem;
                }

                var request = new PutDocumentRequest(kind, named.Value, body.Json, context.Actor());
                return Answers.Of(await put.Run(request, ct), d => DocumentAnswer.Changed(d, context.Wording()));
            }
        );
    }

    private static Func<HttpContext, ChangeOfferState, CancellationToken, Task<IResult>> Move(OfferMove move) =>
        async (context, change, ct) =>
        {
            var named = PathCode.Read(context);
            if (named.IsRefused)
            {
                return Answers.Refused(named.Refusals);
            }

            var request = new ChangeOfferStateRequest(named.Value, move, context.Actor());
            return Answers.Of(await change.Run(request, ct), d => DocumentAnswer.Changed(d, context.Wording()));
        };
}
