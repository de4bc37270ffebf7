using Vafa.Core.Values;

namespace Vafa.Features.Members;

/// <summary>
/// What a call wants a member's profile to hold. What it does not speak of stays as it is; what it names as empty is
/// cleared. A new member is a change of an empty profile.
/// </summary>
public sealed record MemberChange
{
    public Asked<Mobile?> Mobile { get; init; }

    public Asked<string?> FirstName { get; init; }

    public Asked<string?> LastName { get; init; }

    public Asked<DateOnly?> BirthDate { get; init; }

    public Asked<string?> Gender { get; init; }

    public Asked<string?> Email { get; init; }

    /// <summary>All groups the member is in; the others are left.</summary>
    public Asked<IReadOnlyList<string>> Groups { get; init; }

    /// <summary>Groups that fill themselves: who is in them, this change may not move.</summary>
    public IReadOnlyCollection<string> GroupsByRule { get; init; } = [];

    /// <summary>Fields to set, in their canonical form, and (null) to clear.</summary>
    public IReadOnlyDictionary<string, string?> Fields { get; init; } = new Dictionary<string, string?>();

    /// <summary>Clears the fields that <see cref="Fields"/> does not name.</summary>
    public bool ClearsOtherFields { get; init; }

    /// <summary>Id, mobile or card of the member who brought him.</summary>
    public Asked<string?> Referrer { get; init; }

    public Asked<bool?> ConsentSms { get; init; }

    public Asked<bool?> ConsentEmail { get; init; }
}

/// <summary>A value that a call may leave unsaid.</summary>
public readonly record struct Asked<T>(bool Is, T Value)
{
    public static implicit operator Asked<T>(T value) => new(true, value);

    public T Or(T standing) => Is ? Value : standing;
}
