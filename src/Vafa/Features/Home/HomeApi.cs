using Vafa.Features.Messages;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Home;

/// <summary>GET of the figures of the home page.</summary>
internal static class HomeApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ReadHome>();
        services.AddScoped<ReadRollUps>();
        services.AddScoped<SameTimeLastWeek>();
        services.AddScoped<HomeNotices>();
        services.AddScoped<CountWaiting>();
        services.AddTexts(
            new Dictionary<string, (string Fa, string En)>(StringComparer.Ordinal)
            {
                ["home.branch-unknown"] = ("شعبه‌ای با کد «{0}» در باشگاه نیست.", "The club has no branch “{0}”."),
            }
        );
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/home", Read)
            .WithTags("home")
            .Needs(Scopes.Reports)
            .Describe("getHome", "How today goes, who came, what the club gave, what needs you and what comes next.")
            .Asks("branch", "Only this branch's sales; what is of the whole club stays so.")
            .Gives<HomeFigures>();

    private static async Task<IResult> Read(HttpContext context, ReadHome read, CancellationToken ct)
    {
        var branch = context.Request.Query["branch"].ToString().Trim();
        return Answers.Of(await read.Run(new HomeRequest(branch.Length == 0 ? null : branch), ct));
    }
}
