using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// One word of the closed vocabulary of conditions. Each word is one small file: its name, its arguments with their
/// ranges, its check, its sentence in Persian and English, and its distance to being met.
/// </summary>
public abstract class Condition
{
    /// <summary>
    /// Reads a condition that stands for itself, as that of a segment. Refused at their pointers: what
    /// <see cref="OfferDocument.Read"/> refuses of a condition.
    /// </summary>
    public static Outcome<Condition> Read(JsonElement json, KnownThings known)
    {
        var refusals = new List<Refusal>();
        var condition = ConditionDocument.Read(json, "", refusals, known);
        return condition is not null && refusals.Count == 0 ? condition : refusals;
    }

    /// <summary>How the vocabulary tells it.</summary>
    public abstract ConditionEntry InVocabulary { get; }

    /// <summary>Name in the document: "basketTotal".</summary>
    public string Word => InVocabulary.Name;

    /// <summary>Pre-order number in the offer's tree; set when the document is read.</summary>
    public int Node { get; internal set; }

    /// <summary>The conditions below it: for all, any and not.</summary>
    public virtual IReadOnlyList<Condition> Parts => [];

    /// <summary>Whether it can only be met by a member.</summary>
    public virtual bool NeedsMember => false;

    /// <summary>Says yes, or no with the node that failed and its distance. Allocates nothing.</summary>
    public abstract Verdict Check(in SaleContext sale);

    /// <summary>
    /// How a till without network asks it (see <see cref="OfflinePlan"/>): by default as a question about the member,
    /// or about the moment and the place; null where only Vafa itself can check it.
    /// </summary>
    internal virtual JsonObject? Offline(OfflineWords words) =>
        InVocabulary.About switch
        {
            WordAbout.Member or WordAbout.Past => words.Ask(this),
            WordAbout.Occasion => words.Settled(this),
            WordAbout.Basket or WordAbout.Logic => null,
            _ => null,
        };

    /// <summary>Whether it holds, as code of the one method of many offers. By default a call of its check.</summary>
    internal virtual Expression Holds(SaleCode code) => code.Ask(this);

    /// <summary>The condition as a sentence: «خرید بیش از ۵۰۰٬۰۰۰ تومان».</summary>
    public abstract string Sentence(Wording wording);

    /// <summary>What is still missing, as a sentence; null when distance says nothing here.</summary>
    public virtual string? Distance(long missing, Wording wording) => null;

    /// <summary>What <see cref="Verdict.Missing"/> counts here.</summary>
    public virtual Measure MeasureOf(long missing) => Measure.None;

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

    /// <summary>The condition with that pre-order number in this tree.</summary>
    public Condition? At(int node)
    {
        if (node == Node)
        {
            return this;
        }

        foreach (var part in Parts)
        {
            if (part.At(node) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Numbers the tree in pre-order; gives the next free number.</summary>
    internal int Number(int next)
    {
        Node = next++;
        foreach (var part in Parts)
        {
            next = part.Number(next);
        }

        return next;
    }

    /// <summary>Not met, and no amount of buying now would change it.</summary>
    protected Verdict No() => new(false, Node, 0);

    /// <summary>Not met, by so much.</summary>
    protected Verdict Short(long missing) => new(false, Node, missing);

    protected Verdict When(bool holds) => holds ? Verdict.Yes : No();

    /// <summary>
    /// These goods are in the basket: any at all, so many pieces, or for so much at original price, all together. A
    /// missing quantity is a negative distance, missing money a positive one.
    /// </summary>
    protected Verdict AnyOf(in Goods goods, Quantity? quantity, Money? amount, in SaleContext sale)
    {
        var (found, pieces, money) = (false, 0L, 0L);
        foreach (ref readonly var line in sale.Basket.Lines.AsSpan())
        {
            if (goods.Covers(line))
            {
                found = true;
                pieces += line.Quantity.Thousandths;
                money += line.Amount.Minor;
            }
        }

        if (quantity is { } q && pieces < q.Thousandths)
        {
            return Short(pieces - q.Thousandths);
        }

        return amount is { } a && money < a.Minor ? Short(a.Minor - money) : When(found);
    }

    /// <summary>
    /// Whether the same holds, as code. A quantity is of something, a sum of money may be of nothing.
    /// </summary>
    private protected static Expression AnyOf(in Goods goods, Quantity? quantity, Money? amount, SaleCode code)
    {
        var holds = quantity is { } q
            ? code.Sum(goods, LineMeasure.Quantity).IsAtLeast(q.Thousandths)
            : code.Sum(goods, LineMeasure.Lines).IsAtLeast(1);
        return amount is { } a
            ? Expression.AndAlso(holds, code.Sum(goods, LineMeasure.Amount).IsAtLeast(a.Minor))
            : holds;
    }

    /// <summary>There is no member whom it could be asked of.</summary>
    protected Verdict NoMember() => new(false, Node, 0, NoMember: true);
}

/// <summary>
/// Yes, or no with the failing node and how far it is (0: no distance). <paramref name="NoMember"/> says that it failed
/// because the sale has no member; such a "no" stays a "no" under <c>not</c>.
/// </summary>
public readonly record struct Verdict(bool Holds, int Node, long Missing, bool NoMember = false)
{
    public static readonly Verdict Yes = new(true, -1, 0);
}

/// <summary>What a distance counts.</summary>
public enum Measure
{
    None,

    /// <summary>The smallest money unit.</summary>
    Money,

    /// <summary>Thousandths of a piece or kilogram.</summary>
    Quantity,

    /// <summary>Sales.</summary>
    Visits,

    Days,

    /// <summary>Amounts of a unit: points, credit.</summary>
    Units,

    /// <summary>Tiers of a ladder.</summary>
    Tiers,
}
