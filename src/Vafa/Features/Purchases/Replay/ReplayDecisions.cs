using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Data.Copying;
using Vafa.Features.Programme;

namespace Vafa.Features.Purchases.Replay;

/// <summary>A decision that does not come out as it is stored.</summary>
public sealed record ReplayDifference(Guid Purchase, string Why)
{
    public override string ToString() => $"purchase {Purchase}: {Why}";
}

/// <param name="Versions">How many versions of the programme had made them.</param>
public sealed record ReplayTally(long Decisions, int Versions, long Differences);

/// <summary>
/// Decides every recorded sale once more, by the version of the programme that decided it and by what its record says
/// was known, and compares the result with the record letter by letter.
/// </summary>
internal sealed class ReplayDecisions(Database database, ProgrammeStore programmes)
{
    /// <summary>Tells each difference to <paramref name="found"/> as it is met.</summary>
    public async Task<ReplayTally> Run(Func<ReplayDifference, Task> found, CancellationToken ct)
    {
        await using var snapshot = await Snapshot.Open(database, ct);
        await using var rows = new ReplayRows(snapshot, ct);
        var versions = new HashSet<long>();
        var (decisions, differences) = (0L, 0L);
        await rows.Start();
        while (await rows.Advance() is { } member)
        {
            foreach (var (sale, basket) in rows.Baskets())
            {
                decisions++;
                versions.Add(sale.ProgrammeVersion);
                var club = await programmes.Version(sale.ProgrammeVersion, ct);
                if (Differs(sale, basket, sale.IsGuest ? null : new MemberId(member), club.Programme) is { } why)
                {
                    differences++;
                    await found(new ReplayDifference(sale.Id, why));
                }
            }
        }

        return new ReplayTally(decisions, versions.Count, differences);
    }

    private static string? Differs(DecidedSale sale, Basket basket, MemberId? member, Core.Sales.Programme programme)
    {
        if (!DecisionRecord.IsWhole(sale.Decision))
        {
            return "its record was changed after it was written";
        }

        try
        {
            var read = DecisionRecord.ReadAll(sale.Decision, programme, basket, member);
            var again = read.Replay(programme);
            if (again.IsRefused)
            {
                return $"it would be refused now: {again.Refusals[0].Code}";
            }

            var (facts, counts) = (read.Facts.Member, read.Facts.Counts);
            var written = DecisionRecord.Write(again.Value, programme, read.Basket, facts, counts, read.At);
            return written == sale.Decision ? null : $"stored {sale.Decision}, decided {written}";
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or InvalidOperationException)
        {
            return $"its record cannot be read: {e.Message}";
        }
    }
}
