using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Values;
using Vafa.Features.Members;
using Vafa.Features.Products;
using Vafa.Features.Programme;
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
/// something back, all through the same use cases as at the till. The same seed on the same day makes the same club.
/// </summary>
internal sealed class FillDemo(IServiceScopeFactory scopes, ProgrammeStore programmes)
{
    public async Task<DemoTally> Run(
        DemoRequest request,
        DemoClock clock,
        DateTimeOffset end,
        Action<double> moved,
        CancellationToken ct
    )
    {
        await SetUp(clock.Now, ct);
        var club = await programmes.Newest(ct);
        var chance = new Random(request.Seed);
        var people = DemoPeople.Of(request.Members, request.Days, chance);
        var sales = new DemoSales(club.Time, chance);
        var last = club.Time.DayOf(end);
        var till = new DemoTill(scopes, new Random(request.Seed + 1));
        for (var number = 0; number <= request.Days; number++)
        {
            ct.ThrowIfCancellationRequested();
            var day = last.AddDays(number - request.Days);
            clock.Now = club.Time.StartOf(day);
            await Join(people.Where(p => p.From == number), club, clock, ct);
            var close = club.Time.StartOf(day.AddDays(1)).AddSeconds(-1);
            clock.Now = close < end ? close : end;
            await till.Serve(sales.Of(day, number, people, clock.Now), ct);
            moved((number + 1.0) / (request.Days + 1));
        }

        return new DemoTally(people.Count(p => p.From <= request.Days), till.Purchases, till.Refunds);
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
                ["price"] = item.Toman * 10L,
                ["cost"] = item.Toman * 4L,
            };
            var put = new PutProductRequest(item.Sku, Json(body.ToJsonString()), Actor.System);
            Must(await services.GetRequiredService<PutProduct>().Run(put, ct));
        }

        foreach (var (kind, code, body) in DemoProgramme.Documents)
        {
            var put = new PutDocumentRequest(kind, code, Json(body), Actor.System);
            Must(await services.GetRequiredService<PutDocument>().Run(put, ct));
        }
    }

    private async Task Join(IEnumerable<DemoPerson> people, ClubVersion club, DemoClock clock, CancellationToken ct)
    {
        foreach (var person in people)
        {
            await using var scope = scopes.CreateAsyncScope();
            var groups = person.IsSilver ? new JsonArray(DemoProgramme.Silver) : [];
            var body = new JsonObject
            {
                ["mobile"] = person.Mobile,
                ["firstName"] = person.First,
                ["lastName"] = person.Last,
                ["birthDate"] = person.Birth,
                ["groups"] = groups,
                ["fields"] = new JsonObject { ["drink"] = person.Drink },
                ["consent"] = new JsonObject { ["sms"] = true },
            };
            var today = club.Time.DayOf(clock.Now);
            var profile = Must(MemberDocument.Read(Json(body.ToJsonString()), club, today));
            var enrol = scope.ServiceProvider.GetRequiredService<Enrol>();
            Must(await enrol.Run(new EnrolRequest(profile, club, Actor.System), ct));
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
