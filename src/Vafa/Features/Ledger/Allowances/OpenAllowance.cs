using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Features.Ledger.Lane;

namespace Vafa.Features.Ledger.Allowances;

/// <summary>An open allowance while a batch decides: as it was read or made, moved on by each work in turn.</summary>
internal sealed class OpenAllowance
{
    private readonly Allowance? read;
    private readonly Allowance row;
    private readonly List<Draw> draws;
    private long amount;
    private DateTimeOffset expiresAt;
    private bool isMoved;

    private OpenAllowance(Allowance row, bool isNew)
    {
        this.row = row;
        read = isNew ? null : row;
        draws = Way.Read(row.Lots);
        amount = row.Amount;
        expiresAt = row.ExpiresAt;
    }

    public Guid Id => row.Id;

    public Guid Member => row.MemberId;

    public Guid Device => row.DeviceId;

    public string Till => row.Till;

    public string Unit => row.Unit;

    public long Amount => amount;

    public long Left => draws.Sum(d => d.Amount);

    public DateTimeOffset ExpiresAt => expiresAt;

    public bool IsOpen { get; private set; } = true;

    public IReadOnlyList<Draw> Draws => draws;

    public static OpenAllowance Of(Allowance row) => new(row, isNew: false);

    public static OpenAllowance Make(Allowance row) => new(row, isNew: true) { isMoved = true };

    /// <summary>More of it, or the same for longer.</summary>
    public void Add(IReadOnlyList<Draw> more, DateTimeOffset until)
    {
        draws.AddRange(more);
        amount += more.Sum(d => d.Amount);
        expiresAt = until;
        isMoved = true;
    }

    /// <summary>Takes so much out of it, of what was set apart first; it may not hold less.</summary>
    public IReadOnlyList<Draw> Take(long much)
    {
        var taken = new List<Draw>();
        while (much > 0)
        {
            var first = draws[0];
            var part = Math.Min(much, first.Amount);
            taken.Add(first with { Amount = part });
            draws.RemoveAt(0);
            if (part < first.Amount)
            {
                draws.Insert(0, first with { Amount = first.Amount - part });
            }

            much -= part;
        }

        isMoved = true;
        return taken;
    }

    /// <summary>What is left goes back to the very lots; their owner has them at hand.</summary>
    public void End(MemberState owner, LaneRows rows, in EntryCause cause, DateTimeOffset now)
    {
        if (Left > 0)
        {
            owner.Ledger.GiveBack(Take(Left), now);
            owner.Collect(rows, cause);
        }

        IsOpen = false;
        isMoved = true;
    }

    /// <summary>The cause of what moves between it and the wallet.</summary>
    public EntryCause Cause(DateTimeOffset now, DateOnly day) => new(CauseKind.Allowance, Id, Till, now, now, day);

    /// <summary>Loads the lots that its way back leads to, also those that are empty now.</summary>
    public async ValueTask LoadLots(LaneScene scene, MemberState owner, CancellationToken ct)
    {
        var missing = draws.Select(d => d.Lot).Except(owner.Ledger.Lots.Select(l => l.No)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        await using var db = scene.Transaction.Context();
        var lots = await db
            .Lots.AsNoTracking()
            .Where(l => l.MemberId == Member && missing.Contains(l.No))
            .ToListAsync(ct);
        owner.ReadVeryLots(lots.Select(l => l.ToLot()));
    }

    public void AddTo(LaneRows rows)
    {
        if (!isMoved)
        {
            return;
        }

        var after = new Allowance
        {
            MemberId = row.MemberId,
            Id = row.Id,
            Unit = row.Unit,
            Till = row.Till,
            DeviceId = row.DeviceId,
            Amount = amount,
            Left = Left,
            Lots = Way.Write(draws),
            MadeAt = row.MadeAt,
            ExpiresAt = expiresAt,
            State = IsOpen ? AllowanceState.Open : AllowanceState.Ended,
            Moves = read is null ? 0 : row.Moves + 1,
        };
        (read is null ? rows.NewAllowances : rows.Allowances).Add(after);
    }

    /// <summary>The way back, as text.</summary>
    internal static class Way
    {
        public static List<Draw> Read(string text) =>
            [
                .. text.Split(',', StringSplitOptions.RemoveEmptyEntries)
                    .Select(part => part.Split(':'))
                    .Select(part => new Draw(Whole(part[0]), Whole(part[1]))),
            ];

        public static string Write(IEnumerable<Draw> draws) =>
            string.Join(',', draws.Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Lot}:{d.Amount}")));

        private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);
    }
}
