using Vafa.Core.Ledger;
using Vafa.Features.Home;
using Vafa.Features.Purchases;

namespace Vafa.Features.Ledger.Lane;

/// <summary>
/// The roll-ups behind the home page while a transaction adds to them: each row once, however many sales move it.
/// The lane, the filling of an older club and the check add up by this one class.
/// </summary>
internal sealed class RollUps
{
    private readonly Dictionary<(DateOnly Day, int Hour, string Branch), BranchHour> hours = [];
    private readonly Dictionary<(DateOnly Day, string Unit, string Branch), UnitDay> days = [];
    private readonly Dictionary<(DateOnly Day, string Unit), UnitDue> dues = [];

    /// <summary>Which of the rows of one key this writer adds to.</summary>
    public short Shard { get; init; }

    public IReadOnlyDictionary<(DateOnly Day, int Hour, string Branch), BranchHour> Hours => hours;

    public IReadOnlyDictionary<(DateOnly Day, string Unit, string Branch), UnitDay> Days => days;

    public IReadOnlyDictionary<(DateOnly Day, string Unit), UnitDue> Dues => dues;

    /// <param name="hour">On the club's wall clock.</param>
    public void Sold(Purchase sale, int hour)
    {
        var row = HourOf(sale.Day, hour, sale.Branch);
        row.Sales++;
        row.MemberSales += sale.IsGuest ? 0 : 1;
        row.Total += sale.Total;
        row.Discount += sale.Discount;
        row.Spent += sale.Spent;
        row.Payable += sale.Payable;
        row.FirstVisits += sale.Visit == VisitKind.First ? 1 : 0;
        row.BackVisits += sale.Visit == VisitKind.Back ? 1 : 0;
        row.Apart += sale.IsApart ? 1 : 0;
    }

    /// <param name="day">The business day of the refund, not of the sale.</param>
    public void Refunded(DateOnly day, int hour, string branch, long money)
    {
        var row = HourOf(day, hour, branch);
        row.Refunds++;
        row.Refunded += money;
    }

    /// <param name="place">Where and when it counts: the day, and the branch of the sale it belongs to.</param>
    public void Moved(in CountedAt place, string unit, EntryKind kind, long amount)
    {
        var row = DayOf(place.Day, unit, place.Branch ?? "");
        switch (kind)
        {
            case EntryKind.Earned:
                row.Earned += amount;
                break;
            case EntryKind.Spent:
                row.Spent -= amount;
                break;
            case EntryKind.Returned:
                row.Returned += amount;
                break;
            case EntryKind.Reversed:
                row.Reversed -= amount;
                break;
            case EntryKind.Expired:
                row.Expired -= amount;
                break;
            case EntryKind.Adjusted:
                row.Adjusted += amount;
                break;
            case EntryKind.Imported:
                row.Imported += amount;
                break;
            case EntryKind.Converted:
                row.Converted += amount;
                break;
            case EntryKind.Transferred:
                row.Transferred += amount;
                break;
            case EntryKind.Merged:
                row.Merged += amount;
                break;
            case EntryKind.Reinstated:
                row.Reinstated += amount;
                break;
            case EntryKind.SetApart:
                row.SetApart += amount;
                break;
            case EntryKind.Extended:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }

    /// <summary>The remainder of a lot moves; one that never expires is never due.</summary>
    public void Due(DateTimeOffset? expiresAt, string unit, long by)
    {
        if (expiresAt is not { } end || by == 0)
        {
            return;
        }

        var day = DueDay(end);
        if (!dues.TryGetValue((day, unit), out var row))
        {
            dues[(day, unit)] = row = new UnitDue
            {
                Day = day,
                Unit = unit,
                Shard = Shard,
            };
        }

        row.Remaining += by;
    }

    /// <summary>In key order, in which every transaction locks them.</summary>
    public void AddTo(LaneRows rows)
    {
        foreach (
            var hour in hours
                .Values.OrderBy(h => h.Day)
                .ThenBy(h => h.Hour)
                .ThenBy(h => h.Branch, StringComparer.Ordinal)
        )
        {
            rows.BranchHours.Add(hour);
        }

        foreach (
            var day in days
                .Values.OrderBy(d => d.Day)
                .ThenBy(d => d.Unit, StringComparer.Ordinal)
                .ThenBy(d => d.Branch, StringComparer.Ordinal)
        )
        {
            rows.UnitDays.Add(day);
        }

        var moved = dues.Values.Where(d => d.Remaining != 0);
        foreach (var due in moved.OrderBy(d => d.Day).ThenBy(d => d.Unit, StringComparer.Ordinal))
        {
            rows.UnitDues.Add(due);
        }
    }

    /// <summary>The day a lot is due on: of the instant in UTC.</summary>
    public static DateOnly DueDay(DateTimeOffset end) => DateOnly.FromDateTime(end.UtcDateTime);

    private BranchHour HourOf(DateOnly day, int hour, string branch)
    {
        if (!hours.TryGetValue((day, hour, branch), out var row))
        {
            hours[(day, hour, branch)] = row = new BranchHour
            {
                Day = day,
                Hour = (short)hour,
                Branch = branch,
                Shard = Shard,
            };
        }

        return row;
    }

    private UnitDay DayOf(DateOnly day, string unit, string branch)
    {
        if (!days.TryGetValue((day, unit, branch), out var row))
        {
            days[(day, unit, branch)] = row = new UnitDay
            {
                Day = day,
                Unit = unit,
                Branch = branch,
                Shard = Shard,
            };
        }

        return row;
    }
}

/// <summary>Where an entry counts in the roll-ups.</summary>
internal readonly record struct CountedAt(DateOnly Day, string? Branch);

/// <summary>
/// Two writers never wait for one row: each lane of a process, and each machine, has rows of its own. Two that share
/// one all the same only wait for each other.
/// </summary>
internal static class Shards
{
    /// <summary>The lanes of one process and whoever writes beside them.</summary>
    private const int Writers = 4;
    private const int Machines = 4;

    private static readonly int Machine = Environment.MachineName.Sum(letter => letter) % Machines;

    /// <summary>What writes beside the lanes: an import.</summary>
    public const int Beside = Writers - 1;

    /// <param name="writer">Number of the lane, from 0; or <see cref="Beside"/>.</param>
    public static short Of(int writer) => (short)((Machine * Writers) + (writer % Writers));
}
