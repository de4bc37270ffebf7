using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Features.Tiers;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Tiers;

/// <summary>What the tests of tiers say to a club.</summary>
internal static class TierClub
{
    public const string Tiers = """
        {"code": "silver-tier", "title": {"fa": "نقره‌ای", "en": "Silver"}, "from": {"spent": 100000},
         "services": [{"fa": "قهوهٔ مهمان", "en": "A coffee on us"}]},
        {"code": "gold", "title": {"fa": "طلایی", "en": "Gold"}, "from": {"spent": 300000},
         "earning": [{"unit": "points", "times": 1.5}], "colour": "#c9a227"},
        {"code": "friend", "title": {"fa": "دوست", "en": "Friend"}, "byInvitation": true}
        """;

    public static Task<Answer> SetLadder(this TestClub club, string measure = """{"days": 30}""", string more = "") =>
        club.Set("/ladders/club", Ladder(measure, more));

    public static string Ladder(string measure = """{"days": 30}""", string more = "", string tiers = Tiers) =>
        $$"""{"title": {"fa": "باشگاه", "en": "Club"}, "measure": {{measure}}, "tiers": [{{tiers}}] {{more}} }""";

    public static Task<Answer> Buy(this TestClub club, Guid member, long amount = 1_000) =>
        club.Sell(SaleBody.Of(member, LineBody.One(amount)));

    public static async Task<string?> Tier(this TestClub club, Guid member) =>
        (await club.Api.Get($"/members/{member}")).MustBe(200).String("tier");

    /// <summary>The night before this day: everybody who is due, in chunks of two.</summary>
    public static async Task<TierTally> Review(this TestClub club, DateOnly? day = null)
    {
        var programmes = club.Services.GetRequiredService<ProgrammeStore>();
        var lane = club.Services.GetRequiredService<SaleLane>();
        var time = (await programmes.Newest(CancellationToken.None)).Time;
        var begins = day ?? time.DayOf(club.Clock.Now);
        var (tally, after) = (TierTally.None, Guid.Empty);
        while (await Due(club, begins, after) is { Count: > 0 } due)
        {
            tally += await lane.Run(new ReviewTiers(due, begins, programmes));
            after = due[^1];
        }

        return tally;
    }

    public static async Task<IReadOnlyList<Guid>> Due(TestClub club, DateOnly day, Guid after)
    {
        await using var scope = club.Services.CreateAsyncScope();
        var due = scope.ServiceProvider.GetRequiredService<TiersDue>();
        return await due.Run(day, after, most: 2, CancellationToken.None);
    }

    /// <summary>What happened to a member's tiers, in order: "Rose - silver-tier".</summary>
    public static async Task<string[]> Moves(this TestClub club, Guid member)
    {
        var moves = await club.Ask(db =>
            Task.FromResult(
                db.MemberTierMoves.Where(m => m.MemberId == member).OrderBy(m => m.Ladder).ThenBy(m => m.No).ToList()
            )
        );
        return [.. moves.Select(m => $"{m.Why} {m.FromTier ?? "-"} {m.ToTier ?? "-"}")];
    }

    public static Task<MemberTier> Standing(this TestClub club, Guid member) =>
        club.Ask(db => Task.FromResult(db.MemberTiers.Single(t => t.MemberId == member)));
}
