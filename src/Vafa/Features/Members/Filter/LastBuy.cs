using System.Globalization;
using System.Text.Json.Nodes;
using Vafa.Core.Values;
using Vafa.Ui;

namespace Vafa.Features.Members.Filter;

/// <summary>When a member must have bought last.</summary>
public enum LastBuyIs
{
    /// <summary>In the last N days, today included.</summary>
    Within,

    /// <summary>More than N days ago; who never bought is not meant.</summary>
    Before,

    Never,

    /// <summary>From N to M days ago, both days included.</summary>
    Between,
}

/// <summary>?lastVisit=within:30, before:30, between:61..67 or never.</summary>
/// <param name="Days">0 with never.</param>
public sealed record LastBuy(LastBuyIs Is, int Days) : MemberTerm
{
    internal const string Parameter = "lastVisit";

    /// <summary>The further end, with between alone.</summary>
    public int Most { get; init; }

    public override string Name => Parameter;

    public override IReadOnlyList<string> Values =>
        [
            Is switch
            {
                LastBuyIs.Within => string.Create(CultureInfo.InvariantCulture, $"within:{Days}"),
                LastBuyIs.Before => string.Create(CultureInfo.InvariantCulture, $"before:{Days}"),
                LastBuyIs.Never => "never",
                LastBuyIs.Between => string.Create(
                    CultureInfo.InvariantCulture,
                    $"between:{Days}{TermReader.To}{Most}"
                ),
                _ => throw new InvalidOperationException(),
            },
        ];

    internal static MemberTerm? Read(TermReader reader)
    {
        var (word, days) = reader.Halves();
        return word switch
        {
            "" => null,
            "never" => new LastBuy(LastBuyIs.Never, 0),
            "within" => reader.Days(days) is { } within ? new LastBuy(LastBuyIs.Within, within) : null,
            "before" => reader.Days(days) is { } before ? new LastBuy(LastBuyIs.Before, before) : null,
            "between" => Between(reader, days.Split(TermReader.To)),
            _ => reader.Refused<MemberTerm?>(null, "json.choice", "within, before, between, never"),
        };
    }

    internal override IQueryable<Member> Narrow(IQueryable<Member> members, FilterScene scene)
    {
        // The last N days hold today, so the day N days ago is neither within N days nor more than N days ago.
        // The day N days ago is the nearest of "from N to M days ago": its end is the start of the next.
        var edge = scene.Time.StartOf(
            scene.Today.AddDays(Is is LastBuyIs.Within or LastBuyIs.Between ? 1 - Days : -Days)
        );
        var begin = scene.Time.StartOf(scene.Today.AddDays(-Most));
        return Is switch
        {
            LastBuyIs.Within => members.Where(m => m.LastVisit >= edge),
            LastBuyIs.Before => members.Where(m => m.LastVisit < edge),
            LastBuyIs.Never => members.Where(m => m.LastVisit == null),
            LastBuyIs.Between => members.Where(m => m.LastVisit >= begin && m.LastVisit < edge),
            _ => throw new InvalidOperationException(),
        };
    }

    internal override IEnumerable<IQueryable<Guid>> Few(FilterScene scene) =>
        [Narrow(scene.Db.Members, scene).Select(m => m.Id)];

    /// <summary>Who never bought has stayed away for no number of days, so "not so many days" would hold him.</summary>
    internal override JsonObject AsCondition() =>
        Is switch
        {
            LastBuyIs.Within => Asks(
                "visits",
                new JsonObject
                {
                    ["atLeast"] = 1,
                    ["within"] = new JsonObject { ["days"] = Days },
                }
            ),
            LastBuyIs.Before => Away(Days + 1),
            LastBuyIs.Never => Asks("firstPurchase", true),
            LastBuyIs.Between => Asks("all", new JsonArray(Away(Days), Asks("not", Away(Most + 1)))),
            _ => throw new InvalidOperationException(),
        };

    public override string Sentence(Wording words, Dates dates)
    {
        var days = words.Number(Days);
        return Is switch
        {
            LastBuyIs.Within when Days == 1 => words.Say("آخرین خرید: امروز", "Last purchase: today"),
            LastBuyIs.Within => words.Say(
                $"آخرین خرید: در {days} روز گذشته",
                $"Last purchase: in the last {days} days"
            ),
            LastBuyIs.Before => words.Say(
                $"آخرین خرید: بیش از {days} روز پیش",
                $"Last purchase: more than {days} {(Days == 1 ? "day" : "days")} ago"
            ),
            LastBuyIs.Never => words.Say("هنوز خریدی نکرده", "Has not bought yet"),
            LastBuyIs.Between => words.Say(
                $"آخرین خرید: {days} تا {words.Number(Most)} روز پیش",
                $"Last purchase: {days} to {words.Number(Most)} days ago"
            ),
            _ => throw new InvalidOperationException(),
        };
    }

    private static LastBuy? Between(TermReader reader, string[] ends)
    {
        if (
            ends.Length != 2
            || reader.Days(ends[0].Trim()) is not { } least
            || reader.Days(ends[1].Trim()) is not { } most
        )
        {
            return ends.Length == 2 ? null : reader.Refused<LastBuy?>(null, "filter.range");
        }

        return least > most
            ? reader.Refused<LastBuy?>(null, "filter.range")
            : new LastBuy(LastBuyIs.Between, least) { Most = most };
    }

    private static JsonObject Away(int days) => Asks("daysSinceLastVisit", new JsonObject { ["atLeast"] = days });
}
