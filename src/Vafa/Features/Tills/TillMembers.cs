using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Members;
using Vafa.Features.Programme;
using Vafa.Features.Tiers;

namespace Vafa.Features.Tills;

/// <summary>
/// A member as a till shows him: what a cashier greets him by and what he may spend, not what the office knows of him.
/// </summary>
/// <param name="Mobile">Its first four and last four digits, with dots between.</param>
internal sealed record TillMember(
    Guid Id,
    string Card,
    string? Mobile,
    string? FirstName,
    string? LastName,
    IReadOnlyList<TierOfMember> Tiers,
    IReadOnlyList<string> Groups,
    long Visits,
    DateTimeOffset? LastVisit,
    IReadOnlyList<WalletOfMember> Wallets
)
{
    /// <summary>His way on each ladder, in words; only of one who is asked for alone.</summary>
    public IReadOnlyList<TierTold>? Ways { get; init; }
}

/// <summary>
/// Shows members at a till. One of them is read as a sale reads its buyer, in one round trip, with his name beside it:
/// whoever waits at the till waits for this.
/// </summary>
internal sealed class TillMembers(
    ReadMembers read,
    ReadTiers readTiers,
    ReadCalled readCalled,
    LaneStore store,
    TimeProvider clock
)
{
    private const int ShownDigits = 4;

    /// <summary>In the order asked; who is gone is left out.</summary>
    public async Task<IReadOnlyList<TillMember>> Run(
        TillStand stand,
        IReadOnlyList<Guid> ids,
        bool persian,
        CancellationToken ct
    )
    {
        if (ids is [var id])
        {
            var one = await One(stand.Club, id, persian, ct);
            return one.IsRefused ? [] : [one.Value];
        }

        return [.. (await read.Run(ids, stand.Club, ct)).Where(m => m.Gone is null).Select(Show)];
    }

    /// <summary>
    /// One, with his way on each ladder; of an id that was merged, the member it became. Refused: member.unknown, also
    /// for who is gone.
    /// </summary>
    public async Task<Outcome<TillMember>> One(ClubVersion club, Guid id, bool persian, CancellationToken ct)
    {
        var reads = new LaneReads
        {
            Now = clock.GetUtcNow(),
            Lock = false,
            Groups = true,
            MemberIds = { id },
        };
        ReadTiers.Ask(reads, club);
        var known = (await store.Look(reads, ct)).Members.GetValueOrDefault(id);
        return known is not null && await readCalled.One(known.Row.Id, ct) is { } called
            ? Show(known, called, club, reads.Now, persian)
            : Refusal.NotFound("member.unknown");
    }

    /// <summary>One who has just joined, inside the transaction that no other connection sees into yet.</summary>
    public async Task<TillMember> Fresh(ClubVersion club, Guid id, bool persian, CancellationToken ct)
    {
        var member = (await read.Run([id], club, ct))[0];
        var tiers = await readTiers.WithProgress(id, club, ct);
        return Show(member) with { Ways = Ways(tiers, club, readTiers.Today(club), persian) };
    }

    private static TillMember Show(MemberState known, Called called, ClubVersion club, DateTimeOffset now, bool persian)
    {
        var today = club.Time.DayOf(now);
        var tiers = ReadTiers.WithProgress(known, club, today);
        return new TillMember(
            called.Id,
            called.Card,
            Masked(called.Mobile),
            called.FirstName,
            called.LastName,
            [.. tiers.Select(t => t.InList)],
            [.. known.Groups.Order(StringComparer.Ordinal)],
            known.Visits,
            known.LastVisit,
            [
                .. club
                    .Programme.Units.Select(u => known.View(u.Code, now))
                    .Select(w => new WalletOfMember(w.Unit, w.Balance, w.Pending, w.Expiring)),
            ]
        )
        {
            Ways = Ways(tiers, club, today, persian),
        };
    }

    private static IReadOnlyList<TierTold> Ways(
        IReadOnlyList<TierOfMember> tiers,
        ClubVersion club,
        DateOnly today,
        bool persian
    )
    {
        var words = club.Wording(persian);
        return [.. tiers.Zip(club.Programme.Ladders, (t, l) => TierTold.Of(t, l, today, words))];
    }

    /// <summary>As a till shows him.</summary>
    public static TillMember Show(MemberView m) =>
        new(
            m.Id,
            m.Card,
            Masked(m.Mobile),
            m.FirstName,
            m.LastName,
            m.Tiers,
            m.Groups,
            m.Visits,
            m.LastVisit,
            m.Wallets
        );

    private static string? Masked(string? e164) =>
        e164 is null ? null : $"{Mobile.OfStored(e164).Local[..ShownDigits]} ••• {e164[^ShownDigits..]}";
}
