namespace Vafa.Features.Purchases;

/// <summary>What a sale was to its member.</summary>
public enum VisitKind
{
    /// <summary>One more visit, or a guest's.</summary>
    Usual = 0,

    /// <summary>The member's first.</summary>
    First = 1,

    /// <summary>After more than <see cref="VisitKinds.Long"/> days without one.</summary>
    Back = 2,
}

public static class VisitKinds
{
    /// <summary>Days after which a member counts as fallen silent, and as come back when he comes.</summary>
    public const int Long = 60;

    /// <param name="last">The business day of the latest sale known before; null: there was none.</param>
    public static VisitKind Of(DateOnly? last, DateOnly day) =>
        last is not { } before ? VisitKind.First
        : day.DayNumber - before.DayNumber > Long ? VisitKind.Back
        : VisitKind.Usual;
}
