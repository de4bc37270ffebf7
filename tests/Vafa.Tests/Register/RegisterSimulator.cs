using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Vafa.Tests.Register;

/// <summary>
/// A cash register on a busy day: numbers its receipts, writes them as JSON or CSV, one or several to a file, by rename
/// or in place with pauses, and some of them again under another name. It remembers what it sold.
/// </summary>
/// <param name="members">Mobiles of members; every third receipt names one.</param>
/// <param name="at">When all of it was sold.</param>
internal sealed class RegisterSimulator(string folder, IReadOnlyList<string> members, DateTimeOffset at)
{
    private readonly ConcurrentDictionary<string, long> sold = new(StringComparer.Ordinal);
    private int numbers;
    private int files;

    public int Sold => sold.Count;

    public long Sum => sold.Values.Sum();

    public IEnumerable<string> Numbers => sold.Keys;

    /// <summary>Some cashiers at once, each writing so many files.</summary>
    public Task Run(int cashiers, int filesOfEach, TimeSpan pause, CancellationToken ct) =>
        Task.WhenAll(
            Enumerable
                .Range(0, cashiers)
                .Select(cashier => Task.Run(() => Cashier(cashier, filesOfEach, pause, ct), ct))
        );

    private async Task Cashier(int cashier, int count, TimeSpan pause, CancellationToken ct)
    {
        var random = new Random(cashier);
        for (var i = 0; i < count && !ct.IsCancellationRequested; i++)
        {
            var receipts = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Next(random)).ToList();
            var isJson = random.Next(2) == 0;
            var text = isJson ? Json(receipts) : Csv(receipts, random.Next(2) == 0 ? ',' : ';');
            var name = string.Create(
                CultureInfo.InvariantCulture,
                $"{Interlocked.Increment(ref files):000000}{(isJson ? ".json" : ".csv")}"
            );
            await Drop(name, text, pause, random, ct);
            if (random.Next(10) == 0)
            {
                await Drop("again-" + name, text, pause, random, ct);
            }
        }
    }

    private Receipt Next(Random random)
    {
        var number = Interlocked.Increment(ref numbers).ToString(CultureInfo.InvariantCulture);
        var prices = Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(1, 500) * 1_000L).ToArray();
        var discount = random.Next(3) == 0 ? prices[0] / 10 : 0;
        var member = random.Next(3) == 0 ? members[random.Next(members.Count)] : null;
        var receipt = new Receipt(number, member, prices, discount);
        sold[number] = receipt.Payable;
        return receipt;
    }

    private async Task Drop(string name, string text, TimeSpan pause, Random random, CancellationToken ct)
    {
        var (path, bytes) = (Path.Combine(folder, name), Encoding.UTF8.GetBytes(text));
        if (random.Next(2) == 0)
        {
            await File.WriteAllBytesAsync(path + ".tmp", bytes, ct);
            File.Move(path + ".tmp", path);
            return;
        }

        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
        foreach (var part in bytes.Chunk(Math.Max(1, bytes.Length / 3)))
        {
            await file.WriteAsync(part, ct);
            await file.FlushAsync(ct);
            await Task.Delay(pause, ct);
        }
    }

    private string Json(List<Receipt> receipts)
    {
        var written = receipts.Select(r =>
            $$"""
                {"format": "vafa-receipt-1", "number": "{{r.Number}}", "at": "{{at:O}}",
                 {{(r.Member is null ? "" : $"\"member\": {{\"mobile\": \"{r.Member}\"}},")}}
                 "lines": [{{string.Join(", ", r.Prices.Select(p => $"{{\"quantity\": 1, \"unitPrice\": {p}}}"))}}],
                 "discount": {{r.Discount}}, "payable": {{r.Payable}}}
                """
        );
        return receipts.Count == 1 ? written.Single() : $"[{string.Join(",\n", written)}]";
    }

    private string Csv(List<Receipt> receipts, char separator)
    {
        var text = new StringBuilder("format,number,at,mobile,quantity,unitPrice,discount,payable\r\n");
        foreach (var r in receipts)
        {
            for (var i = 0; i < r.Prices.Length; i++)
            {
                string[] cells =
                [
                    "vafa-receipt-1",
                    r.Number,
                    i == 0 ? at.ToString("O", CultureInfo.InvariantCulture) : "",
                    i == 0 ? r.Member ?? "" : "",
                    "1",
                    r.Prices[i].ToString(CultureInfo.InvariantCulture),
                    i == 0 ? r.Discount.ToString(CultureInfo.InvariantCulture) : "",
                    i == 0 ? r.Payable.ToString(CultureInfo.InvariantCulture) : "",
                ];
                text.AppendJoin(',', cells).Append("\r\n");
            }
        }

        return text.Replace(',', separator).ToString();
    }

    private sealed record Receipt(string Number, string? Member, long[] Prices, long Discount)
    {
        public long Payable => Prices.Sum() - Discount;
    }
}
