using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Night;
using Vafa.Features.Products;
using Vafa.Features.Programme;
using Vafa.Features.Programme.Trades;
using Vafa.Features.Tiers.Pictures;
using Vafa.Web;

namespace Vafa.Features.Demo;

/// <summary>What the demo club is to be like.</summary>
public sealed record DemoRequest(int Members, int Months, int Seed)
{
    public const int DaysOfMonth = 30;

    public int Days => Months * DaysOfMonth;
}

public sealed record DemoTally(int Members, long Purchases, long Refunds);

/// <summary>
/// Fills an empty club with a believable café: day after day members join, come, spend credit and sometimes bring
/// something back, and the owner changes his offers. The same seed at the same moment makes the same club.
/// </summary>
internal sealed class FillDemo(
    IServiceScopeFactory scopes,
    ProgrammeStore programmes,
    LaneStore store,
    RunNights nights
)
{
    private const int Week = 7;

    /// <summary>Days after which a regular becomes silver.</summary>
    private const int Proven = 45;

    /// <summary>Messages of the last days may still wait to be sent.</summary>
    private const int MessagesOfDays = 2;

    public async Task<DemoTally> Run(
        DemoRequest request,
        DemoClock clock,
        DateTimeOffset end,
        Action<double> moved,
        CancellationToken ct
    )
    {
        await SetUp(clock.Now, ct);
        var time = (await programmes.Newest(ct)).Time;
        var last = time.DayOf(end);
        var first = last.AddDays(-request.Days);
        var people = DemoPeople.Of(request, first, (second, day) => DemoVisits.At(time, second, day));
        var enrol = new DemoEnrol(scopes, p => DemoVisits.At(time, p.FirstSecond, p.Joined).AddMinutes(-1));
        await enrol.Hire(clock.Now, ct);
        var visits = new DemoVisits(request, first, time, people);
        var story = DemoStory.Of(request.Days, last);
        var ends = new DemoEnds();
        var till = new DemoTill(store, programmes, ends);
        var night = new DemoNight(scopes, programmes, store, nights, ends);
        for (var number = 0; number <= request.Days; number++)
        {
            ct.ThrowIfCancellationRequested();
            clock.Now = time.StartOf(first.AddDays(number));
            var waits = number > request.Days - MessagesOfDays;
            await night.Before(first.AddDays(number), waits, ct);
            foreach (var change in story.Where(c => c.Day == number))
            {
                await Change(change, ct);
                await night.AfterRule(ct);
            }

            await Members(enrol, people, number, clock.Now, end.AddDays(-MessagesOfDays), ct);
            await till.Serve(visits.Of(number, end), waits, end, ct);
            moved((number + 1.0) / (request.Days + 1));
        }

        clock.Now = end;
        return new DemoTally(people.Count, till.Purchases, till.Refunds);
    }

    private static async Task Members(
        DemoEnrol enrol,
        List<DemoPerson> people,
        int number,
        DateTimeOffset now,
        DateTimeOffset welcomeFrom,
        CancellationToken ct
    )
    {
        if (number % Week == 0)
        {
            await enrol.Join([.. people.Where(p => p.From >= number && p.From < number + Week)], welcomeFrom, ct);
        }

        var month = DemoRequest.DaysOfMonth;
        if (number % month == 0)
        {
            var proven = people.Where(p => p.IsRegular && p.From + Proven <= number);
            await enrol.MakeSilver([.. proven.Where(p => p.From + Proven > number - month)], now, ct);
        }
    }

    private async Task SetUp(DateTimeOffset begin, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<BeginEarlier>().Run(begin, ct);
        var patch = new PatchClubRequest(Json(DemoProgramme.Club), Actor.System);
        Must(await services.GetRequiredService<PatchClub>().Run(patch, ct));
        foreach (var (code, fa, en) in DemoMenu.Groups)
        {
            var body = new JsonObject { ["title"] = Title(fa, en) };
            var put = new PutProductGroupRequest(code, Json(body.ToJsonString()), Actor.System);
            Must(await services.GetRequiredService<PutProductGroup>().Run(put, ct));
        }

        foreach (var item in DemoMenu.Items)
        {
            var body = new JsonObject
            {
                ["title"] = Title(item.Fa, item.En),
                ["group"] = item.Group,
                ["price"] = item.Price * DemoMenu.Unit,
                ["cost"] = item.Cost * DemoMenu.Unit,
            };
            var put = new PutProductRequest(item.Sku, Json(body.ToJsonString()), Actor.System);
            Must(await services.GetRequiredService<PutProduct>().Run(put, ct));
        }

        var ladder = Trade.All.First(t => t.Code == Cafe.Code).Documents.First(d => d.Kind == DocumentKind.Ladder);
        foreach (
            var (kind, code, body) in DemoProgramme
                .Documents.Select(d => (d.Kind, d.Code, Json(d.Body)))
                .Append((ladder.Kind, ladder.Code, DemoRules.WithTexts(ladder.Body)))
                .Append((DocumentKind.Rulebook, Rulebook.Code, Json(DemoRules.Published)))
        )
        {
            var put = new PutDocumentRequest(kind, code, body, Actor.System);
            Must(await services.GetRequiredService<PutDocument>().Run(put, ct));
        }

        foreach (var (tier, picture) in DemoRules.Pictures())
        {
            var change = new ChangeTierPictureRequest(ladder.Code, tier, picture, Actor.System);
            Must(await services.GetRequiredService<ChangeTierPicture>().Run(change, ct));
        }
    }

    private async Task Change(DemoChange change, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var by = DemoStaff.ActorOf(DemoStaff.Manager);
        if (change.Body is { } body)
        {
            var put = new PutDocumentRequest(change.Kind, change.Code, Json(body), by);
            Must(await services.GetRequiredService<PutDocument>().Run(put, ct));
        }
        else
        {
            var move = new ChangeOfferStateRequest(change.Code, change.Move, by);
            Must(await services.GetRequiredService<ChangeOfferState>().Run(move, ct));
        }
    }

    /// <summary>The demo's own data are never refused; if they are, that is a bug here.</summary>
    internal static T Must<T>(Outcome<T> outcome) =>
        outcome.IsRefused
            ? throw new InvalidOperationException($"{outcome.Refusals[0].Code} at {outcome.Refusals[0].Pointer}")
            : outcome.Value;

    private static JsonObject Title(string fa, string en) => new() { ["fa"] = fa, ["en"] = en };

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
