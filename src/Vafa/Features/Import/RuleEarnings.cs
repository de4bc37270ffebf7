using System.Collections.Immutable;
using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;

namespace Vafa.Features.Import;

/// <summary>
/// What the earning rules in force now would have given for sales of the past. The rules see the member as he is when
/// his row comes: the sales before it in the file included.
/// </summary>
internal sealed class RuleEarnings
{
    private readonly ClubVersion club;
    private readonly Core.Sales.Programme rules;

    private RuleEarnings(ClubVersion club)
    {
        this.club = club;
        var all = club.Programme;
        rules = new Core.Sales.Programme(all.Version, all.Club, all.Units, all.Rules, [], all.Festivals);
    }

    public static RuleEarnings Of(ClubVersion club, RuleEarnings? before) =>
        before?.club.Version == club.Version ? before : new RuleEarnings(club);

    public void Ask(LaneReads reads, DateOnly day)
    {
        reads.Groups |= rules.Needs.Groups;
        reads.Fields |= rules.Needs.Fields;
        reads.Bought.UnionWith(rules.Needs.Bought);
        foreach (var unit in rules.Needs.CappedUnits)
        {
            reads.Earned(EarnedSpan.Of(rules.UnitOf(unit)!.Caps, club.Time, day).From);
        }

        foreach (var window in rules.Needs.Windows)
        {
            reads.Days(club.Time.WindowStart(day, window), day);
        }
    }

    public void Earn(ChunkScene scene, SaleDraft draft, MemberState member, in EntryCause cause)
    {
        var day = club.Time.DayOf(cause.At);
        var decided = Decide.Sale(rules, BasketOf(scene, draft), FactsOf(member, day, scene.Now), [], cause.At).Value;
        foreach (var earning in decided.Earned)
        {
            var terms = rules.TermsOf(earning.Unit, cause.At, day, earning.ExpiresAfterDays);
            member.Ledger.Earn(earning.Unit, earning.Amount, terms with { Branch = cause.Branch });
            member.Collect(scene.Rows, cause with { Code = rules.Rules[earning.Rule].Code });
        }
    }

    private static Basket BasketOf(ChunkScene scene, SaleDraft draft) =>
        new(
            [
                .. draft.Lines.Select(l => new BasketLine(
                    l.Sku,
                    HistoryWork.GroupOf(scene, l),
                    new Quantity(l.Quantity),
                    new Money(l.UnitPrice),
                    new Money(l.Amount),
                    l.Kind
                )
                {
                    Brand = l.Sku is null ? null : scene.State.Products.GetValueOrDefault(l.Sku).Brand,
                }),
            ],
            draft.First.Branch,
            Channel.Store,
            [],
            [],
            []
        );

    private MemberFacts FactsOf(MemberState member, DateOnly day, DateTimeOffset now) =>
        new()
        {
            Id = new MemberId(member.Row.Id),
            Visits = member.Visits,
            Spent = member.Spent,
            LastVisit = member.LastVisitDay,
            Since = member.Row.Since,
            Birth = member.Row.Birth,
            Groups = rules.Needs.Groups ? member.Groups : [],
            Fields = member.Fields,
            Wallets = rules.Needs.WalletUnits.IsEmpty
                ? []
                : [.. rules.Units.Select(u => new WalletFact(u.Code, member.View(u.Code, now).Available))],
            Windows = rules.Needs.Windows.IsEmpty ? [] : Windows(member, day),
            Bought = member.Bought.Facts(rules.Needs.Bought),
            Rooms = [.. rules.Needs.CappedUnits.Select(code => RoomOf(member, code, day))],
        };

    private UnitRoom RoomOf(MemberState member, string code, DateOnly day) =>
        new(code, member.Earned.Before(code, club.Time, day).Room(rules.UnitOf(code)!.Caps with { Sale = null }));

    private ImmutableArray<WindowFact> Windows(MemberState member, DateOnly day) =>
        [.. rules.Needs.Windows.Select(w => member.Window(club.Time.WindowStart(day, w), day))];
}
