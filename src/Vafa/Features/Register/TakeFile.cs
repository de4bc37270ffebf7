using Vafa.Core.Values;
using Vafa.Features.Programme.Branches;

namespace Vafa.Features.Register;

/// <summary>A receipt that was refused, or was recorded in another way than it says.</summary>
internal sealed record ToldReceipt(int Line, string? Number, IReadOnlyList<Refusal> Why);

/// <summary>What became of a file's receipts.</summary>
internal sealed class FileTaken
{
    public int Recorded { get; set; }

    /// <summary>Had been recorded before.</summary>
    public int Known { get; set; }

    public List<ToldReceipt> Refused { get; } = [];

    /// <summary>Recorded, but without the member they name.</summary>
    public List<ToldReceipt> WithoutMember { get; } = [];

    /// <summary>Why nothing more of the file could be read; what came before stays recorded.</summary>
    public Refusal? Unreadable { get; set; }

    public bool IsWhole => Unreadable is null && Refused.Count == 0;
}

/// <summary>
/// Reads a file and records its receipts, some of them at once: they share the commits of the sale lane.
/// </summary>
internal sealed class TakeFile(TakeReceipt take)
{
    /// <summary>Half of what a commit may carry: the tills' own sales have the rest.</summary>
    private const int AtOnce = 32;

    /// <summary>
    /// Throws where the file or the database can't be had right now; the file can then be taken again from its start.
    /// </summary>
    public async Task<FileTaken> Run(Stream file, string name, TillFolder folder, CancellationToken ct)
    {
        var taken = new FileTaken();
        try
        {
            foreach (var some in Receipts(file, name, folder.Till).Chunk(AtOnce))
            {
                ct.ThrowIfCancellationRequested();
                var done = await Task.WhenAll(some.Select(receipt => Take(receipt, folder, ct)));
                for (var i = 0; i < some.Length; i++)
                {
                    Count(some[i], done[i], taken);
                }
            }

            if (taken is { Recorded: 0, Known: 0, Refused.Count: 0 })
            {
                taken.Unreadable = new Refusal("register.no-receipts");
            }
        }
        catch (UnreadableReceipts unreadable)
        {
            taken.Unreadable = unreadable.Refusal;
        }

        return taken;
    }

    /// <summary>Why a file is none that is read, by its name and size; null when it may be one.</summary>
    public static Refusal? WhatsWrong(Dropped file) =>
        file.Kind == DropKind.Link ? new Refusal("register.link")
        : file.Length == 0 ? new Refusal("register.empty")
        : MostOf(file.Name) is not { } most ? new Refusal("register.other-kind")
        : file.Length > most ? new Refusal("register.too-large", "", most / 1024)
        : null;

    /// <summary>
    /// Whether what is there may read well and yet be a part of the file: JSON that is cut off never does.
    /// </summary>
    public static bool MayBeCutOff(Stream file, string name) => !IsJson(name) && CsvReceipts.EndsWithinALine(file);

    private static IEnumerable<ReadReceipt> Receipts(Stream file, string name, KnownTill till) =>
        IsJson(name) ? JsonReceipts.Read(file, till) : CsvReceipts.Read(file, till);

    private static int? MostOf(string name) =>
        IsJson(name) ? JsonReceipts.MostBytes
        : name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? CsvReceipts.MostBytes
        : null;

    private static bool IsJson(string name) => name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private async Task<Outcome<ReceiptTaken>> Take(ReadReceipt receipt, TillFolder folder, CancellationToken ct) =>
        receipt.Receipt.IsRefused
            ? Outcome<ReceiptTaken>.Refused(receipt.Receipt.Refusals)
            : await take.Run(receipt.Receipt.Value, folder.Till, folder.Club, ct);

    private static void Count(ReadReceipt receipt, Outcome<ReceiptTaken> done, FileTaken taken)
    {
        if (done.IsRefused)
        {
            taken.Refused.Add(new ToldReceipt(receipt.Line, receipt.Number, done.Refusals));
            return;
        }

        taken.Recorded += done.Value.IsKnown ? 0 : 1;
        taken.Known += done.Value.IsKnown ? 1 : 0;
        if (done.Value is { IsKnown: false, Note: { } note })
        {
            taken.WithoutMember.Add(new ToldReceipt(receipt.Line, receipt.Number, [note]));
        }
    }
}
