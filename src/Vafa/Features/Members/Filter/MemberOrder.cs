using System.Linq.Expressions;

namespace Vafa.Features.Members.Filter;

/// <summary>
/// An order of members, as stretches one behind the other: who never bought has no last purchase and stands in a
/// stretch of his own behind those who did, whichever way the list runs.
/// </summary>
/// <param name="IsIndexed">
/// An index holds this order on either engine, so that a page is read from where the last one ended. The others have
/// one on PostgreSQL and are made by one pass over the members on SQLite (decision 0008).
/// </param>
public sealed record MemberOrder
{
    /// <summary>Newest members first: the order of a list that asks for none.</summary>
    public static readonly MemberOrder Newest = new("-joined", true, new Stretch<DateTimeOffset>(m => m.Since, true));

    public static readonly IReadOnlyList<MemberOrder> All =
    [
        Newest,
        new("joined", true, new Stretch<DateTimeOffset>(m => m.Since, false)),
        new("-lastVisit", true, new Stretch<DateTimeOffset?>(m => m.LastVisit, true, m => m.LastVisit != null), Never),
        new("lastVisit", true, new Stretch<DateTimeOffset?>(m => m.LastVisit, false, m => m.LastVisit != null), Never),
        new("-visits", false, new Stretch<long>(m => m.Visits, true)),
        new("visits", false, new Stretch<long>(m => m.Visits, false)),
        new("-spent", false, new Stretch<long>(m => m.Spent, true)),
        new("spent", false, new Stretch<long>(m => m.Spent, false)),
    ];

    private MemberOrder(string word, bool isIndexed, params Stretch[] stretches) =>
        (Word, IsIndexed, Stretches) = (word, isIndexed, stretches);

    /// <summary>As ?sort= says it; "-" runs from the most to the least.</summary>
    public string Word { get; }

    internal bool IsIndexed { get; }

    internal IReadOnlyList<Stretch> Stretches { get; }

    private static Stretch Never => new Stretch<DateTimeOffset>(m => m.Since, true, m => m.LastVisit == null);

    public static MemberOrder? Of(string word) => All.FirstOrDefault(o => o.Word == word);

    /// <summary>Where a member stands in this order.</summary>
    internal MemberPlace PlaceOf(Ranked member)
    {
        var stretch = Stretches.Count == 1 || member.LastVisit is not null ? 0 : 1;
        return new MemberPlace(stretch, Stretches[stretch].KeyOf(member), member.Id);
    }

    /// <summary>Below zero when <paramref name="one"/> stands before <paramref name="other"/>.</summary>
    internal int Compare(MemberPlace one, MemberPlace other)
    {
        if (one.Stretch != other.Stretch)
        {
            return one.Stretch.CompareTo(other.Stretch);
        }

        var upwards = one.Key != other.Key ? one.Key.CompareTo(other.Key) : one.Id.CompareTo(other.Id);
        return Stretches[one.Stretch].Descending ? -upwards : upwards;
    }
}

/// <summary>A place in an order of members.</summary>
/// <param name="Key">Ticks, visits or money.</param>
public sealed record MemberPlace(int Stretch, long Key, Guid Id);

/// <summary>What every order is made of.</summary>
internal sealed record Ranked(Guid Id, DateTimeOffset Since, DateTimeOffset? LastVisit, long Visits, long Spent);

/// <summary>Members in the order of one column and, where that is equal, of their ids; both run the same way.</summary>
internal abstract class Stretch(bool descending)
{
    public bool Descending { get; } = descending;

    /// <summary>Its keys are ticks.</summary>
    public abstract bool IsOfTime { get; }

    public abstract long KeyOf(Ranked member);

    /// <summary>Those of the members who belong here, from behind one place until another, both optional.</summary>
    public abstract IQueryable<Member> Part(IQueryable<Member> members, MemberPlace? after, MemberPlace? until);

    public abstract IOrderedQueryable<Member> Sort(IQueryable<Member> members);
}

internal sealed class Stretch<TKey>(
    Expression<Func<Member, TKey>> key,
    bool descending,
    Expression<Func<Member, bool>>? only = null
) : Stretch(descending)
{
    private readonly Func<Member, TKey> read = key.Compile();

    public override bool IsOfTime => typeof(TKey) != typeof(long);

    public override long KeyOf(Ranked member)
    {
        var row = new Member
        {
            Id = member.Id,
            Since = member.Since,
            LastVisit = member.LastVisit,
            Visits = member.Visits,
            Spent = member.Spent,
        };
        return read(row) switch
        {
            DateTimeOffset at => at.UtcTicks,
            long number => number,
            _ => throw new InvalidOperationException(),
        };
    }

    public override IQueryable<Member> Part(IQueryable<Member> members, MemberPlace? after, MemberPlace? until)
    {
        members = only is null ? members : members.Where(only);
        members = after is null ? members : members.Where(Beyond(after, forwards: true, itself: false));
        return until is null ? members : members.Where(Beyond(until, forwards: false, itself: true));
    }

    public override IOrderedQueryable<Member> Sort(IQueryable<Member> members) =>
        Descending
            ? members.OrderByDescending(key).ThenByDescending(m => m.Id)
            : members.OrderBy(key).ThenBy(m => m.Id);

    /// <summary>
    /// key ≤ k and (key &lt; k or id &lt; i): the first half is a range of the index, which "key &lt; k or …" alone is
    /// not to every engine.
    /// </summary>
    private Expression<Func<Member, bool>> Beyond(MemberPlace place, bool forwards, bool itself)
    {
        var (value, id, down) = (Value(place.Key), place.Id, Descending == forwards);
        Expression<Func<Member, bool>> behind = (down, itself) switch
        {
            (true, false) => m => m.Id.CompareTo(id) < 0,
            (true, true) => m => m.Id.CompareTo(id) <= 0,
            (false, false) => m => m.Id.CompareTo(id) > 0,
            (false, true) => m => m.Id.CompareTo(id) >= 0,
        };
        return Predicates.And(
            Predicates.Compare(key, down ? Expression.LessThanOrEqual : Expression.GreaterThanOrEqual, value),
            Predicates.Or(Predicates.Compare(key, down ? Expression.LessThan : Expression.GreaterThan, value), behind)
        );
    }

    private TKey Value(long place)
    {
        object value = IsOfTime ? new DateTimeOffset(place, TimeSpan.Zero) : place;
        return (TKey)value;
    }
}
