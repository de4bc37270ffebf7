using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// One word of the closed vocabulary of effects: what an applied offer gives. One small file each, like conditions.
/// </summary>
public abstract class Effect
{
    /// <summary>Name in the document and the receipt: "discountPercent".</summary>
    public abstract string Word { get; }

    public abstract string Sentence(Wording wording);

    public abstract void Write(Utf8JsonWriter json);
}
