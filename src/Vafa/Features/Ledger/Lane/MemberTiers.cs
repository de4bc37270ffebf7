using Vafa.Core.Ledger;
using Vafa.Core.Tiers;
using Vafa.Features.Tiers;

namespace Vafa.Features.Ledger.Lane;

/// <summary>
/// Where one member stands on the ladders, as far as it was read, what he earned on which day, and what a batch moves.
/// </summary>
internal sealed class MemberTiers(Guid member)
{
    private readonly Dictionary<string, MemberTier> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<(DateOnly Day, string Unit), long> earned = [];
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);
    private readonly List<MemberTierMove> moves = [];
    private DateOnly? due;

    public void Read(MemberTier row) => rows[row.Ladder] = row;

    /// <summary>A sale earned so much on its day, or a refund took so much of it back.</summary>
    public void Earn(DateOnly day, string unit, long amount) =>
        earned[(day, unit)] = earned.GetValueOrDefault((day, unit)) + amount;

    public Standing On(string ladder) => rows.TryGetValue(ladder, out var row) ? row.Standing : Standing.None;

    /// <summary>Where he stands, on each ladder he was ever on.</summary>
    public IReadOnlyList<(string Ladder, Standing Standing)> Standings =>
        [.. rows.Values.Select(r => (r.Ladder, r.Standing))];

    public MemberTier? RowOf(string ladder) => rows.GetValueOrDefault(ladder);

    /// <summary>Whether its row says already that it was reviewed so and is due then.</summary>
    public bool IsAsBefore(string ladder, DateOnly? next, long version) =>
        rows.TryGetValue(ladder, out var row) && row.ReviewOn == next && row.LadderVersion == version;

    /// <summary>The tiers that count on a day, at most one of each ladder.</summary>
    public IEnumerable<Tier> Effective(IEnumerable<Ladder> ladders, DateOnly day) =>
        ladders.Select(l => l.Effective(On(l.Code), day)).OfType<Tier>();

    public IEnumerable<DateOnly> DaysOfEarning => earned.Keys.Select(k => k.Day);

    public IEnumerable<UnitAmount> EarnedOn(DateOnly day) =>
        earned.Where(e => e.Key.Day == day).Select(e => new UnitAmount(e.Key.Unit, e.Value));

    /// <summary>
    /// The standing moves; who placed it stays with the placement. Without a move only the next review is another.
    /// </summary>
    public void Move(string ladder, Moved moved, TierCause cause)
    {
        var standing = moved.Standing;
        var before = rows.GetValueOrDefault(ladder);
        rows[ladder] = new MemberTier
        {
            MemberId = member,
            Ladder = ladder,
            Tier = standing.Tier,
            Since = standing.Since,
            GraceUntil = standing.GraceUntil,
            PlacedTier = standing.Placed?.Tier,
            PlacedUntil = standing.Placed?.Until,
            PlacedBy = standing.Placed is null ? null : cause.By ?? before?.PlacedBy,
            WarnedOf = standing.WarnedOf,
            ReviewOn = cause.ReviewOn,
            LadderVersion = cause.LadderVersion ?? before?.LadderVersion ?? 0,
            Moves = (before?.Moves ?? 0) + moved.Moves.Count,
        };
        changed.Add(ladder);
        var no = before?.Moves ?? 0;
        foreach (var move in moved.Moves)
        {
            moves.Add(
                new MemberTierMove
                {
                    MemberId = member,
                    Id = Guid.CreateVersion7(cause.At),
                    Ladder = ladder,
                    No = ++no,
                    FromTier = move.From,
                    ToTier = move.To,
                    Day = cause.Day,
                    At = cause.At,
                    Why = move.Event,
                    CauseId = cause.Purchase,
                    By = cause.By,
                    Reason = cause.Reason,
                }
            );
        }
    }

    /// <summary>What was recorded may move him: the next night looks at him.</summary>
    public void LookAt(DateOnly day) => due = day;

    public void AddTo(LaneRows written)
    {
        if (due is { } day)
        {
            written.TiersDue.Add(new TierDue(member, day));
        }

        foreach (var ladder in changed)
        {
            written.Tiers.Add(rows[ladder]);
        }

        foreach (var move in moves)
        {
            written.TierMoves.Add(move);
        }
    }
}

/// <summary>Why a standing moves.</summary>
/// <param name="Day">Business day from which it counts.</param>
/// <param name="ReviewOn">The next day on which a review could change it.</param>
internal sealed record TierCause(DateOnly Day, DateTimeOffset At, DateOnly? ReviewOn)
{
    /// <summary>The version of the ladder that all of it was reviewed by; null: none, as by a sale.</summary>
    public long? LadderVersion { get; init; }

    /// <summary>The sale that reached it.</summary>
    public Guid? Purchase { get; init; }

    /// <summary>The person who placed or took it.</summary>
    public string? By { get; init; }

    public string? Reason { get; init; }
}
