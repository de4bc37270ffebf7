namespace Vafa.Core.Values;

/// <summary>
/// Identity of a member, or of the guest of one branch and business day. A UUIDv7 or a client's own UUID.
/// </summary>
public readonly record struct MemberId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>Identity of a recorded sale; unique for ever, may be chosen by the client.</summary>
public readonly record struct PurchaseId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
