using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;

namespace Vafa.Features.Ledger.Allowances;

/// <summary>A device at a till asks for what a member may spend there without network.</summary>
internal sealed record SetApartCall(Guid Member, Guid Device, string Till, string Branch);

/// <summary>What a device may let a member spend without network, and how.</summary>
/// <param name="Amount">All that was ever set apart under this id.</param>
/// <param name="Left">What no sale that came in has taken of it.</param>
/// <param name="Until">By the server's clock; from then on nothing of it may be spent.</param>
/// <param name="MaxShare">The most of a bill that the unit pays, in ten-thousandths.</param>
internal sealed record AllowanceAnswer(
    Guid Id,
    string Unit,
    long Amount,
    long Left,
    DateTimeOffset Until,
    long Least,
    long? Most,
    long Step,
    long MaxShare
)
{
    public static AllowanceAnswer Of(OpenAllowance allowance, Unit unit) =>
        new(
            allowance.Id,
            allowance.Unit,
            allowance.Amount,
            allowance.Left,
            allowance.ExpiresAt,
            unit.Spending.Least,
            unit.Spending.Most,
            unit.Spending.Step,
            unit.Spending.Share.BasisPoints
        );
}

/// <summary>
/// Sets apart what the club allows, for one member at one device: asked again it is the same, with what has become
/// free meanwhile, and for longer. Refused: member.unknown, member.gone.
/// </summary>
internal sealed class SetApart(SaleLane lane, ProgrammeStore programmes)
{
    public Task<Outcome<AllowanceAnswer[]>> Run(SetApartCall call) => lane.Run(new SetApartWork(call, programmes));
}

internal sealed class SetApartWork(SetApartCall call, ProgrammeStore programmes) : LaneWork<Outcome<AllowanceAnswer[]>>
{
    private ClubVersion club = null!;

    public override IEnumerable<string> Keys => [];

    public override int Place => call.Member.GetHashCode();

    public override async ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct)
    {
        club = await programmes.At(newestVersion, reads.Now, ct);
        reads.MemberIds.Add(call.Member);
        reads.EachLot = true;
        reads.Allowances = true;
    }

    public override ValueTask Decide(LaneScene scene, CancellationToken ct)
    {
        Result = scene.State.Members.TryGetValue(call.Member, out var owner)
            ? Keep(scene, owner)
            : scene.State.NotHere(call.Member);
        return ValueTask.CompletedTask;
    }

    private AllowanceAnswer[] Keep(LaneScene scene, MemberState owner)
    {
        var units = club.Programme.Units.Where(u => PaysUnasked(u, call.Branch)).ToList();
        if (club.Settings.OfflineSpendMost is { } most)
        {
            var here = scene.State.AllowancesOf(owner.Row.Id).Where(a => a.Till == call.Till);
            var room = most.Minor - here.Sum(a => a.Left);
            foreach (var unit in units)
            {
                var take = Math.Max(0, Math.Min(room, owner.Ledger.Available(unit.Code, scene.Now)));
                room -= take;
                Keep(scene, owner, unit.Code, take);
            }
        }

        return [.. units.SelectMany(unit => Mine(scene, owner, unit.Code).Select(a => AllowanceAnswer.Of(a, unit)))];
    }

    /// <summary>One that has more than half its time before it, and gets nothing more, stays as it is.</summary>
    private void Keep(LaneScene scene, MemberState owner, string unit, long take)
    {
        var now = Stored.Cut(scene.Now);
        var lives = TimeSpan.FromHours(club.Settings.OfflineSpendHours);
        var mine = Mine(scene, owner, unit).FirstOrDefault();
        if (take == 0 && (mine is null || mine.ExpiresAt - now > lives / 2))
        {
            return;
        }

        if (mine is null)
        {
            mine = OpenAllowance.Make(
                new Allowance
                {
                    MemberId = owner.Row.Id,
                    Id = Guid.CreateVersion7(now),
                    Unit = unit,
                    Till = call.Till,
                    DeviceId = call.Device,
                    Lots = "",
                    MadeAt = now,
                    ExpiresAt = now + lives,
                }
            );
            scene.State.Allowances[mine.Id] = mine;
        }

        mine.Add(take == 0 ? [] : owner.Ledger.SetApart(unit, take, scene.Now).Value, now + lives);
        owner.Collect(scene.Rows, mine.Cause(now, club.Time.DayOf(now)));
    }

    private IEnumerable<OpenAllowance> Mine(LaneScene scene, MemberState owner, string unit) =>
        scene.State.AllowancesOf(owner.Row.Id).Where(a => a.Device == call.Device && a.Unit == unit);

    /// <summary>
    /// A unit that counts as money, whatever is bought and on whatever day: a till without network can judge no more.
    /// </summary>
    private static bool PaysUnasked(Unit unit, string branch)
    {
        var rules = unit.Spending;
        return unit.MaySpend
            && unit.SpendValue.TenThousandths == Worth.Scale
            && rules.ProductGroups.IsEmpty
            && rules.Weekdays.IsEmpty
            && (rules.Branches.IsEmpty || rules.Branches.Contains(branch));
    }
}
