using Vafa.Core.Ledger;

namespace Vafa.Features.Liability;

/// <summary>What a line of the book is.</summary>
internal enum BookLineKind
{
    /// <summary>What the wallets held when the period began.</summary>
    Opening,

    /// <summary>One side of what moved; of a period all of them balance.</summary>
    Move,

    /// <summary>What the wallets held when it ended.</summary>
    Closing,
}

/// <summary>An amount and its money on one side of a line: + is credit, − is debit.</summary>
internal readonly record struct BookSum(long Amount, long Money)
{
    public static BookSum operator -(BookSum sum) => new(-sum.Amount, -sum.Money);
}

/// <summary>One line for the general ledger.</summary>
/// <param name="Account">"wallets", "revaluation" or an account of the club: "issued", "spent" …</param>
/// <param name="Branch">Empty: none.</param>
/// <param name="Credit">Never of mixed signs.</param>
internal sealed record BookLine(
    DateOnly First,
    DateOnly Last,
    BookLineKind Kind,
    string Account,
    string Unit,
    string Branch,
    BookSum Credit
)
{
    /// <summary>What the club owes its members: the liability.</summary>
    public const string Wallets = "wallets";

    /// <summary>What it owes more or less because one of a unit became worth more or less.</summary>
    public const string Revaluation = "revaluation";

    /// <summary>The lines of one unit in one period, the two sides of each movement together.</summary>
    public static IEnumerable<BookLine> Of(UnitPeriod period, DateOnly first, DateOnly last)
    {
        BookLine Line(BookLineKind kind, string account, string branch, BookSum credit) =>
            new(first, last, kind, account, period.Unit, branch, credit);

        yield return Line(BookLineKind.Opening, Wallets, "", new BookSum(period.Opening, period.OpeningValue.Minor));
        foreach (var branch in period.Moves.GroupBy(m => m.Move.Branch))
        {
            foreach (var move in branch)
            {
                var account = NameOf(move.Move.Account);
                yield return Line(BookLineKind.Move, account, branch.Key, -SumOf(move));
            }

            // The wallets' side as one line of what came and one of what went, as a journal wants it.
            foreach (var side in branch.GroupBy(m => m.Move.Amount > 0).OrderByDescending(g => g.Key))
            {
                var sum = new BookSum(side.Sum(m => m.Move.Amount), side.Sum(m => m.Value.Minor));
                yield return Line(BookLineKind.Move, Wallets, branch.Key, sum);
            }
        }

        if (period.Revaluation.Minor != 0)
        {
            var gained = new BookSum(0, period.Revaluation.Minor);
            yield return Line(BookLineKind.Move, Revaluation, "", -gained);
            yield return Line(BookLineKind.Move, Wallets, "", gained);
        }

        yield return Line(BookLineKind.Closing, Wallets, "", new BookSum(period.Closing, period.ClosingValue.Minor));
    }

    public static string NameOf(ClubAccount account) =>
        account switch
        {
            ClubAccount.Issued => "issued",
            ClubAccount.Spent => "spent",
            ClubAccount.Expired => "expired",
            ClubAccount.Adjusted => "adjusted",
            ClubAccount.Imported => "imported",
            ClubAccount.Converted => "converted",
            ClubAccount.Transferred => "transferred",
            ClubAccount.Merged => "merged",
            ClubAccount.SetApart => "setApart",
            _ => throw new ArgumentOutOfRangeException(nameof(account)),
        };

    private static BookSum SumOf(ValuedMove move) => new(move.Move.Amount, move.Value.Minor);
}
