namespace Vafa.Core.Values;

/// <summary>
/// An expected "no": a stable dotted code, the JSON pointer of the field it is about (empty for the whole), and the
/// numbers or names its sentence needs. The sentence itself is made by the reader's language where it is shown.
/// </summary>
public sealed record Refusal(string Code, string Pointer = "", params object[] Args)
{
    /// <summary>What kind of "no" it is; the web turns it into a status.</summary>
    public RefusalKind Kind { get; init; } = RefusalKind.BadValue;

    /// <summary>The same refusal, said of a field below <paramref name="parent"/>.</summary>
    public Refusal Under(string parent) => this with { Pointer = parent + Pointer };

    public static Refusal NotFound(string code, params object[] args) =>
        new(code, "", args) { Kind = RefusalKind.NotFound };

    public static Refusal Conflict(string code, string pointer = "", params object[] args) =>
        new(code, pointer, args) { Kind = RefusalKind.Conflict };
}

/// <summary>The kinds of refusal; each has one HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>422: the value cannot be.</summary>
    BadValue,

    /// <summary>400: the call itself is malformed.</summary>
    BadCall,

    /// <summary>404: no such thing.</summary>
    NotFound,

    /// <summary>409: the state of things forbids it now.</summary>
    Conflict,

    /// <summary>403: not yours to do.</summary>
    Forbidden,
}

/// <summary>
/// A value or the refusals that stand in its way. Expected refusals travel as values; bugs and broken I/O throw.
/// </summary>
public readonly struct Outcome<T>
{
    private readonly T? value;
    private readonly IReadOnlyList<Refusal>? refusals;

    private Outcome(T? value, IReadOnlyList<Refusal>? refusals)
    {
        this.value = value;
        this.refusals = refusals;
    }

    public bool IsRefused => refusals is not null;

    public IReadOnlyList<Refusal> Refusals => refusals ?? [];

    /// <summary>The value. Asking for it after a refusal is a bug.</summary>
    public T Value => refusals is null ? value! : throw new InvalidOperationException("Refused: " + refusals[0].Code);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, [refusal]);

    public static implicit operator Outcome<T>(List<Refusal> refusals) => new(default, refusals);

    public static Outcome<T> Refused(IReadOnlyList<Refusal> refusals) => new(default, refusals);
}
