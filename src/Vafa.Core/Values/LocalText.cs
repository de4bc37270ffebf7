namespace Vafa.Core.Values;

/// <summary>A title in Persian and English; one of them is enough, the other falls back to it.</summary>
public sealed record LocalText(string? Fa, string? En)
{
    public string In(bool persian) => (persian ? Fa ?? En : En ?? Fa) ?? "";
}
