using System.Globalization;
using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Rulebooks;

/// <summary>The published rules for the club's own site, and whether they are published.</summary>
internal static class RulebookApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ReadRulesPast>();
        services.AddSingleton<Editions>();
        services.AddScoped<OffersOfTier>();
        services.AddTexts(
            new Dictionary<string, (string Fa, string En)>(StringComparer.Ordinal)
            {
                ["rules.unpublished"] = (
                    "این باشگاه قوانینش را منتشر نکرده است.",
                    "This club has not published its rules."
                ),
                ["rules.unknown"] = ("چنین نسخه‌ای از قوانین نیست.", "There is no such version of the rules."),
            }
        );
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var rules = app.MapGroup("/api/v1/rules").WithTags("rules").NeedsAnyKey();
        rules
            .MapGet("", Now)
            .Describe(
                "getRules",
                "The published rules in sentences, in the language of Accept-Language, as the page /rules says them. "
                    + "404 while the club has not published them."
            )
            .Gives<RulesTold>();
        rules
            .MapGet("/{version}", One)
            .Describe("getRulesOfVersion", "The published rules that were in force at a version of the programme.")
            .Gives<RulesTold>();
        var settings = app.MapGroup("/api/v1/rulebook").WithTags("rules").Needs(Scopes.Club);
        settings
            .MapGet("", Get)
            .Describe("getRulebook", "Whether the rules are published, and the owner's own text below them.")
            .Gives<RulebookShape>();
        settings
            .MapPut("", Put)
            .Describe("putRulebook", "Publishes the rules or takes them back, and sets the owner's own text.")
            .Takes<RulebookShape>()
            .Gives<RulebookShape>();
    }

    private static Task<IResult> Now(HttpContext context, Editions editions) => Tell(context, editions, null);

    private static Task<IResult> One(HttpContext context, Editions editions)
    {
        var text = context.Request.RouteValues["version"] as string;
        return Tell(
            context,
            editions,
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0
        );
    }

    private static async Task<IResult> Tell(HttpContext context, Editions editions, long? version)
    {
        if (await editions.Of(context.Wording().Persian, context.RequestAborted) is not { } rules)
        {
            return Answers.Refused(Refusal.NotFound("rules.unpublished"));
        }

        var place = rules.At(version ?? rules.Club.Version);
        return place < 0
            ? Answers.Refused(Refusal.NotFound("rules.unknown"))
            : Answers.Value(RulesTold.Of(rules, place));
    }

    private static async Task<IResult> Get(ProgrammeStore programmes, CancellationToken ct) =>
        Answer((await programmes.Newest(ct)).Rulebook);

    private static async Task<IResult> Put(HttpContext context, PutDocument put, CancellationToken ct)
    {
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var request = new PutDocumentRequest(DocumentKind.Rulebook, Rulebook.Code, body.Json, context.Actor());
        return Answers.Of(
            await put.Run(request, ct),
            stored => Answer(RulebookDocument.Read(DocumentKind.Parse(stored.Body)).Value)
        );
    }

    private static IResult Answer(Rulebook rulebook) =>
        Answers.Value(new RulebookShape { Published = rulebook.Published, Terms = rulebook.Terms });
}
