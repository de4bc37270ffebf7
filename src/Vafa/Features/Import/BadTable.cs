using Vafa.Core.Values;

namespace Vafa.Features.Import;

/// <summary>
/// The file can't be read as a table. Thrown while rows are read one by one, and turned into its refusal by whoever
/// began reading.
/// </summary>
public sealed class BadTable(string code, params object[] args) : Exception(code)
{
    public Refusal Refusal { get; } = new(code, "", args);
}
