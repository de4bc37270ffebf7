namespace Vafa.Features.Import;

/// <summary>What is to be brought in.</summary>
/// <param name="Mapping">The words of --map.</param>
/// <param name="Rejected">Where bad rows go; null: beside the file.</param>
public sealed record ImportRequest(
    string File,
    IReadOnlyList<string> Mapping,
    string? Rejected,
    bool Earn,
    bool CreateMembers,
    bool DryRun
);

/// <summary>What became of a file.</summary>
public sealed class ImportTally
{
    public long Rows { get; set; }

    /// <summary>Sales, members or products that were not there before.</summary>
    public long Added { get; set; }

    /// <summary>Those that were there and got something new.</summary>
    public long Changed { get; set; }

    /// <summary>Those that were there already, just as they are in the file.</summary>
    public long Known { get; set; }

    /// <summary>Members made because a sale named them.</summary>
    public long Members { get; set; }

    /// <summary>Rows of a member whom another row of the file tells of; they are left aside.</summary>
    public long Twins { get; set; }

    /// <summary>The first of those who stand in several rows: who, and in which lines.</summary>
    public List<(string Who, IReadOnlyList<int> Lines)> TwinGroups { get; } = [];

    /// <summary>Opening balances that were posted, by unit.</summary>
    public Dictionary<string, long> Openings { get; } = new(StringComparer.Ordinal);

    public long Rejected { get; set; }

    /// <summary>Numbers with more decimals than are kept.</summary>
    public long Rounded { get; set; }

    /// <summary>Where the rejected rows are; null when there are none, or nothing is written.</summary>
    public string? RejectedFile { get; private set; }

    /// <summary>The first few rejected rows with their reasons.</summary>
    public IReadOnlyList<string> FirstRejected { get; private set; } = [];

    internal void Add(ChunkResult result, Action<TableRow, RowReason> reject)
    {
        Added += result.Added;
        Changed += result.Changed;
        Known += result.Known;
        Members += result.Members;
        foreach (var (unit, amount) in result.Openings)
        {
            Openings[unit] = Openings.GetValueOrDefault(unit) + amount;
        }

        foreach (var (row, reason) in result.Rejected)
        {
            reject(row, reason);
        }
    }

    internal ImportTally Close(RejectedFile rejected, bool isDry)
    {
        Rejected = rejected.Rows;
        FirstRejected = rejected.First;
        RejectedFile = rejected.Rows > 0 && !isDry ? rejected.Path : null;
        return this;
    }
}

/// <summary>Hears how far the import is: a share of 1.</summary>
public sealed class ImportProgress(Action<double> moved)
{
    private double done;

    /// <summary>A part of the whole, told in bytes of the file.</summary>
    public Action<long> Part(double from, double share, long length) =>
        bytes =>
        {
            var now = from + (share * bytes / Math.Max(1, length));
            if (now - done > 0.002)
            {
                done = now;
                moved(now);
            }
        };
}
