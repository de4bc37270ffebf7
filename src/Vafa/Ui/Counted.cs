using Vafa.Core.Values;

namespace Vafa.Ui;

/// <summary>A count that may have stopped early, in the reader's words: "over 9,999".</summary>
internal static class Counted
{
    /// <param name="more">There are more than were counted.</param>
    public static string Of(long count, bool more, Wording words)
    {
        var number = words.Number(count);
        return more ? words.Say($"بیش از {number}", $"over {number}") : number;
    }
}
