using System.Globalization;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Members.Filter;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Members;

/// <param name="Cursor">Where the page before stopped, as it said; null: from the beginning.</param>
public sealed record FindMembersRequest(MemberFilter Filter, MemberOrder Order, int Limit, string[]? Cursor = null)
{
    /// <summary>In any writing; exact.</summary>
    public string? Mobile { get; init; }

    /// <summary>Exact.</summary>
    public string? Card { get; init; }
}

/// <summary>
/// Finds members, a page at a time. A page may hold fewer than asked, even none, and go on where it stopped: what one
/// call reads is bounded. Refused: mobile.invalid, list.cursor.
/// </summary>
public sealed class FindMembers(AppDb db, MatchMembers match, ReadMembers readMembers, ProgrammeStore programmes)
{
    public const int CursorParts = 4;

    public async Task<Outcome<Listed<MemberView>>> Run(FindMembersRequest request, CancellationToken ct)
    {
        MemberPlace? after = null;
        if (request.Cursor is { } cursor)
        {
            after = PlaceIn(request.Order, cursor);
            if (after is null)
            {
                return new Refusal("list.cursor", "/cursor");
            }
        }

        var among = await Named(request, ct);
        if (among.IsRefused)
        {
            return Outcome<Listed<MemberView>>.Refused(among.Refusals);
        }

        var asked = new MatchRequest(request.Filter, request.Order, request.Limit, after, among.Value);
        var found = await match.Run(asked, ct);
        var shown = await readMembers.Run(found.Ids, await programmes.Newest(ct), ct);
        return new Listed<MemberView>(shown, found.Next is { } next ? Cursor.Write(Parts(request.Order, next)) : null);
    }

    /// <summary>Whom mobile and card name: nobody or one; null where neither is asked.</summary>
    private async Task<Outcome<Guid[]?>> Named(FindMembersRequest request, CancellationToken ct)
    {
        if (request.Mobile is null && request.Card is null)
        {
            return (Guid[]?)null;
        }

        Guid? found = null;
        if (request.Mobile is not null)
        {
            var mobile = Mobile.Parse(request.Mobile);
            if (mobile.IsRefused)
            {
                return new Refusal(mobile.Refusals[0].Code, "/mobile");
            }

            found = await MemberLookup.ByMobile(db, mobile.Value, ct);
        }

        if (request.Card is not null)
        {
            var holder = await MemberLookup.ByCard(db, request.Card, ct);
            found = request.Mobile is null || found == holder ? holder : null;
        }

        return found is { } id ? new[] { id } : [];
    }

    /// <summary>A cursor of another order is none of this list.</summary>
    private static MemberPlace? PlaceIn(MemberOrder order, string[] cursor) =>
        cursor is [var word, var at, var key, var id]
        && word == order.Word
        && int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var stretch)
        && stretch < order.Stretches.Count
        && long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && (order.Stretches[stretch].IsOfTime is false || number is >= 0 and <= 3_155_378_975_999_999_999)
        && Guid.TryParseExact(id, "D", out var member)
            ? new MemberPlace(stretch, number, member)
            : null;

    private static string[] Parts(MemberOrder order, MemberPlace place) =>
        [
            order.Word,
            place.Stretch.ToString(CultureInfo.InvariantCulture),
            place.Key.ToString(CultureInfo.InvariantCulture),
            place.Id.ToString(),
        ];
}

/// <summary>How many members a filter means: exact up to ten thousand, then "more than that".</summary>
/// <param name="More">There are more than <paramref name="Count"/>.</param>
public sealed record MemberCount(int Count, bool More);

/// <summary>Counts members; its cost is bounded by what it counts up to.</summary>
public sealed class CountMembers(MatchMembers match)
{
    public async Task<MemberCount> Run(MemberFilter filter, CancellationToken ct)
    {
        var count = await match.Count(filter, ct);
        return new MemberCount(Math.Min(count, MatchMembers.MostCounted), count > MatchMembers.MostCounted);
    }
}
