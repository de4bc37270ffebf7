using System.Text.Json.Nodes;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Ui;

namespace Vafa.Features.Members.Filter;

/// <summary>What terms are asked in: the tables, the club's clock and its business day.</summary>
internal sealed record FilterScene(AppDb Db, ClubTime Time, DateOnly Today);

/// <summary>
/// One word of the closed language in which members are asked for. Each word is one file: its name in an address, how
/// it is read from there and written back, the query it becomes, and its sentence on a chip. Terms are joined by "and".
/// </summary>
public abstract record MemberTerm
{
    /// <summary>The parameter of the address that says it.</summary>
    public abstract string Name { get; }

    /// <summary>Its values as they stand in an address; more than one repeat the parameter.</summary>
    public abstract IReadOnlyList<string> Values { get; }

    /// <summary>Those of the members for whom it holds.</summary>
    internal abstract IQueryable<Member> Narrow(IQueryable<Member> members, FilterScene scene);

    /// <summary>
    /// Ranges of an index that hold everybody for whom it holds, to start from where they are few; none where only the
    /// members themselves can tell.
    /// </summary>
    internal virtual IEnumerable<IQueryable<Guid>> Few(FilterScene scene) => [];

    /// <summary>
    /// Exactly those for whom it holds, along an index alone, perhaps more than once each: counted without reading
    /// members; null where there is no such index.
    /// </summary>
    internal virtual IQueryable<Guid>? Exactly(FilterScene scene) => null;

    /// <summary>
    /// The same as a condition of offers, for a segment; null where a sale does not know it.
    /// </summary>
    internal virtual JsonObject? AsCondition() => null;

    /// <summary>A condition of one word.</summary>
    protected static JsonObject Asks(string word, JsonNode what) => new() { [word] = what };

    /// <summary>«آخرین خرید: بیش از ۳۰ روز پیش».</summary>
    public abstract string Sentence(Wording words, Dates dates);
}
