using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// One word of the closed vocabulary of conditions. Each word is one small file: its name, its arguments with their
/// ranges, its check, its sentence in Persian and English, and its distance to being met.
/// </summary>
public abstract class Condition
{
    /// <summary>Pre-order number in the offer's tree; set when the document is read.</summary>
    public int Node { get; internal set; }

    /// <summary>The conditions below it: for all, any and not.</summary>
    public virtual IReadOnlyList<Condition> Parts => [];

    /// <summary>Whether it can only be met by a member.</summary>
    public virtual bool NeedsMember => false;

    /// <summary>Says yes, or no with the node that failed and its distance. Allocates nothing.</summary>
    public abstract Verdict Check(in SaleContext sale);

    /// <summary>The condition as a sentence: «خرید بیش از ۵۰۰٬۰۰۰ تومان».</summary>
    public abstract string Sentence(Wording wording);

    /// <summary>What is still missing, as a sentence; null when distance says nothing here.</summary>
    public virtual string? Distance(long missing, Wording wording) => null;

    /// <summary>Writes its arguments as they stand in the document.</summary>
    public abstract void Write(Utf8JsonWriter json);

    /// <summary>Adds what it needs to know of the member.</summary>
    public virtual void Ask(FactsAsked facts)
    {
        foreach (var part in Parts)
        {
            part.Ask(facts);
        }
    }
}

/// <summary>Yes, or no with the failing node and how far it is (0: no distance).</summary>
public readonly record struct Verdict(bool Holds, int Node, long Missing)
{
    public static readonly Verdict Yes = new(true, -1, 0);
}
