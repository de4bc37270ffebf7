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
    /// <summary>
    /// What nobody is meant by, in a minute at one till: more is no cashier, but somebody who tries numbers.
    /// </summary>
    public const int MissesAllowed = 20;

    /// <summary>Look-ups that may lead to several, in a minute at one till.</summary>
    public const int GuessesAllowed = 60;

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
        FailedTries tries
    )
    {
        var (typed, stand) = (context.Request.Query["find"].ToString().Trim(), TillStand.Of(context));
        if (typed.Length is 0 or > 100)
        {
            return Answers.Refused(new Refusal("search.too-long", "/find", 100));
        }

        if ((tries.Wait(Misses(stand), MissesAllowed) ?? tries.Note(Guesses(stand), GuessesAllowed)) is { } seconds)
        {
            return TooMany(seconds);
        }

        var found = await find.Run(typed, context.RequestAborted);
        if (found.Ids.Count == 0)
        {
            tries.Note(Misses(stand), MissesAllowed);
        }

        return Answers.Value(
            new Listed<TillMember>(
                await members.Run(found.Ids, context.Wording().Persian, context.RequestAborted),
                null
            )
        );
    }

    private static async Task<IResult> Read(Guid id, HttpContext context, TillMembers members, FailedTries tries)
    {
        var stand = TillStand.Of(context);
        if (tries.Wait(Misses(stand), MissesAllowed) is { } seconds)
        {
            return TooMany(seconds);
        }

        var one = await members.One(id, context.Wording().Persian, context.RequestAborted);
        if (one.IsRefused)
        {
            tries.Note(Misses(stand), MissesAllowed);
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
            ? await enrol.Run(context, body.Json, async (id, _, ct) => (await members.Run([id], persian, ct))[0])
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

    private static string Misses(TillStand stand) => "till misses " + stand.Device;

    private static string Guesses(TillStand stand) => "till look-ups " + stand.Device;

    private static Problem TooMany(int seconds) =>
        new(StatusCodes.Status429TooManyRequests, "till.too-many-lookups", seconds) { RetryAfterSeconds = seconds };

    /// <summary>The bodies, for the API's description.</summary>
    internal sealed record JoinBody(string Mobile, string? FirstName, string? LastName);

    /// <param name="Amount">± so much of the unit.</param>
    internal sealed record PointsBody(string Unit, long Amount, string Reason, Guid? Approval);
}
