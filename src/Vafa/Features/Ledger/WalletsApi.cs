using System.Globalization;
using System.Text.Json.Serialization;
using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Members;
using Vafa.Features.Programme;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Ledger;

/// <summary>The calls about what a member owns: lots, conversion, gifts to others, more time.</summary>
internal static class WalletsApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var member = app.MapGroup("/api/v1/members/{id:guid}").WithTags("members");
        member
            .MapGet("/lots", Lots)
            .Needs(Scopes.Members)
            .Describe("listLots", "The parcels a member's wallets consist of, newest first.")
            .Asks("unit", "Only this unit.")
            .Asks("all", "true: also those of which nothing is left.")
            .GivesList<LotView>();
        member
            .MapPost("/lots/{lot:long}/extend", Extend)
            .Needs(Scopes.Ledger)
            .Describe("extendLot", "Gives a lot more time, with a reason.")
            .Once()
            .Takes<ExtendBody>()
            .Gives<LotAnswer>(StatusCodes.Status201Created);
        member
            .MapPost("/lots/{lot:long}/reinstate", Reinstate)
            .Needs(Scopes.Ledger)
            .Describe("reinstateLot", "Lets what expired out of a lot stand again, with a reason.")
            .Once()
            .Takes<ReinstateBody>()
            .Gives<LotAnswer>(StatusCodes.Status201Created);
        member
            .MapPost("/conversions", Convert)
            .Needs(Scopes.Purchases)
            .Describe("convertUnit", "Turns an amount of a unit into what its settings say.")
            .Once()
            .Takes<ConvertBody>()
            .Gives<ConvertAnswer>(StatusCodes.Status201Created);
        member
            .MapPost("/transfers", Transfer)
            .Needs(Scopes.Ledger)
            .Describe("transferUnit", "Gives an amount of a unit from one member to another.")
            .Once()
            .Takes<TransferBody>()
            .Gives<TransferAnswer>(StatusCodes.Status201Created);
    }

    private static async Task<IResult> Lots(HttpContext context, Guid id, ReadLots read)
    {
        var paging = Paging.Read(context, cursorParts: 1);
        if (paging.IsRefused)
        {
            return Answers.Refused(paging.Refusals);
        }

        long? below = null;
        if (paging.Value.After is [var after])
        {
            if (!long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var no))
            {
                return Answers.Refused(new Refusal("list.cursor", "/cursor"));
            }

            below = no;
        }

        var query = context.Request.Query;
        var request = new LotsRequest(id, query["unit"], query["all"] == "true", paging.Value.Limit + 1, true, below);
        return Answers.Of(
            await read.Run(request with { Persian = context.Wording().Persian }, context.RequestAborted),
            lots => Answers.Value(Listed<LotView>.Of(lots, paging.Value, l => l, l => [Text(l.No)]))
        );
    }

    private static Task<IResult> Extend(
        Guid id,
        long lot,
        HttpContext context,
        WalletCalls calls,
        CancellationToken ct
    ) =>
        calls.Run(
            context,
            body =>
            {
                var until = Until(body);
                if (!until.IsSaid && body.IsClean)
                {
                    body.Refuse("json.required", "expiresAt");
                }

                return new LotCall(id, lot, null, until, body.Text("reason", 500, required: true) ?? "");
            },
            (call, key, by, programmes) => new LotWork(call, key, by, programmes),
            ct
        );

    private static Task<IResult> Reinstate(
        Guid id,
        long lot,
        HttpContext context,
        WalletCalls calls,
        CancellationToken ct
    ) =>
        calls.Run(
            context,
            body => new LotCall(
                id,
                lot,
                body.Whole("amount", 1, Money.Max.Minor) ?? 0,
                Until(body),
                body.Text("reason", 500, required: true) ?? ""
            ),
            (call, key, by, programmes) => new LotWork(call, key, by, programmes),
            ct
        );

    private static Task<IResult> Convert(Guid id, HttpContext context, WalletCalls calls, CancellationToken ct) =>
        calls.Run(
            context,
            body => new ConvertCall(id, body.Code("unit", required: true) ?? "", Amount(body)),
            (call, key, by, programmes) => new ConvertWork(call, key, by, programmes),
            ct
        );

    private static Task<IResult> Transfer(Guid id, HttpContext context, WalletCalls calls, CancellationToken ct) =>
        calls.Run(
            context,
            body => new TransferCall(
                id,
                To(body),
                body.Code("unit", required: true) ?? "",
                Amount(body),
                body.Text("note", 200)
            ),
            (call, key, by, programmes) => new TransferWork(call, key, by, programmes),
            ct
        );

    private static LotUntil Until(DocumentReader body)
    {
        var until = new LotUntil(body.Instant("expiresAt"), body.Day("lastDay"));
        if (until is { At: not null, LastDay: not null })
        {
            body.Refuse("ledger.two-ends", "lastDay");
        }

        return until;
    }

    private static long Amount(DocumentReader body) => body.Whole("amount", 1, Money.Max.Minor, required: true) ?? 0;

    private static TransferTo To(DocumentReader body) =>
        body.Below("to", required: true) is { } below && MemberRefReader.Read(below) is { } found
            ? new TransferTo(
                found.Id,
                found.Mobile is null ? MemberKey.Card : MemberKey.Mobile,
                found.Mobile ?? found.Card
            )
            : default;

    private static string Text(long no) => no.ToString(CultureInfo.InvariantCulture);

    /// <param name="ExpiresAt">The instant it ends at.</param>
    /// <param name="LastDay">In its place: the last business day it lives through.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record ExtendBody(DateTimeOffset? ExpiresAt, DateOnly? LastDay, string Reason);

    /// <param name="Amount">Left out: all that expired out of it.</param>
    /// <param name="ExpiresAt">The instant it ends at; with no lastDay either: it never ends again.</param>
    /// <param name="LastDay">In place of expiresAt: the last business day it lives through.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record ReinstateBody(long? Amount, DateTimeOffset? ExpiresAt, DateOnly? LastDay, string Reason);

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record ConvertBody(string Unit, long Amount);

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record TransferBody(TransferToBody To, string Unit, long Amount, string? Note);

    /// <summary>One of the three.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record TransferToBody(Guid? Id, string? Mobile, string? Card);
}
