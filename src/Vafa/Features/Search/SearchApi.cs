using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Search;

/// <summary>GET of the search from anywhere.</summary>
internal static class SearchApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<SearchClub>();
        services.AddSingleton<KnownPages>();
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/search", Find)
            .WithTags("search")
            .NeedsAnyKey()
            .Describe("search", "Members, sales, offers, products, groups and pages by what is typed, five of each.")
            .Asks("q", "A name, mobile, card, reference, beginning of a receipt's id, title or code.")
            .Gives<SearchAnswer>();

    private static async Task<IResult> Find(HttpContext context, SearchClub search)
    {
        var words = context.Request.Query["q"].ToString();
        var actor = context.Actor();
        var request = new SearchRequest(words, context.Wording().Persian, actor.MayRead, actor.May);
        return Answers.Of(await search.Run(request, context.RequestAborted));
    }
}
