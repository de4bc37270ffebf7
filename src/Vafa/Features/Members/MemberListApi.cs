using Vafa.Core.Values;
using Vafa.Features.Members.Filter;
using Vafa.Features.Programme;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Members;

/// <summary>GET of the list of members and of how many it holds.</summary>
internal static class MemberListApi
{
    private static readonly string Sorts = string.Join(", ", MemberOrder.All.Select(o => o.Word));

    /// <summary>Says which parameters are the terms of <see cref="MemberFilter"/>.</summary>
    public static RouteHandlerBuilder AsksFilter(this RouteHandlerBuilder endpoint) =>
        endpoint
            .Asks(NameWords.Parameter, "Every word begins a word of the name, the card or the mobile.")
            .Asks(InGroups.Parameter, "In this group; repeated, in one of them.")
            .Asks(
                InTiers.Parameter,
                "Holds this tier today; repeated, one of them; none:LADDER holds no tier of that ladder."
            )
            .Asks(
                LastBuy.Parameter,
                "Last purchase: within:30 (days), before:30 (more than 30 days ago), between:61..67 "
                    + "(days ago) or never."
            )
            .Asks(BoughtTimes.Parameter, "Purchases: 5..10, 5.. or ..10.")
            .Asks(SpentInAll.Parameter, "Paid in all, in the smallest money unit: 1000000.. and the like.")
            .Asks(JoinedWhen.Parameter, "2026-03-21..2026-04-20 (also Jalali; both days included) or within:30 (days).")
            .Asks(Holds.Parameter, "A wallet holds at least: credit:50000.")
            .Asks(FieldHas.Prefix + "CODE", "A field of the owner has this value; repeated, one of these.")
            .Asks(Reachable.Parameter, "email, smsConsent or emailConsent; repeated, all of them.")
            .Asks(Nameless.Parameter, "missing: neither first nor last name is known.");

    public static async Task<IResult> Find(HttpContext context, FindMembers find, ProgrammeStore programmes)
    {
        var ct = context.RequestAborted;
        var query = context.Request.Query;
        var paging = Paging.Read(context, FindMembers.CursorParts);
        if (paging.IsRefused)
        {
            return Answers.Refused(paging.Refusals);
        }

        var filter = MemberFilter.Read(query, await programmes.Newest(ct));
        if (filter.IsRefused)
        {
            return Answers.Refused(filter.Refusals);
        }

        var order = Order(query);
        if (order.IsRefused)
        {
            return Answers.Refused(order.Refusals);
        }

        var request = new FindMembersRequest(filter.Value, order.Value, paging.Value.Limit, paging.Value.After)
        {
            Mobile = query["mobile"],
            Card = query["card"],
        };
        return Answers.Of(await find.Run(request, ct));
    }

    public static async Task<IResult> Count(HttpContext context, CountMembers count, ProgrammeStore programmes)
    {
        var ct = context.RequestAborted;
        var filter = MemberFilter.Read(context.Request.Query, await programmes.Newest(ct));
        return filter.IsRefused ? Answers.Refused(filter.Refusals) : Answers.Value(await count.Run(filter.Value, ct));
    }

    /// <summary>The order that ?sort= names; newest first where it names none. Refused: filter.sort.</summary>
    public static Outcome<MemberOrder> Order(IQueryCollection query)
    {
        var word = query["sort"].ToString();
        return word.Length == 0 ? MemberOrder.Newest
            : MemberOrder.Of(word) is { } order ? order
            : new Refusal("filter.sort", "/sort", Sorts);
    }
}
