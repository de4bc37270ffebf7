using Vafa.Features.Programme;
using Vafa.Features.Tiers;

namespace Vafa.Features.Members.Merging;

/// <summary>How somebody would look who was two members.</summary>
internal static class MergedView
{
    public static MemberView Of(MemberView stays, MemberView goes, ClubVersion club) =>
        stays with
        {
            Mobile = stays.Mobile ?? goes.Mobile,
            FirstName = stays.FirstName ?? goes.FirstName,
            LastName = stays.LastName ?? goes.LastName,
            BirthDate = stays.BirthDate ?? goes.BirthDate,
            Gender = stays.Gender ?? goes.Gender,
            Email = stays.Email ?? goes.Email,
            Referrer = stays.Referrer ?? (goes.Referrer == stays.Id ? null : goes.Referrer),
            Consent = new ConsentView(
                JoinProfiles.Stricter(stays.Consent.Sms, goes.Consent.Sms),
                JoinProfiles.Stricter(stays.Consent.Email, goes.Consent.Email)
            ),
            Groups = [.. stays.Groups.Union(goes.Groups).Order(StringComparer.Ordinal)],
            Fields = stays
                .Fields.Concat(goes.Fields.Where(f => !stays.Fields.ContainsKey(f.Key)))
                .ToDictionary(f => f.Key, f => f.Value),
            Visits = stays.Visits + goes.Visits,
            Spent = stays.Spent + goes.Spent,
            Since = stays.Since < goes.Since ? stays.Since : goes.Since,
            LastVisit = goes.LastVisit > stays.LastVisit ? goes.LastVisit : stays.LastVisit ?? goes.LastVisit,
            Wallets = [.. stays.Wallets.Select(w => Joined(w, goes.Wallets.First(o => o.Unit == w.Unit)))],
            Tiers = Tiers(stays, goes, club),
            Tier = Tiers(stays, goes, club) is [var first, ..] ? first.Tier : null,
            MergedFrom = [.. stays.MergedFrom.Concat(goes.MergedFrom).Append(goes.Id).Order()],
        };

    /// <summary>Names of the parts of the profile that come from the other.</summary>
    public static IReadOnlyList<string> Taken(MemberView stays, MemberView goes)
    {
        (string Name, bool IsTaken)[] parts =
        [
            ("mobile", stays.Mobile is null && goes.Mobile is not null),
            ("firstName", stays.FirstName is null && goes.FirstName is not null),
            ("lastName", stays.LastName is null && goes.LastName is not null),
            ("birthDate", stays.BirthDate is null && goes.BirthDate is not null),
            ("gender", stays.Gender is null && goes.Gender is not null),
            ("email", stays.Email is null && goes.Email is not null),
        ];
        return
        [
            .. parts.Where(p => p.IsTaken).Select(p => p.Name),
            .. goes.Fields.Keys.Where(f => !stays.Fields.ContainsKey(f)).Order(StringComparer.Ordinal),
        ];
    }

    private static WalletOfMember Joined(WalletOfMember one, WalletOfMember other) =>
        new(
            one.Unit,
            one.Balance + other.Balance,
            one.Pending + other.Pending,
            [
                .. one
                    .Expiring.Concat(other.Expiring)
                    .GroupBy(e => e.At)
                    .Select(g => new Core.Ledger.Expiring(g.Sum(e => e.Amount), g.Key))
                    .OrderBy(e => e.At),
            ]
        );

    private static IReadOnlyList<TierOfMember> Tiers(MemberView stays, MemberView goes, ClubVersion club) =>
        [
            .. stays.Tiers.Select(mine =>
            {
                var ladder = club.Programme.Ladders.First(l => l.Code == mine.Ladder);
                var theirs = goes.Tiers.First(t => t.Ladder == mine.Ladder);
                return ladder.PlaceOf(theirs.Tier) > ladder.PlaceOf(mine.Tier) ? theirs : mine;
            }),
        ];
}
