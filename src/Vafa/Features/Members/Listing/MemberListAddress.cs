using Vafa.Features.Members.Filter;

namespace Vafa.Features.Members.Listing;

/// <summary>Where the list of members stands: its filter, its order and its columns, as the address says
/// them.</summary>
/// <param name="Columns">Codes of the chosen columns; empty: the usual ones.</param>
public sealed record MemberListAddress(MemberFilter Filter, MemberOrder Order, IReadOnlyList<string> Columns)
{
    public const string Path = "/members";
    public const string Sort = "sort";
    public const string Shown = "columns";

    /// <summary>Behind "?"; empty for the plain list.</summary>
    public string Query => Joined(Filter.Query, OrderPart, ColumnsPart);

    /// <summary>What the list finds and in which order, for the sheet, which has columns of its own.</summary>
    public string Sheet => Joined(Filter.Query, OrderPart);

    public string Here => With(Query);

    /// <summary>The page for the heads of columns to add their order to.</summary>
    public string Unsorted => With(Joined(Filter.Query, ColumnsPart));

    public string Without(MemberTerm term) => With(Joined(Filter.QueryWithout(term), OrderPart, ColumnsPart));

    /// <summary>Nothing filtered, the order and the columns as they are.</summary>
    public string Unfiltered => With(Joined(OrderPart, ColumnsPart));

    public string After(string cursor) => With(Joined(Query, "cursor=" + Uri.EscapeDataString(cursor)));

    public static string With(string query) => query.Length == 0 ? Path : $"{Path}?{query}";

    public static string Joined(params string[] parts) => string.Join('&', parts.Where(p => p.Length > 0));

    private string OrderPart => Order == MemberOrder.Newest ? "" : $"{Sort}={Order.Word}";

    private string ColumnsPart =>
        Columns.Count == 0 ? "" : $"{Shown}={Uri.EscapeDataString(string.Join(',', Columns))}";
}
