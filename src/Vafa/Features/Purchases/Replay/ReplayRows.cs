using System.Collections.Immutable;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Data.Copying;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Check;

namespace Vafa.Features.Purchases.Replay;

/// <summary>A decided sale as it is stored.</summary>
internal sealed record DecidedSale(
    Guid Id,
    bool IsGuest,
    string Branch,
    Channel Channel,
    long ProgrammeVersion,
    string Decision,
    string? Details,
    long EntryFrom,
    long EntryTo
);

internal sealed record DecidedLine(Guid Purchase, BasketLine Line);

internal sealed record SpentEntry(long No, string Unit, long Amount);

/// <summary>The decided sales of one member after the other, with their lines and what was spent on them.</summary>
internal sealed class ReplayRows : IAsyncDisposable
{
    private readonly MemberStream<DecidedSale> sales;
    private readonly MemberStream<DecidedLine> lines;
    private readonly MemberStream<SpentEntry> spent;

    public ReplayRows(Snapshot snapshot, CancellationToken ct)
    {
        MemberStream<T> Of<T>(string sql, Func<StoredRow, T> read) =>
            new(snapshot.Stream(sql, row => (row.Id(0), read(row)), ct));

        sales = Of(
            "SELECT member_id, id, is_guest, branch, channel, programme_version, decision, details, entry_from, "
                + "entry_to FROM purchase WHERE decision IS NOT NULL ORDER BY member_id, id",
            r => new DecidedSale(
                r.Id(1),
                r.YesNo(2),
                r.Text(3),
                (Channel)r.Whole(4),
                r.Whole(5),
                r.Text(6),
                r.TextOrNull(7),
                r.Whole(8),
                r.Whole(9)
            )
        );
        lines = Of(
            "SELECT member_id, purchase_id, sku, product_group, quantity, unit_price, amount, kind FROM purchase_line "
                + "ORDER BY member_id, purchase_id, no",
            r => new DecidedLine(
                r.Id(1),
                new BasketLine(
                    r.TextOrNull(2),
                    r.TextOrNull(3),
                    new Quantity(r.Whole(4)),
                    new Money(r.Whole(5)),
                    new Money(r.Whole(6)),
                    (LineKind)r.Whole(7)
                )
            )
        );
        spent = Of(
            $"SELECT member_id, no, unit, amount FROM entry WHERE kind = {(int)Core.Ledger.EntryKind.Spent} "
                + $"AND cause_kind = {(int)CauseKind.Purchase} ORDER BY member_id, no",
            r => new SpentEntry(r.Whole(1), r.Text(2), -r.Whole(3))
        );
    }

    public IReadOnlyList<DecidedSale> Sales => sales.Rows;

    public async Task Start()
    {
        await sales.Start();
        await lines.Start();
        await spent.Start();
    }

    /// <summary>Goes on to the next member or guest that has a row; null at the end.</summary>
    public async Task<Guid?> Advance()
    {
        if (new[] { sales.Next, lines.Next, spent.Next }.Min() is not { } member)
        {
            return null;
        }

        await sales.Take(member);
        await lines.Take(member);
        await spent.Take(member);
        return member;
    }

    /// <summary>The basket of each of the member's sales, as it was decided.</summary>
    public IEnumerable<(DecidedSale Sale, Basket Basket)> Baskets()
    {
        var linesOf = lines.Rows.ToLookup(l => l.Purchase, l => l.Line);
        foreach (var sale in sales.Rows)
        {
            var details = PurchaseDetails.Read(sale.Details);
            yield return (
                sale,
                new Basket(
                    [.. linesOf[sale.Id]],
                    sale.Branch,
                    sale.Channel,
                    [.. details.Payments.Select(p => p.Method)],
                    details.Codes,
                    SpentOn(sale)
                )
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        await sales.DisposeAsync();
        await lines.DisposeAsync();
        await spent.DisposeAsync();
    }

    /// <summary>What was asked to be spent: an entry moves one lot, so those of a unit are added up.</summary>
    private ImmutableArray<SpendRequest> SpentOn(DecidedSale sale) =>
        [
            .. spent
                .Rows.Where(e => e.No >= sale.EntryFrom && e.No < sale.EntryTo)
                .GroupBy(e => e.Unit, StringComparer.Ordinal)
                .Select(g => new SpendRequest(g.Key, g.Sum(e => e.Amount))),
        ];
}
