using Vafa.Core.Ledger;
using Vafa.Core.Tiers;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Members;
using Vafa.Features.Programme;

namespace Vafa.Features.Import;

/// <summary>Writes members and their opening balances, a chunk a transaction.</summary>
internal sealed class EnrolWork(OpenedUnits opened) : IChunkWork<MemberLine>
{
    private readonly Dictionary<int, string> cards = [];
    private HashSet<(Guid Member, string Unit)> openedBefore = [];

    public async Task Ask(ClubVersion club, LaneReads reads, IReadOnlyList<MemberLine> items, CancellationToken ct)
    {
        reads.Groups = true;
        reads.Tiers |= items.Any(i => i.Tier is not null);
        cards.Clear();
        foreach (var line in items)
        {
            foreach (var key in KeysOf(line))
            {
                reads.MemberKeys.Add(key);
            }

            if (line.Card is null)
            {
                cards[line.Source.Line] = CardNumber.Draw();
                reads.MemberKeys.Add(new MemberRef(MemberKey.Card, cards[line.Source.Line]));
            }
        }

        openedBefore = await opened.Of(items.SelectMany(KeysOf).ToList(), ct);
    }

    public void Decide(ChunkScene scene, MemberLine line, ChunkResult result)
    {
        var known = KeysOf(line)
            .Where(k => k.Kind != MemberKey.Email)
            .Select(scene.State.MemberOf)
            .OfType<MemberState>()
            .Distinct()
            .ToList();
        if (known.Count > 1)
        {
            result.Rejected.Add((line.Source, RowReason.Of("two-members")));
            return;
        }

        if (line is { Mobile: { } mobile, Card: { } card } && known.Count == 1 && !Knows(scene, mobile))
        {
            result.Rejected.Add((line.Source, RowReason.Of("card-taken", "card", card)));
            return;
        }

        var owner = line.Email is { } email
            ? scene.State.MemberOf(new MemberRef(MemberKey.Email, MemberKeys.EmailKey(email)))
            : null;
        if (owner is not null && !known.Contains(owner))
        {
            result.Rejected.Add((line.Source, RowReason.Of("email-taken", "email", line.Email!)));
            return;
        }

        var member = known.FirstOrDefault() ?? Enrol(scene, line);
        var gotMore = Open(scene, line, member, result) | Join(scene, line, member) | Place(scene, line, member);
        if (known.Count == 0)
        {
            result.Added++;
        }
        else if (gotMore)
        {
            result.Changed++;
        }
        else
        {
            result.Known++;
        }
    }

    private static IEnumerable<MemberRef> KeysOf(MemberLine line)
    {
        if (line.Mobile is { } mobile)
        {
            yield return new MemberRef(MemberKey.Mobile, mobile);
        }

        if (line.Card is { } card)
        {
            yield return new MemberRef(MemberKey.Card, CardNumber.Read(card));
        }

        if (line.Email is { } email)
        {
            yield return new MemberRef(MemberKey.Email, MemberKeys.EmailKey(email));
        }
    }

    private static bool Knows(ChunkScene scene, string mobile) =>
        scene.State.MemberOf(new MemberRef(MemberKey.Mobile, mobile)) is not null;

    private MemberState Enrol(ChunkScene scene, MemberLine line)
    {
        var since = line.Since is { } given ? Stored.Cut(given) : scene.Now;
        return NewMembers.Add(
            scene,
            new Member
            {
                Id = Guid.CreateVersion7(scene.Now),
                Card = line.Card is { } card ? CardNumber.Read(card) : FreeCard(scene, line),
                Mobile = line.Mobile,
                FirstName = line.FirstName,
                LastName = line.LastName,
                BirthDate = line.Birth,
                Gender = line.Gender,
                Email = line.Email,
                Since = since,
                SinceDay = scene.Club.Time.DayOf(since),
            }
        );
    }

    private string FreeCard(ChunkScene scene, MemberLine line)
    {
        var card = cards[line.Source.Line];
        while (scene.State.MemberKeys.ContainsKey(new MemberRef(MemberKey.Card, card)))
        {
            card = CardNumber.Draw();
        }

        return card;
    }

    /// <summary>An opening balance lives as long as an earning of today would.</summary>
    private bool Open(ChunkScene scene, MemberLine line, MemberState member, ChunkResult result)
    {
        var gotMore = false;
        foreach (var (unit, amount) in line.Openings)
        {
            if (!openedBefore.Add((member.Row.Id, unit)))
            {
                continue;
            }

            var today = scene.Club.Time.DayOf(scene.Now);
            var terms = scene.Club.Programme.TermsOf(unit, scene.Now, today);
            member.Ledger.Import(unit, amount, terms with { AvailableFrom = scene.Now, Awaits = null });
            var cause = new EntryCause(
                CauseKind.Import,
                Guid.CreateVersion7(scene.Now),
                null,
                scene.Now,
                scene.Now,
                today
            );
            member.Collect(scene.Rows, cause);
            result.Openings[unit] = result.Openings.GetValueOrDefault(unit) + amount;
            gotMore = true;
        }

        return gotMore;
    }

    /// <summary>What the file says is a floor, as if a person had given it.</summary>
    private static bool Place(ChunkScene scene, MemberLine line, MemberState member)
    {
        if (
            line.Tier is not { } tier
            || scene.Club.Programme.Ladders.FirstOrDefault(l => l.PlaceOf(tier) >= 0) is not { } ladder
            || member.Tiers.On(ladder.Code).Placed?.Tier == tier
        )
        {
            return false;
        }

        var moved = Climb.Place(member.Tiers.On(ladder.Code), new Placement(tier, null));
        var today = scene.Club.Time.DayOf(scene.Now);
        // Looked at by the next night, which knows what else may change.
        member.Tiers.Move(ladder.Code, moved, new TierCause(today, scene.Now, today) { By = "import" });
        return true;
    }

    private static bool Join(ChunkScene scene, MemberLine line, MemberState member)
    {
        var gotMore = false;
        foreach (var code in line.Groups.Where(code => !member.Groups.Contains(code)))
        {
            member.ReadGroup(code);
            scene.Rows.MemberGroups.Add(new MemberGroup { MemberId = member.Row.Id, Code = code });
            gotMore = true;
        }

        return gotMore;
    }
}
