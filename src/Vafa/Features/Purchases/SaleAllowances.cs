using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Features.Ledger.Allowances;
using Vafa.Features.Ledger.Lane;

namespace Vafa.Features.Purchases;

/// <summary>
/// What a sale may take of what was set apart for its till. One that ended meanwhile, is another member's or another
/// till's counts as nothing: then there is only the wallet.
/// </summary>
internal sealed class SaleAllowances(IReadOnlyList<(OpenAllowance From, long Most)> parts)
{
    public static readonly SaleAllowances None = new([]);

    public static SaleAllowances Of(PurchaseRequest sale, MemberState? member, LaneState state)
    {
        if (sale.Allowances.IsEmpty || member is null)
        {
            return None;
        }

        var uses = sale.Allowances.GroupBy(u => u.Id).ToDictionary(g => g.Key, g => g.Max(u => u.Amount));
        return new SaleAllowances([
            .. state
                .AllowancesOf(member.Row.Id)
                .Where(a => uses.ContainsKey(a.Id) && a.Till == sale.Till && a.Left > 0)
                .Select(a => (a, Math.Min(a.Left, uses[a.Id]))),
        ]);
    }

    /// <summary>How much of a unit.</summary>
    public long Of(string unit) => parts.Where(p => p.From.Unit == unit).Sum(p => p.Most);

    /// <summary>What it gives back is moved in the lots it came from; they are loaded before.</summary>
    public async ValueTask LoadLots(LaneScene scene, MemberState? member, CancellationToken ct)
    {
        foreach (var (from, _) in parts)
        {
            await from.LoadLots(scene, member!, ct);
        }
    }

    /// <summary>
    /// Fetches what the sale spends of it into the very lots, of each unit before the wallet gives anything.
    /// </summary>
    /// <returns>From where each unit is to be spent.</returns>
    public ILookup<string, Draw> Fetch(
        MemberState owner,
        IEnumerable<SpendRequest> spend,
        LaneScene scene,
        DateOnly today
    )
    {
        var fetched = new List<(string Unit, Draw Draw)>();
        foreach (var (unit, amount) in spend)
        {
            var open = amount;
            foreach (var (from, most) in parts.Where(p => p.From.Unit == unit))
            {
                var part = Math.Min(open, most);
                if (part > 0)
                {
                    var draws = from.Take(part);
                    owner.Ledger.Fetch(draws);
                    owner.Collect(scene.Rows, from.Cause(Stored.Cut(scene.Now), today));
                    fetched.AddRange(draws.Select(d => (unit, d)));
                    open -= part;
                }
            }
        }

        return fetched.ToLookup(f => f.Unit, f => f.Draw);
    }
}
