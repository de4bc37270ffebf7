using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Vafa.Core.Values;
using Vafa.Features.Products;
using Vafa.Features.Programme;

namespace Vafa.Features.Rulebooks;

/// <summary>
/// The wordings of the rules through all versions since they were first published, kept in memory: a visitor costs the
/// question for the newest version's number, and a version that speaks otherwise is read once.
/// </summary>
internal sealed class Editions(IServiceScopeFactory scopes, ProgrammeStore programmes, GoodsNames goods) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile Told? kept;

    /// <summary>Those of one language; null while the rules are not published.</summary>
    public async ValueTask<PublishedRules?> Of(bool persian, CancellationToken ct)
    {
        var newest = await programmes.Newest(ct);
        if (!newest.Rulebook.Published)
        {
            return null;
        }

        var told =
            kept is { } known && known.Version >= newest.Version && known.StillHolds(goods)
                ? known
                : await Tell(newest.Version, ct);
        return new PublishedRules(newest, persian ? told.Fa : told.En);
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Goes on from what is kept, unless a product group or product is called otherwise by now.</summary>
    private async Task<Told> Tell(long newest, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            var known = kept is { } there && there.StillHolds(goods) ? there : null;
            if (known is not null && known.Version >= newest)
            {
                return known;
            }

            await using var scope = scopes.CreateAsyncScope();
            var past = scope.ServiceProvider.GetRequiredService<ReadRulesPast>();
            if (known is null)
            {
                var first = await past.FirstPublished(ct) ?? newest;
                known = await Added(Told.Nothing, await past.At(first, ct), ct);
            }

            foreach (var move in await past.After(known.Version, newest, ct))
            {
                known = await Added(known, move, ct);
            }

            return kept = known with { Version = newest };
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<Told> Added(Told before, RulesMove move, CancellationToken ct)
    {
        var running = before.Running.SetItems(move.Documents.Select(d => KeyValuePair.Create((d.Kind, d.Code), d)));
        var asked = before.Asked.ToBuilder();
        var club = ClubVersion.Of(move.Version, [.. running.Values]) with
        {
            Goods = (kind, code) =>
            {
                var title = goods.Find(kind, code);
                asked[(kind, code)] = title;
                return title;
            },
        };
        await goods.Know([.. club.Named().Where(n => !before.Asked.ContainsKey(n))], ct);
        return new Told(
            move.Version,
            running,
            Added(before.Fa, move, RulebookText.Of(club, persian: true)),
            Added(before.En, move, RulebookText.Of(club, persian: false)),
            asked.ToImmutable()
        );
    }

    private static EditionList Added(EditionList before, RulesMove move, IReadOnlyList<RuleSection> sections)
    {
        if (before.All.Count > 0 && before.Now.Says(sections))
        {
            return before;
        }

        var text = new StringBuilder(before.Mark).Append(move.Version);
        foreach (var section in sections)
        {
            text.Append('\n').Append(section.Title).AppendJoin('\n', section.Sentences);
        }

        var ended = before.All.Select((e, i) => i == before.All.Count - 1 ? e with { Until = move.At } : e);
        return new EditionList(
            [.. ended, new Edition(move.Version, move.At, null, sections)],
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8))
        );
    }

    /// <summary>What is known up to a version.</summary>
    /// <param name="Running">The documents of that version, but offers.</param>
    /// <param name="Asked">What goods were called when the sentences were made.</param>
    private sealed record Told(
        long Version,
        ImmutableDictionary<(string Kind, string Code), ProgrammeDocument> Running,
        EditionList Fa,
        EditionList En,
        ImmutableDictionary<(NameKind Kind, string Code), LocalText?> Asked
    )
    {
        public static readonly Told Nothing = new(
            0,
            ImmutableDictionary<(string, string), ProgrammeDocument>.Empty,
            new EditionList([], ""),
            new EditionList([], ""),
            ImmutableDictionary<(NameKind, string), LocalText?>.Empty
        );

        /// <summary>Names of goods are no part of the programme's versions.</summary>
        public bool StillHolds(GoodsNames goods) => Asked.All(a => goods.Find(a.Key.Kind, a.Key.Code) == a.Value);
    }
}
