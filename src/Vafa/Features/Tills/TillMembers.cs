using Vafa.Core.Values;
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

/// <summary>Shows members at a till.</summary>
internal sealed class TillMembers(ReadMembers read, ReadTiers readTiers, ProgrammeStore programmes)
{
    private const int ShownDigits = 4;

    /// <summary>In the order asked; who is gone is left out.</summary>
    public async Task<IReadOnlyList<TillMember>> Run(IReadOnlyList<Guid> ids, bool persian, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        if (ids.Count == 1)
        {
            var one = await One(ids[0], persian, ct);
            return one.IsRefused ? [] : [one.Value];
        }

        return [.. (await read.Run(ids, club, ct)).Where(m => m.Gone is null).Select(Show)];
    }

    /// <summary>One, with his way on each ladder. Refused: member.unknown, also for who is gone.</summary>
    public async Task<Outcome<TillMember>> One(Guid id, bool persian, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        var found = await read.Run([id], club, ct);
        if (found is not [{ Gone: null } member])
        {
            return Refusal.NotFound("member.unknown");
        }

        var (words, today) = (club.Wording(persian), readTiers.Today(club));
        var tiers = await readTiers.WithProgress(id, club, ct);
        return Show(member) with
        {
            Ways = [.. tiers.Zip(club.Programme.Ladders, (t, l) => TierTold.Of(t, l, today, words))],
        };
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
