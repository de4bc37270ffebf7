using Vafa.Core.Values;

namespace Vafa.Features.Members.Segments;

/// <summary>How many are in a segment, in the reader's words.</summary>
internal static class SegmentSize
{
    public static string Of(MemberCount members, Wording words)
    {
        var number = words.Number(members.Count);
        return members.More ? words.Say($"بیش از {number}", $"over {number}") : number;
    }
}
