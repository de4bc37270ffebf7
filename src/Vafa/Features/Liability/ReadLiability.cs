using Vafa.Core.Values;
using Vafa.Features.Home;
using Vafa.Features.Programme;

namespace Vafa.Features.Liability;

/// <param name="Branch">Only what this branch gave; null: the whole club.</param>
public sealed record LiabilityRequest(string? Branch);

/// <summary>What the club owes, in all its cuts. Refused: home.branch-unknown.</summary>
internal sealed class ReadLiability(
    ReadMovements movements,
    ReadLots readLots,
    ReadLiabilityMonths months,
    ReadPlanUse plans,
    ProgrammeStore programmes,
    TimeProvider clock
)
{
    public async Task<Outcome<LiabilityFigures>> Run(LiabilityRequest request, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        var branch = request.Branch;
        if (branch is not null && !club.Branches.Contains(branch))
        {
            return new Refusal("home.branch-unknown", "/branch", branch);
        }

        var now = clock.GetUtcNow();
        var today = club.Time.DayOf(now);
        var then = await readLots.Run(club.Time, ct);
        var held = branch is null
            ? await movements.Held(ct)
            : LotTables.Amounts(then.Sums.Where(s => s.Branch == branch));
        var units = Valued.Units(club, held);
        return new LiabilityFigures(
            now,
            today,
            branch,
            units.Sum(u => u.Worth),
            units.Sum(u => u.Cost),
            units,
            LotTables.Of(then, club, branch),
            await months.Run(club, today, branch is null ? null : (branch, held), ct),
            await plans.Run(club, today, ct)
        );
    }
}
