using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Members.Filter;

namespace Vafa.Features.Members;

/// <summary>
/// Whom a cashier means by what he typed or a reader read: a card, a mobile, the last four or more digits of a mobile,
/// or the beginning of a name. Of several the one who bought last comes first; six at most are told.
/// </summary>
internal sealed class FindAtTill(AppDb db, FindMembers findMembers)
{
    public const int Most = 6;
    public const int FewestDigits = 4;

    /// <summary>Whether it is neither a whole mobile nor a whole card: then it is tried out more cheaply.</summary>
    public static bool MayMeanSeveral(string typed) =>
        CardNumber.Read(typed) is var digits && Mobile.Parse(digits).IsRefused && !CardNumber.IsSound(digits);

    public async Task<FoundAtTill> Run(string typed, CancellationToken ct)
    {
        var digits = CardNumber.Read(typed);
        if (digits.Length == 0 || !digits.TrimStart('+').All(char.IsAsciiDigit))
        {
            return await ByName(typed, ct);
        }

        if (Mobile.Parse(digits) is { IsRefused: false } mobile)
        {
            return One(await MemberLookup.ByMobile(db, mobile.Value, ct)) with { Mobile = mobile.Value.E164 };
        }

        if (await MemberLookup.ByCard(db, digits, ct) is { } holder)
        {
            return One(holder);
        }

        if (digits.Length < FewestDigits || digits.Length > 9 || !digits.All(char.IsAsciiDigit))
        {
            return One(null);
        }

        // One hundred of a million members share four digits; whoever came last is the likeliest.
        var ids = await db.MembersByMobileEnd(digits)
            .OrderByDescending(m => m.LastVisit ?? m.Since)
            .Select(m => m.Id)
            .Take(Most)
            .ToListAsync(ct);
        return new FoundAtTill(ids, null);
    }

    private async Task<FoundAtTill> ByName(string typed, CancellationToken ct)
    {
        if (typed.Length > NameWords.Longest || PersianText.Normalise(typed).Length < 2)
        {
            return One(null);
        }

        var named = new MemberFilter([new NameWords(typed)]);
        var found = await findMembers.Run(new FindMembersRequest(named, MemberOrder.Newest, Most), ct);
        return new FoundAtTill([.. found.Value.Items.Select(m => m.Id)], null);
    }

    private static FoundAtTill One(Guid? id) => new(id is { } found ? [found] : [], null);
}

/// <param name="Mobile">What was typed was a whole mobile: this one.</param>
internal sealed record FoundAtTill(IReadOnlyList<Guid> Ids, string? Mobile);
