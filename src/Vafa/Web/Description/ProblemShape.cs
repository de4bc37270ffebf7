namespace Vafa.Web.Description;

/// <summary>Any answer that is a "no" (RFC 9457).</summary>
internal sealed record ProblemShape
{
    /// <summary>urn:vafa:problem: and the code.</summary>
    public required string Type { get; init; }

    /// <summary>A sentence in the language of Accept-Language (fa, en).</summary>
    public required string Title { get; init; }

    public required int Status { get; init; }

    /// <summary>Stable and dotted: "member.mobile-taken".</summary>
    public required string Code { get; init; }

    /// <summary>Each bad field; empty when the refusal is about none.</summary>
    public required IReadOnlyList<ProblemFieldShape> Errors { get; init; }
}

/// <summary>A bad field of the body, the query or the address.</summary>
internal sealed record ProblemFieldShape
{
    /// <summary>
    /// JSON pointer in the body: "/lines/0/quantity". A query parameter or a code in the address is "/limit", "/code".
    /// </summary>
    public required string Pointer { get; init; }

    public required string Code { get; init; }

    public required string Message { get; init; }

    /// <summary>The most that is possible, where an amount of a unit is too much.</summary>
    public long? Most { get; init; }
}
