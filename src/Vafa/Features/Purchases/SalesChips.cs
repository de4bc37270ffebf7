using Vafa.Core.Values;
using Vafa.Ui;

namespace Vafa.Features.Purchases;

/// <summary>What the list of sales is filtered by, in words, each with the page without it.</summary>
internal static class SalesChips
{
    /// <param name="buyers">Names of members that the reader may see.</param>
    public static IReadOnlyList<(string Sentence, string Without)> Of(
        SalesQuery query,
        Reader reader,
        IReadOnlyDictionary<Guid, string> buyers
    )
    {
        var filter = query.Filter;
        var words = reader.Words;
        var chips = new List<(string, string)>();
        void Chip(string fa, string en, string name) => chips.Add((words.Say(fa, en), query.Without(name)));

        if (Days(query, reader) is { } days)
        {
            chips.Add((days, query.Without("from", "to")));
        }

        if (filter.Branch is { } branch)
        {
            var name = words.Name(NameKind.Branch, branch);
            Chip($"شعبه: {name}", $"Branch: {name}", "branch");
        }

        if (filter.OfMembers is { } members)
        {
            Chip(members ? "خریدار: عضو" : "خریدار: مهمان", members ? "Buyer: members" : "Buyer: guests", "buyer");
        }

        if (filter.Member is { } member)
        {
            var name = buyers.GetValueOrDefault(member) ?? words.Say("یک عضو", "one member");
            Chip($"خریدار: {name}", $"Buyer: {name}", "member");
        }

        if (filter.Cashier is { } cashier)
        {
            Chip($"صندوق‌دار: {cashier}", $"Cashier: {cashier}", "cashier");
        }

        if (filter.Till is { } till)
        {
            Chip($"صندوق: {till}", $"Till: {till}", "till");
        }

        if (filter.AtLeast is { } least)
        {
            var money = words.Money(new Money(least));
            Chip($"پرداخت: دست‌کم {money}", $"Paid: at least {money}", "atLeast");
        }

        if (filter.Reference is { } reference)
        {
            Chip($"شمارهٔ رسید: {reference}", $"Reference: {reference}", "reference");
        }

        if (filter.Refunded)
        {
            Chip("فقط برگشت‌خورده‌ها", "Only refunded", "refunded");
        }

        if (filter.Differs)
        {
            Chip("تفاوت با وفا", "Differs from Vafa", "differs");
        }

        return chips;
    }

    private static string? Days(SalesQuery query, Reader reader) =>
        (query.From, query.To) switch
        {
            ({ } from, { } to) when from == to => reader.Dates.Long(from),
            ({ } from, { } to) => reader.Say(
                $"از {reader.Dates.Short(from)} تا {reader.Dates.Short(to)}",
                $"{reader.Dates.Short(from)} to {reader.Dates.Short(to)}"
            ),
            ({ } from, null) => reader.Say($"از {reader.Dates.Short(from)}", $"From {reader.Dates.Short(from)}"),
            (null, { } to) => reader.Say($"تا {reader.Dates.Short(to)}", $"Until {reader.Dates.Short(to)}"),
            _ => null,
        };
}
