using System.Collections.Immutable;
using System.Globalization;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Features.Purchases;
using Vafa.Web;

namespace Vafa.Features.Demo;

/// <summary>Rings the visits up, a day at a time; remembers who has credit to spend.</summary>
internal sealed class DemoTill(IServiceScopeFactory scopes, Random chance)
{
    private const string Credit = "credit";
    private const long WorthSpending = 300_000;

    private readonly Dictionary<string, long> credit = new(StringComparer.Ordinal);
    private long keys;

    public long Purchases { get; private set; }

    public long Refunds { get; private set; }

    public async Task Serve(List<DemoVisit> visits, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var record = scope.ServiceProvider.GetRequiredService<RecordPurchase>();

        // All at once, as at a busy counter: they share a commit. Nobody comes twice a day, so none waits for another.
        var recorded = await Task.WhenAll(visits.Select(visit => Ring(record, visit, ct)).ToList());
        foreach (var sale in recorded)
        {
            Purchases++;
            if (chance.Next(120) == 0)
            {
                await BringBack(scope.ServiceProvider, sale, ct);
            }
        }
    }

    private async Task<RecordedSale> Ring(RecordPurchase record, DemoVisit visit, CancellationToken ct)
    {
        var request = RequestOf(visit, SpendOf(visit));
        var done = await record.Run(new RecordCall(request, Key(), Actor.System), ct);
        if (done.IsRefused && request.Spend.Length > 0)
        {
            // Some of the credit has expired since he was here.
            request = RequestOf(visit, []);
            done = await record.Run(new RecordCall(request, Key(), Actor.System), ct);
        }

        var sale = FillDemo.Must(done).Sale;
        if (visit.Person is { } person)
        {
            var wallet = sale.Details.Wallets.FirstOrDefault(w => w.Unit == Credit);
            lock (credit)
            {
                credit[person.Mobile] = wallet?.Available ?? 0;
            }
        }

        return sale;
    }

    private ImmutableArray<SpendRequest> SpendOf(DemoVisit visit)
    {
        var pays = chance.Next(2) == 0;
        if (visit.Person is null || !pays)
        {
            return [];
        }

        long owned;
        lock (credit)
        {
            owned = credit.GetValueOrDefault(visit.Person.Mobile);
        }

        // Half of the tray at most, in whole thousands of toman: it always fits below what is payable.
        var most = Math.Min(owned, visit.Lines.Sum(l => l.Amount.Minor) / 2);
        return owned >= WorthSpending ? [new SpendRequest(Credit, most / 10_000 * 10_000)] : [];
    }

    private static PurchaseRequest RequestOf(DemoVisit visit, ImmutableArray<SpendRequest> spend) =>
        new(
            Id: null,
            visit.Person is { } person ? new BuyerRef(null, Mobile.Parse(person.Mobile).Value.E164, null) : null,
            Branch: "main",
            Till: "1",
            Cashier: null,
            visit.At,
            Channel.Store,
            Reference: null,
            visit.Lines,
            Payments: [],
            Codes: [],
            spend,
            ExpectPayable: null,
            Taken: null
        );

    private async Task BringBack(IServiceProvider services, RecordedSale sale, CancellationToken ct)
    {
        var call = new RefundCall(sale.Purchase.Id, null, "سفارش اشتباه");
        FillDemo.Must(await services.GetRequiredService<RefundPurchase>().Run(call, Key(), Actor.System, ct));
        Refunds++;
    }

    private IdempotencyKey Key() =>
        new("demo", Interlocked.Increment(ref keys).ToString(CultureInfo.InvariantCulture), [0]);
}
