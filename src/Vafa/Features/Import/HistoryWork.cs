using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Members;
using Vafa.Features.Programme;
using Vafa.Features.Purchases;

namespace Vafa.Features.Import;

/// <summary>Writes the sales of a file as history, a chunk a transaction.</summary>
/// <param name="firstSeen">When each buyer was first seen: the day a member who has to be made joined.</param>
internal sealed class HistoryWork(ImportRequest request, IReadOnlyDictionary<string, DateTimeOffset> firstSeen)
    : IChunkWork<SaleDraft>
{
    private readonly Dictionary<string, string> cards = new(StringComparer.Ordinal);
    private readonly HashSet<string> made = new(StringComparer.Ordinal);
    private RuleEarnings? earnings;

    public Task Ask(ClubVersion club, LaneReads reads, IReadOnlyList<SaleDraft> items, CancellationToken ct)
    {
        earnings = request.Earn ? RuleEarnings.Of(club, earnings) : null;
        reads.EachLot |= club.Programme.HasSlidingUnits;
        foreach (var draft in items)
        {
            reads.PurchaseKeys.Add(KeyOf(draft));
            foreach (var line in draft.Lines)
            {
                if (line.Sku is { } sku)
                {
                    reads.Skus.Add(sku);
                }
            }

            AskForBuyer(reads, draft.First.Buyer);
            if (draft.First.Buyer is not null)
            {
                earnings?.Ask(reads, draft.First.Day);
            }
        }

        return Task.CompletedTask;
    }

    public void Decide(ChunkScene scene, SaleDraft draft, ChunkResult result)
    {
        if (scene.State.PurchaseKeys.ContainsKey(KeyOf(draft)))
        {
            result.Known++;
            return;
        }

        MemberState? member = null;
        if (draft.First.Buyer is { } buyer && (member = MemberOf(scene, buyer, result)) is null)
        {
            var reason = RowReason.Of("no-member", buyer.Kind, buyer.Value);
            result.Rejected.AddRange(draft.Lines.Select(l => (l.Source, reason)));
            return;
        }

        Write(scene, draft, member);
        result.Added++;
    }

    private static string KeyOf(SaleDraft draft) => Convert.ToHexString(PurchaseKeys.OfImport(draft.Identity));

    private void AskForBuyer(LaneReads reads, (string Kind, string Value)? buyer)
    {
        switch (buyer)
        {
            case null:
                break;
            case ("id", var id):
                reads.MemberIds.Add(Guid.Parse(id));
                break;
            case (var kind, var value):
                reads.MemberKeys.Add(new MemberRef(kind, value));
                if (request.CreateMembers && kind == MemberKey.Mobile && !made.Contains(value))
                {
                    // Whether somebody has this card already is read along with the rest.
                    reads.MemberKeys.Add(new MemberRef(MemberKey.Card, cards[value] = CardNumber.Draw()));
                }

                break;
        }
    }

    private MemberState? MemberOf(ChunkScene scene, (string Kind, string Value) buyer, ChunkResult result)
    {
        var key = new MemberRef(buyer.Kind, buyer.Value);
        var known =
            buyer.Kind == "id"
                ? scene.State.Members.GetValueOrDefault(Guid.Parse(buyer.Value))
                : scene.State.MemberOf(key);
        if (known is not null || !request.CreateMembers || buyer.Kind == "id")
        {
            return known;
        }

        var since = Stored.Cut(firstSeen[buyer.Value]);
        var member = new Member
        {
            Id = Guid.CreateVersion7(scene.Now),
            Card = buyer.Kind == MemberKey.Card ? buyer.Value : FreeCard(scene, buyer.Value),
            Mobile = buyer.Kind == MemberKey.Mobile ? buyer.Value : null,
            Since = since,
            SinceDay = scene.Club.Time.DayOf(since),
        };
        if (made.Add(buyer.Value))
        {
            result.Members++;
        }

        return NewMembers.Add(scene, member);
    }

    private string FreeCard(ChunkScene scene, string mobile)
    {
        var card = cards[mobile];
        while (scene.State.MemberKeys.ContainsKey(new MemberRef(MemberKey.Card, card)))
        {
            card = CardNumber.Draw();
        }

        return card;
    }

    private void Write(ChunkScene scene, SaleDraft draft, MemberState? member)
    {
        var id = Guid.CreateVersion7(scene.Now);
        var at = Stored.Cut(draft.At);
        var day = scene.Club.Time.DayOf(at);
        var owner = member?.Row.Id ?? GuestId.Of(draft.First.Branch, day).Value;
        var total = 0L;
        var no = 0;
        foreach (var line in draft.Lines)
        {
            total = checked(total + line.Amount);
            scene.Rows.Lines.Add(LineOf(scene, line, owner, id, ++no));
        }

        var from = member?.Ledger.LastNo + 1 ?? 0;
        var visit = VisitKind.Usual;
        if (member is not null)
        {
            var cause = new EntryCause(CauseKind.Purchase, id, null, at, scene.Now, day);
            earnings?.Earn(scene, draft, member, cause with { Branch = draft.First.Branch });
            member.Ledger.Slide(unit => scene.Club.Programme.SlidesTo(unit, day), at);
            member.Count(day, 1, new Money(total));
            visit = member.VisitOn(day);
            member.Visited(at, day);
            member.Tiers.LookAt(scene.Club.Time.DayOf(scene.Now));
            foreach (var line in draft.Lines.Where(l => l.Kind == LineKind.Goods))
            {
                member.Bought.Move(line.Sku, GroupOf(scene, line), line.Quantity, day);
            }
        }

        Add(
            scene,
            new Purchase
            {
                MemberId = owner,
                Id = id,
                IsGuest = member is null,
                Branch = draft.First.Branch,
                Till = draft.First.Till,
                Channel = Channel.Store,
                Reference = draft.First.Reference,
                At = at,
                RecordedAt = scene.Now,
                Day = day,
                Total = total,
                Payable = total,
                Source = PurchaseSource.Import,
                Visit = visit,
                ProgrammeVersion = scene.Club.Version,
                EntryFrom = from,
                EntryTo = member?.Ledger.LastNo + 1 ?? 0,
            }
        );
        AddKey(scene, PurchaseKeys.OfId(id), owner, id);
        AddKey(scene, PurchaseKeys.OfImport(draft.Identity), owner, id);
    }

    private static void Add(ChunkScene scene, Purchase sale)
    {
        scene.Rows.Purchases.Add(sale);
        scene.Rows.RollUps.Sold(sale, scene.Club.Time.WallClock(sale.At).Hour);
    }

    private static void AddKey(ChunkScene scene, byte[] key, Guid owner, Guid id)
    {
        var row = new PurchaseKey
        {
            Key = key,
            MemberId = owner,
            PurchaseId = id,
        };
        scene.Rows.Keys.Add(row);
        scene.State.PurchaseKeys[Convert.ToHexString(key)] = row;
    }

    /// <summary>A sku or product group that was not set up is made by its code, as in a live sale.</summary>
    private static PurchaseLine LineOf(ChunkScene scene, SaleRow line, Guid owner, Guid purchase, int no)
    {
        scene.State.Name(line.Sku, line.Group, line.Name, scene.Now);
        return new PurchaseLine
        {
            MemberId = owner,
            PurchaseId = purchase,
            No = no,
            Sku = line.Sku,
            ProductGroup = GroupOf(scene, line),
            Name = line.Name,
            Quantity = line.Quantity,
            UnitPrice = line.UnitPrice,
            Amount = line.Amount,
            Kind = line.Kind,
        };
    }

    internal static string? GroupOf(ChunkScene scene, SaleRow line) =>
        line.Group ?? (line.Sku is { } sku ? scene.State.Products.GetValueOrDefault(sku).Group : null);
}
