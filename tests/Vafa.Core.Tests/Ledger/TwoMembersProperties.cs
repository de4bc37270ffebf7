using FsCheck;
using FsCheck.Fluent;
using Vafa.Core.Ledger;
using Vafa.Core.Tests.Sales;
using Xunit;

namespace Vafa.Core.Tests.Ledger;

/// <summary>
/// Two members and two units, whatever is done in whatever order: balance = Σ entries = Σ lots, and for each unit what
/// was issued, adjusted and converted is held, spent or expired; what moves between members adds up to nothing.
/// </summary>
public sealed class TwoMembersProperties
{
    private static readonly Unit Points = Shop.Unit("points", 500_0000) with
    {
        Into = new Conversion("credit", 7, 30, Nightly: true),
    };

    [Fact]
    public void Nothing_is_lost_and_nothing_doubled() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                steps =>
                {
                    var club = new Club();
                    return steps.All(step => club.Do(step & int.MaxValue));
                }
            )
            .Check(Cases.UpTo(500));

    private sealed class Club
    {
        private readonly Wallets[] members = [new(), new()];

        /// <summary>The lots of the second that are with the first, while they are one member.</summary>
        private List<LotLink>? links;

        public bool Do(int step)
        {
            // While they are one nothing else happens to the id that was merged.
            var who = links is null ? step % 2 : 0;
            var (wallets, other) = (members[who], members[1 - who]);
            var (kind, amount, extra) = (step / 2 % 13, 1 + (step / 26 % 60), step / 1_560);
            var unit = extra % 2 == 0 ? "points" : "credit";
            Move(wallets, other, kind, amount, extra, unit);
            return members.All(m => m.Check().Count == 0)
                && Agrees("points")
                && Agrees("credit")
                && Between("points")
                && Between("credit")
                && (links is null || members[1].Lots.All(l => l.Remaining == 0));
        }

        private void Move(Wallets w, Wallets other, int kind, long amount, int extra, string unit)
        {
            var terms = new LotTerms(
                extra % 5 == 0 ? Lot.NotYet : w.Now.AddDays((extra % 3) - 1),
                extra % 4 == 0 ? null : w.Now.AddDays(1 + (extra % 9))
            )
            {
                Awaits = extra % 5 == 0 ? "paid" : null,
                Slides = extra % 3 == 0,
            };
            var lot = w.Lots.Count == 0 ? 0 : w.Lots[extra % w.Lots.Count].No;
            switch (kind)
            {
                case 0 or 1:
                    w.Do(l => l.Earn(unit, amount, terms));
                    break;
                case 2:
                    w.Do(l => l.Spend(unit, amount, w.Now));
                    break;
                case 3:
                    w.Do(l => l.Convert(Points, amount / 7 * 7, terms, w.Now));
                    break;
                case 4 when links is null:
                    var (from, to) = (w.Load(), other.Load());
                    from.GiveTo(to, unit, amount, w.Now);
                    w.Write(from);
                    other.Write(to);
                    break;
                case 5 when lot > 0:
                    w.Do(l => l.Expire(lot, w.Now));
                    break;
                case 6 when lot > 0:
                    var expired = -w
                        .Entries.Where(e => e.Lot == lot && e.Account == ClubAccount.Expired)
                        .Sum(e => e.Amount);
                    w.Do(l => l.Reinstate(lot, new Expired(amount, expired), terms.ExpiresAt, w.Now));
                    break;
                case 7 when lot > 0:
                    w.Do(l => l.Extend(lot, w.Now.AddDays(extra % 30), w.Now));
                    break;
                case 8:
                    w.Do(l => l.Adjust(unit, extra % 3 == 0 ? -amount : amount, terms, w.Now));
                    break;
                case 9:
                    w.Do(l => l.Reverse(new Reversal(unit, [lot], amount), (DebtPolicy)(extra % 3), w.Now));
                    break;
                case 10:
                    Merge();
                    break;
                case 11 when links is not null && members[1].Lots.Count > 0:
                    TakeBackThere(extra, amount);
                    break;
                default:
                    w.Do(l => l.Arrive("paid", null, w.Now).Count);
                    w.Do(l =>
                    {
                        l.Slide(_ => w.Now.AddDays(extra % 20), w.Now);
                        return 0;
                    });
                    members[0].Now = members[1].Now = w.Now.AddHours(extra % 50);
                    break;
            }
        }

        /// <summary>The second is merged into the first, or they are two again.</summary>
        private void Merge()
        {
            var (survivor, merged) = (members[0].Load(), members[1].Load());
            if (links is null)
            {
                var before = members[1].Lots.Where(l => l.Remaining != 0).ToList();
                survivor.TakeOver(merged);
                links = Links(before.Select(l => (l.No, l.Unit)), survivor);
            }
            else
            {
                survivor.GiveBack(merged, links);
                links = null;
            }

            members[0].Write(survivor);
            members[1].Write(merged);
        }

        /// <summary>A sale of the merged id comes back: it moves through the id it was recorded under.</summary>
        private void TakeBackThere(int extra, long amount)
        {
            var (survivor, merged) = (members[0].Load(), members[1].Load());
            var lot = members[1].Lots[extra % members[1].Lots.Count];
            var reversal = new Reversal(lot.Unit, [lot.No], amount);
            merged.CatchUp(survivor, links!);
            merged.Fetch(survivor, reversal, links!, (DebtPolicy)(extra % 3), members[0].Now);
            merged.Reverse(reversal, (DebtPolicy)(extra % 3), members[0].Now);
            var left = merged.Lots.Where(l => l.Remaining != 0).Select(l => (l.No, l.Unit)).ToList();
            var opened = survivor.NewLots.Count;
            survivor.TakeOver(merged);
            links!.AddRange(Links(left, survivor, opened));
            members[0].Write(survivor);
            members[1].Write(merged);
        }

        private static List<LotLink> Links(
            IEnumerable<(long No, string Unit)> left,
            MemberLedger survivor,
            int opened = 0
        ) =>
            [
                .. left.OrderBy(l => l.No)
                    .GroupBy(l => l.Unit)
                    .SelectMany(g => g)
                    .Zip(survivor.NewLots.Skip(opened), (from, to) => new LotLink(from.No, to.No)),
            ];

        private bool Agrees(string unit) =>
            members.All(m =>
                m.Stored(unit) == m.Entries.Where(e => e.Unit == unit).Sum(e => e.Amount)
                && m.Stored(unit) == m.Lots.Where(l => l.Unit == unit).Sum(l => l.Remaining)
            )
            && Of(unit, ClubAccount.Issued, ClubAccount.Adjusted, ClubAccount.Converted)
                == members.Sum(m => m.Stored(unit)) - Of(unit, ClubAccount.Spent, ClubAccount.Expired);

        private bool Between(string unit) =>
            Of(unit, ClubAccount.Transferred) == 0 && Of(unit, ClubAccount.Merged) == 0;

        private long Of(string unit, params ClubAccount[] accounts) =>
            members
                .SelectMany(m => m.Entries)
                .Where(e => e.Unit == unit && accounts.Contains(e.Account))
                .Sum(e => e.Amount);
    }
}
