using System.Text.Json;
using System.Text.Json.Serialization;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Values;
using Vafa.Features.Purchases;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Tills;

/// <summary>What a device keeps to preview sales without network: the programme, and who bought here lately.</summary>
internal static class PreviewApi
{
    public static void Map(RouteGroupBuilder till)
    {
        till.MapGet("/preview", Plan)
            .NeedsTill()
            .Describe("getPreviewPlan", "The programme as a till without network previews by.")
            .Gives<PreviewPlan>();
        till.MapGet("/preview/members", Members)
            .NeedsTill()
            .Describe("listPreviewMembers", "Members who bought at this branch lately, with what a preview needs.")
            .Asks("key", "The key of the plan they are to go with.")
            .Asks("since", "Only those who bought since.", typeof(DateTimeOffset))
            .Asks("cursor", "Where the page before ended.")
            .Gives<PreviewMembersPage>();
    }

    private static async Task<IResult> Plan(HttpContext context, OfflineMembers members)
    {
        var stand = TillStand.Of(context);
        return Answers.Value(await members.Plan(stand, context.Wording().Persian, context.RequestAborted));
    }

    private static async Task<IResult> Members(HttpContext context, OfflineMembers members)
    {
        var query = context.Request.Query;
        var paging = Paging.Read(context, cursorParts: 2);
        if (paging.IsRefused)
        {
            return Answers.Refused(paging.Refusals);
        }

        var refusals = new List<Refusal>();
        var since = PurchaseFilter.Instant(query, "since", refusals);
        if (refusals.Count > 0)
        {
            return Answers.Refused(refusals);
        }

        var behind = paging.Value.After is [var place, var id] ? SalePlace.Of(place, id) : null;
        var asked = new OfflineMembersRequest(TillStand.Of(context), query["key"].ToString(), since, behind);
        return Answers.Of(await members.Run(asked, context.Wording().Persian, context.RequestAborted));
    }
}

/// <param name="Key">Members that are kept must have been told for this key.</param>
/// <param name="Keep">How many members a device keeps at most; 0: none.</param>
/// <param name="Plan">Offers, rules and units, for the till's pages alone.</param>
internal sealed record PreviewPlan(string Key, int Keep, JsonElement Plan);

/// <param name="Next">Cursor of the next page; null: that was the last.</param>
internal sealed record PreviewMembersPage(
    IReadOnlyList<PreviewMember> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next
);

/// <param name="Mark">By it a device recognises a whole mobile that is typed: HMAC-SHA-256 by the device's id.</param>
/// <param name="End">The last four digits of the mobile.</param>
internal sealed record PreviewMember(TillMember Member, string? Mark, string? End, OfflineStanding Standing);
