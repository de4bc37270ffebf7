using System.Text.Json;

namespace Vafa.Features.Members;

/// <summary>A member's profile as a caller sends it; <see cref="MemberDocument"/> reads it.</summary>
internal sealed record MemberShape
{
    /// <summary>Iranian, in any writing; a new member needs one.</summary>
    public string? Mobile { get; init; }

    /// <summary>At most 100 letters.</summary>
    public string? FirstName { get; init; }

    /// <summary>At most 100 letters.</summary>
    public string? LastName { get; init; }

    /// <summary>"1990-05-12", or Jalali "1369/02/22".</summary>
    public string? BirthDate { get; init; }

    /// <summary>female, male or other.</summary>
    public string? Gender { get; init; }

    public string? Email { get; init; }

    /// <summary>Codes of groups; the whole list.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Values of the owner's fields, each in its type.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Fields { get; init; }

    /// <summary>Id, mobile or card of the member who brought him.</summary>
    public string? Referrer { get; init; }

    public ConsentShape? Consent { get; init; }
}

/// <summary>Whether the member agreed to be written to.</summary>
internal sealed record ConsentShape
{
    public bool? Sms { get; init; }

    public bool? Email { get; init; }
}
