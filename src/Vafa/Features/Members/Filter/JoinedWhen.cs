using System.Globalization;
using System.Text.Json.Nodes;
using Vafa.Core.Values;
using Vafa.Ui;

namespace Vafa.Features.Members.Filter;

/// <summary>
/// ?joined=2026-03-21..2026-04-20 (also in Jalali, both days included, either left out), or within:30.
/// </summary>
/// <param name="Days">In the last so many days, today included; 0: from and to count.</param>
public sealed record JoinedWhen(DateOnly? From, DateOnly? To, int Days) : MemberTerm
{
    internal const string Parameter = "joined";
    private const string Within = "within";

    public override string Name => Parameter;

    public override IReadOnlyList<string> Values =>
        [
            Days > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{Within}:{Days}")
                : string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}{TermReader.To}{To:yyyy-MM-dd}"),
        ];

    internal static MemberTerm? Read(TermReader reader)
    {
        var (head, tail) = reader.Halves();
        if (head == Within)
        {
            return reader.Days(tail) is { } days ? new JoinedWhen(null, null, days) : null;
        }

        if (reader.Ends() is not var (from, to))
        {
            return null;
        }

        var (first, last) = (Day(from), Day(to));
        return (from.Length > 0 && first is null) || (to.Length > 0 && last is null) || first > last
            ? reader.Refused<MemberTerm?>(null, "filter.dates")
            : new JoinedWhen(first, last, 0);
    }

    internal override IQueryable<Member> Narrow(IQueryable<Member> members, FilterScene scene)
    {
        var first = Days > 0 ? scene.Today.AddDays(1 - Days) : From;
        if (first is { } day)
        {
            var start = scene.Time.StartOf(day);
            members = members.Where(m => m.Since >= start);
        }

        if (To is { } last)
        {
            var end = scene.Time.StartOf(last.AddDays(1));
            members = members.Where(m => m.Since < end);
        }

        return members;
    }

    internal override IEnumerable<IQueryable<Guid>> Few(FilterScene scene) =>
        [Narrow(scene.Db.Members, scene).Select(m => m.Id)];

    internal override JsonObject AsCondition()
    {
        if (Days > 0)
        {
            return Asks("not", Asks("memberFor", new JsonObject { ["atLeast"] = Days }));
        }

        var between = new JsonObject();
        foreach (var (name, day) in new[] { ("from", From), ("to", To) })
        {
            if (day is { } d)
            {
                between[name] = d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            }
        }

        return Asks("joined", between);
    }

    public override string Sentence(Wording words, Dates dates)
    {
        if (Days > 0)
        {
            return Days == 1
                ? words.Say("عضویت: امروز", "Joined: today")
                : words.Say(
                    $"عضویت: در {words.Number(Days)} روز گذشته",
                    $"Joined: in the last {words.Number(Days)} days"
                );
        }

        return (From, To) switch
        {
            ({ } from, null) => words.Say($"عضویت: از {dates.Short(from)}", $"Joined: from {dates.Short(from)}"),
            (null, { } to) => words.Say($"عضویت: تا {dates.Short(to)}", $"Joined: until {dates.Short(to)}"),
            ({ } from, { } to) => words.Say(
                $"عضویت: از {dates.Short(from)} تا {dates.Short(to)}",
                $"Joined: {dates.Short(from)} to {dates.Short(to)}"
            ),
            _ => "",
        };
    }

    private static DateOnly? Day(string text) =>
        text.Length > 0 && BirthDate.Parse(text) is { IsRefused: false } read && read.Value < new DateOnly(2200, 1, 1)
            ? read.Value
            : null;
}
