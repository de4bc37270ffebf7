using System.Collections.Frozen;
using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Features.Programme.Branches;
using Vafa.Features.Purchases;
using Vafa.Web;

namespace Vafa.Features.Register;

/// <summary>What became of a receipt that was not refused.</summary>
/// <param name="IsKnown">It had been recorded before.</param>
/// <param name="Note">Why the sale has no member, though the receipt names one.</param>
internal sealed record ReceiptTaken(bool IsKnown, Refusal? Note);

/// <summary>
/// Records the sale of a receipt, once. The goods are over the counter and the money is in the drawer: a member whom
/// the club does not know costs the sale its member and never the sale.
/// </summary>
internal sealed class TakeReceipt(IServiceScopeFactory scopes, ProgrammeStore programmes, TimeProvider clock)
{
    /// <summary>A register's clock that lost its battery tells of years ago.</summary>
    private const int MostDaysBack = 366;

    private static readonly FrozenSet<string> May = FrozenSet.Create(Scopes.Purchases, Scopes.History);

    /// <summary>
    /// Refused: register.number-taken, register.too-old, and what <see cref="RecordPurchase"/> refuses.
    /// </summary>
    public async Task<Outcome<ReceiptTaken>> Run(
        RegisterReceipt receipt,
        KnownTill till,
        ClubVersion newest,
        CancellationToken ct
    )
    {
        var (at, now) = (receipt.Sale.At!.Value, clock.GetUtcNow());
        if (at < now.AddDays(-MostDaysBack))
        {
            return new Refusal("register.too-old", "/at", at);
        }

        var club = await programmes.At(newest.Version, at, ct);
        var day = club.Time.DayOf(at);
        var register = new Actor("register:" + till.Code, "register:" + till.Code, May, null);
        var sale = receipt.Sale with { Id = ReceiptIds.SaleOf(till.Code, day, receipt.Sale.Reference!) };
        var call = new RecordCall(sale, ReceiptIds.KeyOf(register, day, sale with { Id = null }), register);
        var done = await Record(call, ct);
        if (sale.Member is not null && done.IsRefused && MayBeWithout(done.Refusals))
        {
            var note = done.Refusals[0];
            done = await Record(call with { Sale = sale with { Member = null } }, ct);
            if (!done.IsRefused)
            {
                return new ReceiptTaken(done.Value.IsReplay, note.Code == Other ? null : note);
            }
        }

        return done.IsRefused
            ? Outcome<ReceiptTaken>.Refused(Told(done.Refusals, receipt.Sale.Reference!))
            : new ReceiptTaken(done.Value.IsReplay, receipt.Doubt);
    }

    private const string Other = "purchase.id-taken";

    /// <summary>
    /// Nobody has this mobile or card, or the sale was recorded without him when that was so, and comes again.
    /// </summary>
    private static bool MayBeWithout(IReadOnlyList<Refusal> refusals) =>
        refusals is [{ Code: "purchase.unknown-member" or "member.gone" or Other }];

    private static IReadOnlyList<Refusal> Told(IReadOnlyList<Refusal> refusals, string number) =>
        refusals.Any(r => r.Code is Other or "idempotency.other-body")
            ? [new Refusal("register.number-taken", "/number", number)]
            : RegisterReceiptReader.AsInReceipt(refusals);

    /// <summary>A scope of its own: a sale that is known is read back, and many are recorded at once.</summary>
    private async Task<Outcome<RecordedAnswer>> Record(RecordCall call, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RecordPurchase>().Run(call, ct);
    }
}
