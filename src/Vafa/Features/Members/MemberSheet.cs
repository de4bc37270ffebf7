using System.Runtime.CompilerServices;
using Vafa.Core.Values;
using Vafa.Features.Export;
using Vafa.Features.Members.Filter;
using Vafa.Features.Programme;

namespace Vafa.Features.Members;

/// <summary>The filtered list of members as rows of a sheet, read page by page while it is written.</summary>
internal sealed class MemberSheet(MatchMembers match, ReadMembers readMembers)
{
    private const int Page = 200;

    public static IReadOnlyList<XlsxColumn> Columns(ClubVersion club, Wording words) =>
        [
            new(words.Say("نام", "First name"), 18),
            new(words.Say("نام خانوادگی", "Last name"), 20),
            new(words.Say("موبایل", "Mobile")),
            new(words.Say("کارت", "Card")),
            new(words.Say("ایمیل", "E-mail"), 24),
            new(words.Say("تاریخ تولد", "Birth date")),
            new(words.Say("گروه‌ها", "Groups"), 24),
            new(words.Say("عضویت", "Joined")),
            new(words.Say("آخرین خرید", "Last purchase")),
            new(words.Say("تعداد خرید", "Purchases")),
            new(words.Say("مجموع خرید", "Paid"), IsMoney: true),
            .. club.Programme.Units.Select(u => new XlsxColumn(words.Name(NameKind.Unit, u.Code))),
            .. club.FieldsInOrder.Select(f => new XlsxColumn(words.Title(f.Title))),
        ];

    public async IAsyncEnumerable<IReadOnlyList<object?>> Rows(
        MemberFilter filter,
        MemberOrder order,
        ClubVersion club,
        Wording words,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        MemberPlace? after = null;
        do
        {
            var found = await match.Run(new MatchRequest(filter, order, Page, after), ct);
            foreach (var member in await readMembers.Run(found.Ids, club, ct))
            {
                yield return Row(member, club, words);
            }

            after = found.Next;
        } while (after is not null);
    }

    private static IReadOnlyList<object?> Row(MemberView m, ClubVersion club, Wording words) =>
        [
            m.FirstName,
            m.LastName,
            m.Mobile,
            m.Card,
            m.Email,
            m.BirthDate,
            string.Join(words.Say("، ", ", "), m.Groups.Select(g => words.Name(NameKind.Group, g))),
            m.Since,
            m.LastVisit,
            m.Visits,
            new Money(m.Spent),
            .. m.Wallets.Select(w => Balance(w, words)),
            .. club.FieldsInOrder.Select(f =>
                m.Fields.TryGetValue(f.Code, out var value) ? (object?)value.ToString() : null
            ),
        ];

    /// <summary>Credit is money, points are a number.</summary>
    private static object Balance(WalletOfMember wallet, Wording words) =>
        words.CountsAsMoney?.Invoke(wallet.Unit) == true ? new Money(wallet.Balance) : wallet.Balance;
}
