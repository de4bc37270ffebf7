using System.Globalization;
using Microsoft.Extensions.Primitives;
using Vafa.Core.Values;
using Vafa.Features.Members.Filter;
using Vafa.Features.Programme;

namespace Vafa.Features.Members.Listing;

/// <summary>
/// What the filter form sends, as an address of the list: two boxes become one range, money as it is shown becomes the
/// smallest unit, and empty boxes go. What can't be read stays as it was typed, so that the filter refuses it in words.
/// </summary>
internal static class TypedFilter
{
    /// <summary>A hidden control of our forms; addresses without it are taken as they are.</summary>
    public const string Marker = "typed";
    public const string JoinedWithin = "joinedWithin";
    public const string JoinedFrom = "joinedFrom";
    public const string JoinedTo = "joinedTo";

    private static readonly string[] Passing = [Marker, "cursor", "limit", "lang"];

    public static string Query(IQueryCollection typed, ClubVersion club, Wording words)
    {
        var said = new List<KeyValuePair<string, string>>();
        foreach (var (name, values) in typed.Where(p => !Passing.Contains(p.Key, StringComparer.Ordinal)))
        {
            said.AddRange(
                Values(name, values, club, words)
                    .Where(v => v.Length > 0)
                    .Select(v => new KeyValuePair<string, string>(name, v))
            );
        }

        if (Joined(typed) is { Length: > 0 } joined)
        {
            said.Add(new(JoinedWhen.Parameter, joined));
        }

        return string.Join('&', said.Select(s => $"{Uri.EscapeDataString(s.Key)}={Uri.EscapeDataString(s.Value)}"));
    }

    private static IEnumerable<string> Values(string name, StringValues values, ClubVersion club, Wording words)
    {
        List<string> typed = [.. values.Select(v => PersianText.Digits(v ?? "").Trim())];
        return name switch
        {
            JoinedWithin or JoinedFrom or JoinedTo => [],
            LastBuy.Parameter => [LastVisit(typed)],
            BoughtTimes.Parameter => [Range(typed, text => text)],
            SpentInAll.Parameter => [Range(typed, text => Smallest(text, words))],
            Holds.Parameter => [Wallet(typed, club.Wording(words.Persian))],
            MemberListAddress.Shown => [string.Join(',', typed)],
            _ => values.Select(v => (v ?? "").Trim()),
        };
    }

    /// <summary>The list of "when" and the box of days; what already has its days came from elsewhere.</summary>
    private static string LastVisit(List<string> typed) =>
        typed switch
        {
            ["within" or "before", var days] => $"{typed[0]}:{days}",
            [var when, ..] => when,
            _ => "",
        };

    private static string Range(List<string> typed, Func<string, string> read) =>
        typed switch
        {
            [var from, var to] when from.Length + to.Length == 0 => "",
            [var from, var to] => read(from) + TermReader.To + read(to),
            _ => string.Join(TermReader.To, typed),
        };

    private static string Wallet(List<string> typed, Wording words) =>
        typed switch
        {
            [_, ""] or [] => "",
            [var unit, var amount] => $"{unit}:{(words.CountsAsMoney!(unit) ? Smallest(amount, words) : amount)}",
            _ => typed[0],
        };

    private static string Joined(IQueryCollection typed)
    {
        var (within, from, to) = (typed[JoinedWithin].ToString(), typed[JoinedFrom].ToString(), typed[JoinedTo]);
        return within.Trim().Length > 0 ? "within:" + within.Trim()
            : from.Length + to.ToString().Length > 0 ? from + TermReader.To + to
            : "";
    }

    private static string Smallest(string typed, Wording words)
    {
        var plain = typed
            .Replace(",", "", StringComparison.Ordinal)
            .Replace("٬", "", StringComparison.Ordinal)
            .Replace('٫', '.');
        var read = decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var money);
        return read && money < 1_000_000_000_000_000 && money * words.MoneyScale % 1 == 0
            ? decimal.ToInt64(money * words.MoneyScale).ToString(CultureInfo.InvariantCulture)
            : typed;
    }
}
