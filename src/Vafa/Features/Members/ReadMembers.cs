using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Ledger;
using Vafa.Features.Programme;
using Vafa.Features.Tiers;

namespace Vafa.Features.Members;

/// <summary>Shows members by id. Its cost is that of the members asked for, however many the club has.</summary>
public sealed class ReadMembers(AppDb db, ReadWallets readWallets, ReadTiers readTiers, ProgrammeStore programmes)
{
    /// <summary>One member; of an id that was merged, the member it became. Refused: member.unknown.</summary>
    public async Task<Outcome<MemberView>> Run(Guid id, CancellationToken ct)
    {
        id = await MemberLookup.Follow(db, id, ct) ?? id;
        var club = await programmes.Newest(ct);
        var shown = await Run([id], club, ct);
        return shown.Count == 1
            ? shown[0] with
            {
                Tiers = await readTiers.WithProgress(id, club, ct),
            }
            : Refusal.NotFound("member.unknown");
    }

    /// <summary>
    /// At most a page of members, in the order asked, with those who are gone; unknown ids are left out.
    /// </summary>
    public async Task<IReadOnlyList<MemberView>> Run(IReadOnlyList<Guid> ids, ClubVersion club, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var members = await db
            .Members.IgnoreQueryFilters()
            .AsNoTracking()
            .Where(m => ids.Contains(m.Id))
            .ToDictionaryAsync(m => m.Id, ct);
        var groups = await db.MemberGroups.AsNoTracking().Where(g => ids.Contains(g.MemberId)).ToListAsync(ct);
        var fields = await db.MemberFields.AsNoTracking().Where(f => ids.Contains(f.MemberId)).ToListAsync(ct);
        var wallets = await readWallets.Run(ids, [.. club.Programme.Units.Select(u => u.Code)], ct);
        var tiers = await readTiers.Run(ids, club, ct);
        var merged = await db
            .Members.IgnoreQueryFilters()
            .Where(m => m.MergedInto != null && ids.Contains(m.MergedInto.Value))
            .Select(m => new { Into = m.MergedInto!.Value, m.Id })
            .ToListAsync(ct);
        var mergedOf = merged.ToLookup(m => m.Into, m => m.Id);
        var groupsOf = groups.ToLookup(g => g.MemberId, g => g.Code);
        var fieldsOf = fields.ToLookup(f => f.MemberId);
        return
        [
            .. ids.Where(members.ContainsKey)
                .Select(id =>
                    Show(members[id]) with
                    {
                        Tier = tiers[id].FirstOrDefault()?.Tier,
                        Tiers = [.. tiers[id]],
                        MergedFrom = [.. mergedOf[id].Order()],
                        Groups = [.. groupsOf[id].Order(StringComparer.Ordinal)],
                        Fields = FieldValues.Show(fieldsOf[id], club),
                        Wallets =
                        [
                            .. wallets[id].Select(w => new WalletOfMember(w.Unit, w.Balance, w.Pending, w.Expiring)),
                        ],
                    }
                ),
        ];
    }

    private static MemberView Show(Member m) =>
        new(
            m.Id,
            m.Card,
            m.Mobile,
            m.FirstName,
            m.LastName,
            m.BirthDate,
            m.Gender,
            m.Email,
            new ConsentView(m.ConsentSms, m.ConsentEmail),
            m.Referrer,
            Tier: null,
            Groups: [],
            Fields: ImmutableDictionary<string, System.Text.Json.JsonElement>.Empty,
            m.Visits,
            m.Spent,
            m.Since,
            m.LastVisit,
            Wallets: []
        )
        {
            Gone = m.GoneAt is { } at ? new GoneMember(at, m.MergedInto) : null,
        };
}
