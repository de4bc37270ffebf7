using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Features.Ledger.Lane;

/// <summary>What the works of a batch must know; asked together, read in one round trip.</summary>
internal sealed class LaneReads
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether the members' rows are locked until the transaction ends (not for a quote).</summary>
    public bool Lock { get; init; } = true;

    public HashSet<Guid> MemberIds { get; } = [];

    /// <summary>Mobiles and cards that lead to members.</summary>
    public HashSet<MemberRef> MemberKeys { get; } = [];

    public HashSet<AnswerKey> Answers { get; } = [];

    /// <summary>Keys of purchases as hexadecimal text (<see cref="Purchases.PurchaseKeys"/> makes them).</summary>
    public HashSet<string> PurchaseKeys { get; } = [];

    public HashSet<string> Skus { get; } = [];

    /// <summary>Holds that works use or end.</summary>
    public HashSet<Guid> Holds { get; } = [];

    /// <summary>Limited offers whose counters the works look at.</summary>
    public HashSet<string> Counters { get; } = [];

    /// <summary>
    /// Whether the counters' rows are locked, too. At first they are not, or every sale would wait for every other:
    /// what another lane counted meanwhile is seen when this one counts, and only who passes a limit by it decides
    /// again, alone and under the lock.
    /// </summary>
    public bool LockCounters { get; init; }

    /// <summary>
    /// Every lot with a remainder, one by one: for what takes from lots. Else their sums and the debts.
    /// </summary>
    public bool EachLot { get; set; }

    public bool Groups { get; set; }

    public bool Fields { get; set; }

    public bool Uses { get; set; }

    /// <summary>What is set apart of members; who asks for it asks for each lot, too.</summary>
    public bool Allowances { get; set; }

    /// <summary>Where members stand on the ladders.</summary>
    public bool Tiers { get; set; }

    /// <summary>Since when what sales earned is asked for; null: it is not.</summary>
    public DateTimeOffset? EarnedFrom { get; private set; }

    /// <summary>Business day of an instant, by which what was earned is added up.</summary>
    public Func<DateTimeOffset, DateOnly>? DayOf { get; private set; }

    /// <summary>Products and product groups whose past is asked for.</summary>
    public HashSet<BoughtKey> Bought { get; } = [];

    /// <summary>First and last business day of the windows that are asked for; null when none is.</summary>
    public DateOnly? DaysFrom { get; private set; }

    public DateOnly? DaysTo { get; private set; }

    /// <summary>Whether something is asked that was counted under the id of each sale.</summary>
    public bool AsksPast => DaysFrom is not null || EarnedFrom is not null || Uses || Bought.Count > 0;

    /// <summary>What was earned from an instant on.</summary>
    public void Earned(DateTimeOffset from) => EarnedFrom = EarnedFrom is { } first && first < from ? first : from;

    /// <summary>The same by the business day on which it counts.</summary>
    public void Earned(ClubTime time, DateOnly from)
    {
        Earned(time.StartOf(from));
        DayOf = time.DayOf;
    }

    public void Days(DateOnly from, DateOnly to)
    {
        DaysFrom = DaysFrom is { } first && first < from ? first : from;
        DaysTo = DaysTo is { } last && last > to ? last : to;
    }
}

/// <summary>A mobile or card as it stands in member_key.</summary>
internal readonly record struct MemberRef(string Kind, string Value);

/// <summary>An idempotency key of one client.</summary>
internal readonly record struct AnswerKey(string Client, string Key);
