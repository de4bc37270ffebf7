using Vafa.Features.Ledger.Lane;
using Vafa.Features.Members;

namespace Vafa.Features.Import;

/// <summary>Members that an import makes, in the transaction of what they bought or brought along.</summary>
internal static class NewMembers
{
    /// <summary>Adds the member with all keys and answers his state, ready to move on.</summary>
    public static MemberState Add(ChunkScene scene, Member member)
    {
        scene.Rows.NewMembers.Add(member);
        var state = new MemberState(new MemberRow(member.Id, member.BirthDate, member.SinceDay, 0, 0, null, null, 0));
        scene.State.Members[member.Id] = state;
        foreach (var key in MemberKeys.Of(member))
        {
            scene.Rows.NewMemberKeys.Add(key);
            scene.State.MemberKeys[new MemberRef(key.Kind, key.Value)] = member.Id;
        }

        return state;
    }
}
