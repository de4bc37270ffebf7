using System.Globalization;
using System.Text.Json.Serialization;
using Vafa.Core.Values;
using Vafa.Features.Night;
using Vafa.Web;

namespace Vafa.Features.Demo.Travel;

/// <summary>
/// /dev/clock, in a Development environment alone: moves the club's clock forward and makes the nights on the way.
/// </summary>
internal static class TravelApi
{
    /// <summary>Further ahead than this nobody has to look, and each day has its night.</summary>
    private const int MostDays = 800;

    private static readonly Dictionary<string, (string Fa, string En)> Sentences = new(StringComparer.Ordinal)
    {
        ["clock.forward"] = (
            "ساعت فقط جلو می‌رود، و هر بار دست‌بالا {0} روز.",
            "The clock only goes forward, by {0} days at most at a time."
        ),
    };

    public static void Register(IServiceCollection services) => services.AddTexts(Sentences);

    /// <summary>Wraps the clock that is registered so far.</summary>
    public static void Register(WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            return;
        }

        var real = (TimeProvider)
            builder.Services.Last(s => s.ServiceType == typeof(TimeProvider)).ImplementationInstance!;
        var clock = new MovableClock(real);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<TimeProvider>(clock);
    }

    public static void Map(WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.MapGet("/dev/clock", (MovableClock clock) => Answers.Value(Shown(clock, [])));
            app.MapPost("/dev/clock", Move);
        }
    }

    /// <summary>
    /// `{"days": 30}` or `{"to": "2026-12-31T08:00:00Z"}`; answers the time and the steps that were done. The form of
    /// the page says days alone, and leads back to it.
    /// </summary>
    private static async Task<IResult> Move(HttpContext context, MovableClock clock, RunNights nights)
    {
        var asked = await Asked(context, clock);
        if (asked.Problem is { } problem)
        {
            return problem;
        }

        if (asked.By < TimeSpan.Zero || asked.By > TimeSpan.FromDays(MostDays))
        {
            return Answers.Refused(new Refusal("clock.forward", "", MostDays));
        }

        clock.Forward(asked.By);
        var done = new List<string>();
        await nights.Run(
            null,
            run =>
            {
                done.Add($"{ReadNights.Written(run.BusinessDay)} {run.Step}");
                return Task.CompletedTask;
            },
            context.RequestAborted
        );
        return context.Request.HasFormContentType ? Results.Redirect("/dev") : Answers.Value(Shown(clock, done));
    }

    private static async Task<(TimeSpan By, IResult? Problem)> Asked(HttpContext context, MovableClock clock)
    {
        if (context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var isNumber = int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            return (TimeSpan.FromDays(isNumber ? number : -1), null);
        }

        var body = await Body.Read(context, context.RequestAborted);
        if (body.Problem is { } problem)
        {
            return (default, problem);
        }

        var reader = body.Reader();
        var days = reader.Whole("days", 0, MostDays);
        var to = reader.Instant("to");
        reader.Done();
        return reader.IsClean
            ? (to is { } moment ? moment - clock.GetUtcNow() : TimeSpan.FromDays(days ?? 0), null)
            : (default, Answers.Refused(reader.Refusals));
    }

    private static ClockAnswer Shown(MovableClock clock, IReadOnlyList<string> done) =>
        new(clock.GetUtcNow(), (long)clock.Ahead.TotalSeconds, done);

    /// <summary>The club's clock, how far it is ahead, and what a move has run.</summary>
    internal sealed record ClockAnswer(
        DateTimeOffset Now,
        [property: JsonPropertyName("aheadSeconds")] long Ahead,
        IReadOnlyList<string> Done
    );
}
