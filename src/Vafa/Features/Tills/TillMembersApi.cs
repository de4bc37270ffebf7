using System.Collections.Immutable;
using Vafa.Core.Values;
using Vafa.Features.Ledger;
using Vafa.Features.Members;
using Vafa.Features.Programme;
using Vafa.Features.Tiers;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Tills;

/// <summary>Members at the till: found by what is typed or read, enrolled by a mobile, given points by hand.</summary>
internal static class TillMembersApi
{
    public static void Map(RouteGroupBuilder till)
    {
        till.MapGet("/members", Find)
            .NeedsTill()
            .Describe("findAtTill", "Whom the cashier means: by card, mobile, its last digits or a name.")
            .Asks("find", "What was typed or read.")
            .Gives<Listed<TillMember>>();
        till.MapGet("/members/{id:guid}", Read)
            .NeedsTill()
            .Describe("getMemberAtTill", "A member as the till shows him, with his way on each ladder.")
            .Gives<TillMember>();
        till.MapPost("/members", Join)
            .NeedsTill(cashier: false)
            .Describe("enrolAtTill", "Somebody joins by his mobile; a name may come with it.")
            .Once()
            .Takes<JoinBody>()
            .Gives<TillMember>(StatusCodes.Status201Created);
        till.MapPost("/members/{id:guid}/points", Give)
            .NeedsTill()
            .Describe("givePointsAtTill", "Changes a wallet by hand; a cashier needs a manager's approval.")
            .Once()
            .Takes<PointsBody>()
            .Gives<AdjustAnswer>(StatusCodes.Status201Created)
            .Gives<AdjustAnswer>(StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> Find(
        HttpContext context,
        FindAtTill find,
        TillMembers members,
        CountLookUps count,
        FailedTries tries
    )
    {
        var ct = context.RequestAborted;
        var (typed, stand) = (context.Request.Query["find"].ToString().Trim(), TillStand.Of(context));
        if (typed.Length is 0 or > 100)
        {
            return Answers.Refused(new Refusal("search.too-long", "/find", 100));
        }

        if (await TooManyBefore(typed, stand, (count, tries), ct) is { } seconds)
        {
            return TooMany(seconds);
        }

        var found = await find.Run(typed, ct);
        if (found.Ids.Count == 0)
        {
            await count.Miss(stand, ct);
        }

        return Answers.Value(
            new Listed<TillMember>(await members.Run(stand, found.Ids, context.Wording().Persian, ct), null)
        );
    }

    private static async Task<IResult> Read(Guid id, HttpContext context, TillMembers members, CountLookUps count)
    {
        var (stand, ct) = (TillStand.Of(context), context.RequestAborted);
        if (count.Wait(stand) is { } seconds)
        {
            return TooMany(seconds);
        }

        var one = await members.One(stand.Club, id, context.Wording().Persian, ct);
        if (one.IsRefused)
        {
            await count.Miss(stand, ct);
        }

        return Answers.Of(one);
    }

    private static async Task<IResult> Join(HttpContext context, EnrolOnce enrol, TillMembers members)
    {
        var body = await Body.Read(context, context.RequestAborted);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var fields = body.Reader();
        fields.Text("mobile", 40, required: true);
        fields.Text("firstName", 100);
        fields.Text("lastName", 100);
        fields.Done();
        var persian = context.Wording().Persian;
        return fields.IsClean
            ? await enrol.Run(context, body.Json, (id, club, ct) => members.Fresh(club, id, persian, ct))
            : Answers.Refused(fields.Refusals);
    }

    private static Task<IResult> Give(Guid id, HttpContext context, WalletCalls calls, UseApproval approvals) =>
        Sent.Once(
            context,
            fields => Points(id, fields),
            async (asked, key, ct) =>
            {
                var use = new ApprovalAsked(ApprovalKind.Points, id, asked.Approval, key.Key);
                return await approvals.Run(TillStand.Of(context), use, ct) is { } refusal
                    ? Answers.Refused(refusal)
                    : await calls.Run(
                        context,
                        asked.Call,
                        (call, sent, by, programmes) => new AdjustWork(call, sent, by, programmes)
                    );
            }
        );

    private static Outcome<(AdjustCall Call, Guid? Approval)> Points(Guid member, DocumentReader fields)
    {
        var unit = fields.Code("unit", required: true);
        var amount = fields.Whole("amount", -Money.Max.Minor, Money.Max.Minor, required: true);
        var reason = fields.Text("reason", 500, required: true);
        var approval = fields.Id("approval");
        if (amount == 0)
        {
            fields.Refuse("ledger.nothing", "amount");
        }

        return fields.Done(() => (new AdjustCall(member, unit!, amount!.Value, reason!, null), approval));
    }

    /// <summary>
    /// What may mean several is counted by all nodes together, a whole number, which costs a guesser a miss, by each.
    /// </summary>
    private static async Task<int?> TooManyBefore(
        string typed,
        TillStand stand,
        (CountLookUps Together, FailedTries Here) counts,
        CancellationToken ct
    ) =>
        counts.Together.Wait(stand)
        ?? counts.Here.Note("till look-ups " + stand.Device, CountLookUps.SeveralAllowed)
        ?? (FindAtTill.MayMeanSeveral(typed) ? await counts.Together.Several(stand, ct) : null);

    private static Problem TooMany(int seconds) =>
        new(StatusCodes.Status429TooManyRequests, "till.too-many-lookups", seconds) { RetryAfterSeconds = seconds };

    /// <summary>The bodies, for the API's description.</summary>
    internal sealed record JoinBody(string Mobile, string? FirstName, string? LastName);

    /// <param name="Amount">± so much of the unit.</param>
    internal sealed record PointsBody(string Unit, long Amount, string Reason, Guid? Approval);
}
