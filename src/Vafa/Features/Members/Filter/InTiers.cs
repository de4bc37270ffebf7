using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Features.Tiers;
using Vafa.Ui;
using Ladder = Vafa.Core.Tiers.Ladder;

namespace Vafa.Features.Members.Filter;

/// <summary>One of the tiers that are asked for; null: no tier of the ladder.</summary>
public sealed record AskedTier(Ladder Ladder, string? Tier);

/// <summary>
/// ?tier=gold: holds one of these tiers today, by the rules or by a person; tier=none:club holds none of that ladder.
/// </summary>
public sealed record InTiers(IReadOnlyList<AskedTier> Asked) : MemberTerm
{
    internal const string Parameter = "tier";
    internal const string None = "none:";
    private const int Most = 50;

    public override string Name => Parameter;

    public override IReadOnlyList<string> Values => [.. Asked.Select(a => a.Tier ?? None + a.Ladder.Code)];

    internal static MemberTerm? Read(TermReader reader)
    {
        var words = reader.Values.Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (words.Count > Most)
        {
            return reader.Refused<MemberTerm?>(null, "json.too-many", Most);
        }

        var asked = words.ConvertAll(word => (word, Tier: TierOf(word, reader.Club)));
        return asked.Find(a => a.Tier is null) is { word: { } unknown }
            ? reader.Refused<MemberTerm?>(null, "tier.unknown", unknown)
            : new InTiers([.. asked.Select(a => a.Tier!)]);
    }

    internal override IQueryable<Member> Narrow(IQueryable<Member> members, FilterScene scene) =>
        members.Where(Asked.Select(asked => Holds(asked, scene)).Aggregate(Predicates.Or));

    internal override IEnumerable<IQueryable<Guid>> Few(FilterScene scene) =>
        Asked.All(a => a.Tier is not null)
            ?
            [
                Asked
                    .Select(a => MembersInTier.Of(scene.Db, a.Ladder, a.Tier!, scene.Today))
                    .Aggregate(Queryable.Concat),
            ]
            : [];

    internal override JsonObject AsCondition()
    {
        var held = Asked.Where(a => a.Tier is not null).Select(a => a.Tier!).ToList();
        var parts = Asked
            .Where(a => a.Tier is null)
            .Select(a => Asks("not", OneOf(a.Ladder.Tiers.Select(t => t.Code))))
            .Concat(held.Count > 0 ? [OneOf(held)] : [])
            .ToArray();
        return parts is [var only] ? only : Asks("any", new JsonArray([.. parts]));
    }

    public override string Sentence(Wording words, Dates dates)
    {
        var names = string.Join(words.Say("، ", ", "), Asked.Select(a => Said(a, words)));
        return Asked.Count == 1
            ? words.Say($"سطح: {names}", $"Tier: {names}")
            : words.Say($"یکی از سطح‌ها: {names}", $"One of the tiers: {names}");
    }

    /// <summary>«بی‌سطح» beside the name of its ladder.</summary>
    internal static string Said(AskedTier asked, Wording words) =>
        asked.Tier is { } tier
            ? words.Name(NameKind.Tier, tier)
            : words.Say(
                $"بی‌سطح در {words.Inside(words.Title(asked.Ladder.Title))}",
                $"none in {words.Inside(words.Title(asked.Ladder.Title))}"
            );

    private static AskedTier? TierOf(string word, ClubVersion club)
    {
        var ladders = club.Programme.Ladders;
        if (word.StartsWith(None, StringComparison.Ordinal))
        {
            return ladders.FirstOrDefault(l => l.Code == word[None.Length..]) is { } bare
                ? new AskedTier(bare, null)
                : null;
        }

        return ladders.FirstOrDefault(l => l.PlaceOf(word) >= 0) is { } ladder ? new AskedTier(ladder, word) : null;
    }

    private static Expression<Func<Member, bool>> Holds(AskedTier asked, FilterScene scene)
    {
        if (asked.Tier is { } tier)
        {
            var holders = MembersInTier.Of(scene.Db, asked.Ladder, tier, scene.Today);
            return m => holders.Contains(m.Id);
        }

        var any = MembersInTier.OfAny(scene.Db, asked.Ladder, scene.Today);
        return m => !any.Contains(m.Id);
    }

    private static JsonObject OneOf(IEnumerable<string> tiers) =>
        Asks("tier", new JsonObject { ["in"] = new JsonArray([.. tiers.Select(t => JsonValue.Create(t))]) });
}
