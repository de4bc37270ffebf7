using System.Collections.Immutable;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Features.Purchases;
using Vafa.Web;

namespace Vafa.Features.Demo;

/// <summary>
/// Rings a day's visits up: each is priced by the same desk and written by the same writer as at a real till, at its
/// own time, on the wallets as the sale before left them. Only the commit is shared by the day.
/// </summary>
internal sealed class DemoTill(LaneStore store, ProgrammeStore programmes, DemoEnds ends)
{
    private const string Credit = "credit";
    private const long WorthSpending = 10 * DemoMenu.Unit;

    private List<DemoVisit> tomorrow = [];

    public long Purchases { get; private set; }

    public long Refunds { get; private set; }

    /// <summary>
    /// In two commits: who pays with credit, or brings something back, needs every lot of his read; the others only
    /// their sums. A sale must stand before it is brought back, so one paid with credit comes back the next day.
    /// </summary>
    /// <param name="keepsMessages">Whether receipts still wait to be sent; those of long ago have left.</param>
    public async Task Serve(List<DemoVisit> visits, bool keepsMessages, DateTimeOffset latest, CancellationToken ct)
    {
        var plain = visits.Where(v => !v.PaysWithCredit).ToList();
        var spending = visits.Where(v => v.PaysWithCredit).ToList();
        await Commit([.. plain.Select(Sale)], false, keepsMessages, ct);
        var back = plain.Where(v => v.BackAt is { } at && at <= latest).Concat(tomorrow).Select(Refund);
        await Commit([.. spending.Select(Sale).Concat(back)], true, keepsMessages, ct);
        tomorrow = [.. spending.Where(v => v.BackAt is { } at && at.AddDays(1) <= latest)];
        Purchases += visits.Count;
    }

    private DemoWork Sale(DemoVisit visit) =>
        new(visit, null, new SaleDesk(RequestOf(visit), programmes, mayWriteHistory: true));

    private DemoWork Refund(DemoVisit visit)
    {
        Refunds++;
        var owner = visit.Person?.Id ?? GuestId.Of(visit.Branch, visit.Day).Value;
        var call = new RefundCall(visit.Id, null, "سفارش اشتباه بود");
        var by = DemoStaff.ActorOf(DemoStaff.Manager);
        var work = new RefundWork(call, owner, visit.Person is null, KeyOf(visit, "refund"), by, programmes);
        return new DemoWork(visit, work, null);
    }

    private async Task Commit(List<DemoWork> works, bool eachLot, bool keepsMessages, CancellationToken ct)
    {
        if (works.Count == 0)
        {
            return;
        }

        var version = (await programmes.Newest(ct)).Version;
        var reads = new LaneReads { Now = works[0].Visit.At, EachLot = eachLot };
        foreach (var work in works)
        {
            await (work.Refund?.Ask(reads, version, ct) ?? work.Desk!.Ask(reads, version, ct));
        }

        await using var transaction = await store.Begin(ct);
        var state = await transaction.Read(reads, ct);
        var rows = new LaneRows();
        foreach (var work in works)
        {
            var scene = new LaneScene(state, rows, transaction, work.At);
            if (work.Refund is { } refund)
            {
                await refund.Decide(scene, ct);
                refund.Answer();
                _ = FillDemo.Must(await refund.Done);
            }
            else
            {
                Ring(work, scene);
            }
        }

        state.AddTo(rows);
        rows.Idempotency.Clear();
        if (!keepsMessages)
        {
            rows.Messages.Clear();
        }

        await transaction.Commit(rows, ct);
        ends.Note(rows.NewLots.Rows);
    }

    /// <summary>As at the counter: the price is asked, then he says what he pays with, then it is recorded.</summary>
    private static void Ring(DemoWork work, LaneScene scene)
    {
        var desk = work.Desk!;
        var asked = FillDemo.Must(desk.Price(scene.State, scene.Now));
        var spend = SpendOf(work.Visit, asked, scene.Now);
        if (spend.Length > 0)
        {
            desk = desk.Paying(spend, []);
            asked = FillDemo.Must(desk.Price(scene.State, scene.Now));
        }

        var payable = asked.Decision.Payable;
        ImmutableArray<Payment> paid = payable.Minor > 0 ? [new Payment(work.Visit.Method, payable)] : [];
        var writer = new SaleWriter(asked with { Desk = desk.Paying(spend, paid) }, work.Visit.Id, scene);
        writer.Write(KeyOf(work.Visit, "sale"), null, null);
    }

    /// <summary>Half of the tray at most, in whole thousands of toman: it always fits below what is payable.</summary>
    private static ImmutableArray<SpendRequest> SpendOf(DemoVisit visit, PricedSale asked, DateTimeOffset now)
    {
        if (!visit.PaysWithCredit || asked.Member is not { } member)
        {
            return [];
        }

        var owned = member.View(Credit, now).Available;
        var most = Math.Min(owned, asked.Decision.Payable.Minor / 2) / DemoMenu.Unit * DemoMenu.Unit;
        return most >= WorthSpending ? [new SpendRequest(Credit, most)] : [];
    }

    private static PurchaseRequest RequestOf(DemoVisit visit) =>
        new(
            visit.Id,
            visit.Person is { } person ? new BuyerRef(person.Id, null, null) : null,
            visit.Branch,
            Till: "1",
            visit.Cashier,
            visit.At,
            visit.Channel,
            Reference: null,
            visit.Lines,
            Payments: [],
            Codes: [],
            Spend: [],
            ExpectPayable: null,
            Taken: null
        );

    private static IdempotencyKey KeyOf(DemoVisit visit, string what) => new("demo", $"{what} {visit.Id}", [0]);

    private sealed record DemoWork(DemoVisit Visit, RefundWork? Refund, SaleDesk? Desk)
    {
        public DateTimeOffset At =>
            Refund is null ? Visit.At
            : Visit.PaysWithCredit ? Visit.BackAt!.Value.AddDays(1)
            : Visit.BackAt!.Value;
    }
}
