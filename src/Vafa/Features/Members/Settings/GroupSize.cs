using Vafa.Core.Values;

namespace Vafa.Features.Members.Settings;

/// <summary>How many are in a group, in the reader's words.</summary>
internal static class GroupSize
{
    public static string Of(GroupCount group, Wording words)
    {
        var number = words.Number(group.Members);
        return group.More ? words.Say($"بیش از {number}", $"over {number}") : number;
    }
}
