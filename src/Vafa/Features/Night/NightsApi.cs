using Vafa.Core.Values;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Night;

/// <summary>What nights did, and having one of their steps run again.</summary>
internal static class NightsApi
{
    private static readonly Dictionary<string, (string Fa, string En)> Sentences = new(StringComparer.Ordinal)
    {
        ["night.unknown"] = (
            "برای این روز کار شبانه‌ای انجام نشده است؛ روز را به شکل ۲۰۲۶-۰۳-۲۵ بنویسید.",
            "No night’s work was done for this day; write it like 2026-03-25."
        ),
        ["night.step-unknown"] = (
            "«{0}» از گام‌های انجام‌شدهٔ آن شب نیست.",
            "“{0}” is none of the steps that were done that night."
        ),
        ["night.running"] = (
            "این گام هم‌اکنون در حال انجام است؛ پس از پایانش دوباره بزنید.",
            "This step is being done right now; try again when it is over."
        ),
    };

    public static void Register(IServiceCollection services)
    {
        services.AddTexts(Sentences);
        services.AddScoped<NextStep>().AddScoped<StepLease>().AddScoped<WalkStep>().AddScoped<NightPace>();
        services
            .AddScoped<NightSteps>()
            .AddScoped<ActivateStep>()
            .AddScoped<ConvertStep>()
            .AddScoped<TierStep>()
            .AddScoped<GroupStep>()
            .AddScoped<ExpireStep>()
            .AddScoped<WarnStep>();
        services.AddScoped<RuleRuns>().AddScoped<NightMessages>().AddScoped<ReadNights>().AddScoped<RunStepAgain>();
        services.AddScoped<NightNotices>();
        services.AddSingleton<RunNights>();
        services.AddSingleton(_ => new NightCall(NightCall.Usual));
        services.AddHostedService<NightWorker>();
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var nights = app.MapGroup("/api/v1/nights").WithTags("nights").Needs(Scopes.Ledger);
        nights
            .MapGet("", List)
            .Describe("listNights", "What was done after each business day, the newest first.")
            .GivesList<NightView>();
        nights
            .MapGet("/{day}", One)
            .Describe("getNight", "What was done after one business day, named like 2026-03-25.")
            .Gives<NightView>();
        nights
            .MapPost("/{day}/steps/{step}/again", Again)
            .Describe(
                "runNightStepAgain",
                "Has a step go through all members again. What is done is not done twice; members who were left out "
                    + "are tried again. It begins at once, and GET tells how far it is."
            )
            .Once()
            .Gives<NightView>(StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> List(HttpContext context, ReadNights read, CancellationToken ct)
    {
        var paging = Paging.Read(context, ReadNights.CursorParts);
        return paging.IsRefused ? Answers.Refused(paging.Refusals) : Answers.Of(await read.List(paging.Value, ct));
    }

    private static async Task<IResult> One(string day, ReadNights read, CancellationToken ct) =>
        ReadNights.ParseDay(day) is { } asked
            ? Answers.Of(await read.One(asked, ct))
            : Answers.Refused(Refusal.NotFound("night.unknown"));

    private static async Task<IResult> Again(
        HttpContext context,
        RunStepAgain again,
        Idempotency idempotency,
        NightCall call
    )
    {
        var route = context.Request.RouteValues;
        var (day, step) = (ReadNights.ParseDay(route["day"] as string), (string)route["step"]!);
        var answer = await idempotency.Once(
            context,
            StatusCodes.Status202Accepted,
            async ct =>
                day is { } asked
                    ? await again.Run(asked, step, context.Actor(), ct)
                    : Refusal.NotFound("night.unknown"),
            context.RequestAborted
        );
        call.Now();
        return answer;
    }
}
