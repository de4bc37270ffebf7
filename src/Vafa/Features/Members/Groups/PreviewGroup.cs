using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Members.Filter;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Members.Groups;

/// <summary>What a rule would make of a group today.</summary>
/// <param name="Members">Who would be in it.</param>
/// <param name="Come">Those of them who are not in it now.</param>
/// <param name="Go">Who is in it now and would not be.</param>
/// <param name="Message">The same in a sentence.</param>
public sealed record GroupPreview(int Members, int Come, int Go, string Message);

/// <summary>
/// Counts whom a rule would move, by the very query that moves them, and moves nobody. Refused: what a group’s document
/// refuses of its rule; json.required without a rule.
/// </summary>
public sealed class PreviewGroup(AppDb db, MatchMembers match, ProgrammeStore programmes)
{
    /// <param name="body">Of the group, as it would be put.</param>
    public async Task<Outcome<GroupPreview>> Run(DocumentReader body, string code, bool persian, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        body.Any("code");
        body.Any("title");
        var rule = GroupDocument.ReadRule(body, code, club, required: true);
        body.Done();
        return body.IsClean
            ? await Run(rule!.Filter, code, club.Time, club.Wording(persian), ct)
            : Outcome<GroupPreview>.Refused(body.Refusals);
    }

    internal async Task<GroupPreview> Run(
        MemberFilter filter,
        string code,
        ClubTime time,
        Wording words,
        CancellationToken ct
    )
    {
        var meant = match.All(filter, time);
        var inside = db.MemberGroups.Where(g => g.Code == code);
        var members = await meant.CountAsync(ct);
        var stay = await inside.CountAsync(g => meant.Any(m => m.Id == g.MemberId), ct);
        var (come, go) = (members - stay, await inside.CountAsync(ct) - stay);
        return new GroupPreview(members, come, go, Tell(members, come, go, words));
    }

    /// <summary>«با این قاعده امروز ۶۱ نفر از اعضای شما در گروه می‌بودند: ۵ نفر می‌آیند و ۲ نفر می‌روند.»</summary>
    private static string Tell(int members, int come, int go, Wording words)
    {
        var all = words.Number(members);
        var moves = Moves(come, go, words);
        return members == 0
            ? words.Say(
                $"با این قاعده امروز هیچ عضوی در گروه نمی‌بود{moves}",
                $"With this rule nobody would be in the group today{moves}"
            )
            : words.Say(
                $"با این قاعده امروز {all} نفر از اعضای شما در گروه می‌بودند{moves}",
                $"With this rule {all} of your members would be in the group today{moves}"
            );
    }

    private static string Moves(int come, int go, Wording words)
    {
        var (comes, goes) = (words.Number(come), words.Number(go));
        return (come, go) switch
        {
            (0, 0) => words.Say("؛ کسی جابه‌جا نمی‌شود.", "; nobody moves."),
            (_, 0) => words.Say($": {comes} نفر می‌آیند.", $": {comes} come."),
            (0, _) => words.Say($": {goes} نفر می‌روند.", $": {goes} go."),
            _ => words.Say($": {comes} نفر می‌آیند و {goes} نفر می‌روند.", $": {comes} come and {goes} go."),
        };
    }
}
