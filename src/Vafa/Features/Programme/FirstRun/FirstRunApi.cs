using Vafa.Core.Values;
using Vafa.Features.Staff;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Programme.FirstRun;

/// <summary>/first-run: what a new club may begin with, a try, and the beginning.</summary>
internal static class FirstRunApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddTexts(FirstRunTexts.All);
        services.AddScoped<IsUntouched>();
        services.AddScoped<BeginClub>();
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        // A manager may change the club's settings, but beginning is the owner's, who alone may do everything.
        var calls = app.MapGroup("/api/v1/first-run").WithTags("first-run").Needs(Scopes.All);
        calls
            .MapGet("", Show)
            .Describe("getFirstRun", "Whether the club is still untouched, and the trades it may begin with.")
            .Gives<FirstRunView>();
        calls
            .MapPost("", Begin)
            .Describe("beginClub", "Gives an untouched club its settings and its trade's units, rules and offers.")
            .Takes<FirstRunShape>()
            .Once()
            .Gives<FirstRunDone>(StatusCodes.Status201Created);
        calls
            .MapPost("/preview", Preview)
            .Describe("previewFirstSale", "What a first sale would give a new member; writes nothing.")
            .Takes<FirstSaleShape>()
            .Gives<FirstSaleShown>();
    }

    private static async Task<IResult> Show(
        HttpContext context,
        IsUntouched isUntouched,
        TimeProvider clock,
        CancellationToken ct
    ) => Answers.Value(FirstRunView.Of(await isUntouched.Run(ct), clock.GetUtcNow(), context.Wording()));

    private static async Task<IResult> Begin(
        HttpContext context,
        BeginClub begin,
        ProgrammeTurn turn,
        ProgrammeStore programmes,
        Idempotency idempotency,
        CancellationToken ct
    )
    {
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        // Before the transaction: who has the turn waits for the write gate, never the other way round.
        using var mine = await turn.Enter(ct);
        var answer = await idempotency.Once(
            context,
            StatusCodes.Status201Created,
            async inside =>
            {
                var request = FirstRunRequest.Read(body.Json);
                return request.IsRefused
                    ? Outcome<FirstRunDone>.Refused(request.Refusals)
                    : await begin.Run(request.Value, context.Actor(), inside);
            },
            ct
        );

        // Compiled before it is answered: the first sale need not wait, and the club speaks as it now says.
        await programmes.Newest(ct);
        return answer;
    }

    private static async Task<IResult> Preview(HttpContext context, TimeProvider clock, CancellationToken ct)
    {
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var fields = body.Reader();
        var amount = fields.Money("amount", required: true);
        var toman = fields.YesNo("showToman") ?? true;
        var choice = FirstRunRequest.TradeChoice.Read(fields);
        fields.Done();
        if (!fields.IsClean)
        {
            return Answers.Refused(fields.Refusals);
        }

        var settings = ClubSettings.Usual with { ShowToman = toman };
        var club = FirstDocuments.Club(settings, choice.Value.Trade, choice.Value.Offers);
        var persian = context.Wording().Persian;
        return Answers.Value(PreviewFirstSale.Of(club, amount!.Value, clock.GetUtcNow(), persian));
    }
}
