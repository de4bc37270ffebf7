using Vafa.Core.Values;

namespace Vafa.Features.Register;

/// <summary>
/// Nothing more of the file can be read. Thrown while receipts are read one by one, and turned into its refusal by
/// whoever began reading.
/// </summary>
public sealed class UnreadableReceipts(string code, params object[] args) : Exception(code)
{
    public Refusal Refusal { get; } = new(code, "", args);
}
