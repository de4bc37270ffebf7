using Vafa.Core.Offers;
using Vafa.Core.Values;
using Vafa.Features.Ledger.Allowances;
using Vafa.Features.Members;
using Vafa.Features.Products;
using Vafa.Features.Purchases;
using Vafa.Features.Purchases.Holds;
using Vafa.Web;

namespace Vafa.Features.Ledger.Lane;

/// <summary>
/// What was read for a batch, kept up to date by its works: the second sale of a member in one batch sees the first.
/// </summary>
internal sealed class LaneState
{
    /// <summary>
    /// What works of this batch create by its code; in code order, so that two lanes cannot wait for each other.
    /// </summary>
    private readonly SortedDictionary<string, Product> newProducts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ProductGroup> newGroups = new(StringComparer.Ordinal);

    /// <summary>Number of the newest programme version.</summary>
    public long Version { get; set; }

    public Dictionary<MemberRef, Guid> MemberKeys { get; } = [];

    /// <summary>Those that are members now.</summary>
    public Dictionary<Guid, MemberState> Members { get; } = [];

    /// <summary>Ids that are no members any more: only what ends something of theirs looks here.</summary>
    public Dictionary<Guid, MemberState> Gone { get; } = [];

    public Dictionary<AnswerKey, IdempotencyRow> Answers { get; } = [];

    public Dictionary<string, PurchaseKey> PurchaseKeys { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ProductFact> Products { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, CounterState> Counters { get; } = new(StringComparer.Ordinal);

    public Dictionary<Guid, HeldUses> Holds { get; } = [];

    /// <summary>The open ones of the members that were read, where a work asked for them, and new ones.</summary>
    public Dictionary<Guid, OpenAllowance> Allowances { get; } = [];

    /// <summary>What is set apart of a member, the oldest first.</summary>
    public IEnumerable<OpenAllowance> AllowancesOf(Guid member) =>
        Allowances.Values.Where(a => a.IsOpen && a.Member == member).OrderBy(a => a.Id);

    /// <summary>A counter to move; one that was not asked for is moved unseen, which only frees may do.</summary>
    public CounterState CounterOf(string key)
    {
        if (!Counters.TryGetValue(key, out var counter))
        {
            Counters[key] = counter = new CounterState(0, 0);
        }

        return counter;
    }

    public void Read(MemberState member) => (member.Row.GoneAt is null ? Members : Gone)[member.Row.Id] = member;

    /// <summary>Whoever was read under this id, a member or not any more.</summary>
    public MemberState? Anybody(Guid id) => Members.GetValueOrDefault(id) ?? Gone.GetValueOrDefault(id);

    /// <summary>Ids that were merged into a member who was not read with them, each with that member.</summary>
    public IEnumerable<(Guid Merged, Guid Into)> Astray =>
        Gone
            .Values.Where(g => g.Row.MergedInto is { } into && Anybody(into) is null)
            .Select(g => (g.Row.Id, g.Row.MergedInto!.Value));

    /// <summary>Whoever asks for an id that was merged finds the member it became.</summary>
    public void Follow()
    {
        foreach (var gone in Gone.Values)
        {
            if (gone.Row.MergedInto is { } into && Members.TryGetValue(into, out var survivor))
            {
                Members[gone.Row.Id] = survivor;
            }
        }
    }

    /// <summary>Why there is no member of this id: member.gone or member.unknown.</summary>
    public Refusal NotHere(Guid id) => Gone.ContainsKey(id) ? MemberLookup.Gone() : Refusal.NotFound("member.unknown");

    public MemberState? MemberOf(MemberRef key) =>
        MemberKeys.TryGetValue(key, out var id) ? Members.GetValueOrDefault(id) : null;

    /// <summary>A line names a sku or product group: what was not set up is created by its code.</summary>
    public void Name(string? sku, string? group, string? title, DateTimeOffset now)
    {
        var known = sku is null ? default : Products.GetValueOrDefault(sku);
        if (group is not null && group != known.Group && !newGroups.ContainsKey(group))
        {
            newGroups[group] = new ProductGroup { Code = group, CreatedAt = now };
        }

        if (sku is not null && Products.TryAdd(sku, new ProductFact(group, null)))
        {
            newProducts[sku] = new Product
            {
                Sku = sku,
                TitleFa = title,
                GroupCode = group,
                CreatedAt = now,
            };
        }
    }

    /// <summary>Everything that changed in wallets, members and counters, and what was created.</summary>
    public void AddTo(LaneRows rows)
    {
        foreach (var group in newGroups.Values)
        {
            rows.ProductGroups.Add(group);
        }

        foreach (var product in newProducts.Values)
        {
            rows.Products.Add(product);
        }

        foreach (var member in Members.Values.Concat(Gone.Values).Distinct())
        {
            member.AddTo(rows);
        }

        // In the order in which every lane locks them.
        foreach (var (offer, counter) in Counters.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            if (counter.IsMoved)
            {
                rows.OfferCounters.Add(counter.Move(offer));
            }
        }

        foreach (var allowance in Allowances.Values)
        {
            allowance.AddTo(rows);
        }

        rows.RollUps.AddTo(rows);
    }
}

/// <summary>What the lane knows of a product.</summary>
internal readonly record struct ProductFact(string? Group, Money? Price, string? Brand = null, Money? Cost = null)
{
    /// <summary>It was taken off the list; a till that still names it sells it as before.</summary>
    public bool IsGone { get; init; }
}

/// <summary>A limited offer's counter as read, and by how much this batch moves it.</summary>
internal sealed class CounterState(long usesRead, long givenRead)
{
    private long mostUses = long.MaxValue;
    private long mostGiven = long.MaxValue;

    public long Uses { get; private set; }

    public long Given { get; private set; }

    public bool IsMoved => Uses != 0 || Given != 0;

    public long UsesNow => usesRead + Uses;

    public long GivenNow => givenRead + Given;

    /// <summary>A sale uses the offer, whose limits may not be passed without being seen.</summary>
    public void Use(long given, SpanLimit limits)
    {
        Uses++;
        Given += given;
        mostUses = Math.Min(mostUses, limits.Uses ?? long.MaxValue);
        mostGiven = Math.Min(mostGiven, limits.Budget?.Minor ?? long.MaxValue);
    }

    /// <summary>A wholly refunded sale and a hold that ends free their use.</summary>
    public void Free(long given)
    {
        Uses--;
        Given -= given;
    }

    /// <summary>
    /// What is written. The limits guard what this batch decided on a count that another lane may have moved meanwhile;
    /// what a concluded sale passes knowingly is expected.
    /// </summary>
    public CounterMove Move(string offer) => new(offer, Uses, Given, UsesNow, mostUses, GivenNow, mostGiven);
}
