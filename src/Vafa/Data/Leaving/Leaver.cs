namespace Vafa.Data.Leaving;

/// <summary>A member who leaves, with every id that was merged into his.</summary>
/// <param name="Ids">His own first.</param>
/// <param name="By">Who lets him leave, as the audit log names him.</param>
internal sealed record Leaver(IReadOnlyList<Guid> Ids, PersonalMarks Marks, string By)
{
    public Guid Id => Ids[0];

    /// <summary>Whether another look found the same ids and marks.</summary>
    public bool IsSame(Leaver other) => Ids.ToHashSet().SetEquals(other.Ids) && Marks.AreSame(other.Marks);
}
