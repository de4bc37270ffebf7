using Vafa.Core.Values;
using Vafa.Features.Staff;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Tills;

/// <summary>
/// The calls of a paired device: pairing, who it is, who stands at it, and what a manager lets be done.
/// </summary>
internal static class TillApi
{
    public const string Base = "/api/v1/till";
    public const string Tag = "till";

    public static void Register(IServiceCollection services)
    {
        services.AddScoped<KnownTills>();
        services.AddScoped<StandAtTill>();
        services.AddScoped<MakePairingCode>();
        services.AddScoped<PairDevice>();
        services.AddScoped<ReadDevices>();
        services.AddScoped<RevokeDevice>();
        services.AddScoped<BeginShift>();
        services.AddScoped<EndShift>();
        services.AddScoped<Approve>();
        services.AddScoped<UseApproval>();
        services.AddScoped<HandWords>();
        services.AddScoped<ReadFavourites>();
        services.AddSingleton<SoldLately>();
        services.AddScoped<ReadTill>();
        services.AddScoped<HearTill>();
        services.AddScoped<TillMembers>();
        services.AddScoped<CountLookUps>();
        services.AddScoped<RefundAtTill>();
        services.AddScoped<OfflineMembers>();
        services.AddTexts(TillTexts.Sentences);
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var till = app.MapGroup(Base).WithTags(Tag);
        till.MapPost("/pair", Pair)
            .Describe("pairTill", "Pairs this browser with a till by a code of the admin; sets its cookie.")
            .Takes<PairBody>()
            .Gives<PairedTill>();
        till.MapGet("", Read)
            .NeedsTill(cashier: false, renews: true)
            .Describe("getPairedTill", "What a paired device needs to work: its till, the club, the cashiers.")
            .Gives<TillView>();
        till.MapPost("/heard", Hear)
            .NeedsTill(cashier: false, renews: true)
            .Describe("tellTill", "What a device tells of itself: its clock and how many sales wait in it.")
            .Takes<HeardBody>()
            .Gives<Heard>();
        till.MapPost("/shift", Begin)
            .NeedsTill(cashier: false)
            .Describe("beginShift", "Somebody takes his place at the till by his PIN.")
            .Takes<PinBody>()
            .Gives<CashierView>();
        till.MapDelete("/shift", End)
            .NeedsTill(cashier: false)
            .Describe("endShift", "Whoever stands at the till leaves it.")
            .Gives<Left>();
        till.MapPost("/pin", Choose)
            .NeedsTill(cashier: false)
            .Describe("choosePin", "Somebody chooses his PIN at the till, by his password.")
            .Takes<ChoosePinBody>()
            .Gives<PinSet>();
        till.MapPost("/approvals", Let)
            .NeedsTill()
            .Describe("approveAtTill", "A manager lets the cashier do one thing, by his PIN.")
            .Takes<ApprovalBody>()
            .Gives<Approved>(StatusCodes.Status201Created);
        DevicesApi.Map(app);
        TillShell.Map(app);
        TillMembersApi.Map(till);
        TillSalesApi.Map(till);
        TillGoodsApi.Map(till);
        PreviewApi.Map(till);
        TillAllowances.Map(till);
    }

    private static async Task<IResult> Pair(HttpContext context, PairDevice pair) =>
        ApiGate.ComesFromOurPage(context.Request)
            ? await Sent.Read(
                context,
                fields =>
                {
                    var code = fields.Text("code", 40, required: true);
                    return fields.Done(() => code!);
                },
                (code, ct) => PairBy(code, context, pair, ct)
            )
            : new Problem(StatusCodes.Status403Forbidden, "staff.foreign-page");

    private static async Task<IResult> PairBy(string code, HttpContext context, PairDevice pair, CancellationToken ct)
    {
        var visitor = Visitor.Of(context);
        var device = DeviceName.Of(visitor.UserAgent);
        var name = string.Join(", ", new[] { device.Browser, device.System }.OfType<string>());
        var paired = await pair.Run(new PairDeviceRequest(code, name, visitor.Address), ct);
        if (paired.IsRefused)
        {
            return SessionsApi.Told(paired);
        }

        TillCookie.Keep(context, paired.Value.Token);
        context.Response.Headers.CacheControl = "no-store";
        return Answers.Value(new PairedTill(paired.Value.Id, paired.Value.Till));
    }

    private static async Task<IResult> Read(HttpContext context, ReadTill read) =>
        Answers.Value(
            await read.Run(
                TillStand.Of(context),
                $"{context.Request.Scheme}://{context.Request.Host}",
                context.Wording().Persian,
                context.RequestAborted
            )
        );

    private static Task<IResult> Hear(HttpContext context, HearTill hear) =>
        Sent.Read(
            context,
            fields =>
            {
                var waiting = fields.Whole("waiting", 0, 1_000_000, required: true);
                var clock = fields.Instant("clock", required: true);
                var refused = (int)(fields.Whole("refused", 0, 1_000_000) ?? 0);
                var why = fields.Texts("refusedWhy", HearTill.MostReasons, maxLength: HearTill.LongestReason);
                return fields.Done(() => new TillTold((int)waiting!.Value, clock!.Value, refused, why));
            },
            async (told, ct) => Answers.Value(await hear.Run(TillStand.Of(context), told, ct))
        );

    private static Task<IResult> Begin(HttpContext context, BeginShift begin) =>
        Sent.Read(
            context,
            fields =>
            {
                var (user, pin) = Pin(fields);
                return fields.Done(() => new PinBody(user!, pin!));
            },
            async (who, ct) =>
            {
                var begun = await begin.Run(TillStand.Of(context), who.User, who.Pin, ct);
                return begun.IsRefused ? SessionsApi.Told(begun) : Answers.Value(CashierView.Of(begun.Value));
            }
        );

    /// <summary>Somebody, and the PIN that he typed.</summary>
    private static (string? User, string? Pin) Pin(DocumentReader fields) =>
        (fields.Text("user", UserName.MaxLength, required: true), fields.Text("pin", 20, required: true));

    private static async Task<IResult> End(HttpContext context, EndShift end)
    {
        await end.Run(TillStand.Of(context), context.RequestAborted);
        return Answers.Value(new Left(true));
    }

    private static Task<IResult> Choose(HttpContext context, ChangePin change) =>
        Sent.Read(
            context,
            fields =>
            {
                var (user, pin) = Pin(fields);
                var password = fields.Text("password", Passwords.MaxLength, required: true);
                return fields.Done(() => new ChoosePinBody(user!, password!, pin!));
            },
            async (who, ct) =>
            {
                var from = $"till {TillStand.Of(context).Device:N} {UserName.Of(who.User)}";
                var address = Visitor.Of(context).Address;
                var request = new ChangePinRequest(who.User, who.Password, who.Pin, address, from);
                return SessionsApi.Told(await change.Run(request, ct));
            }
        );

    private static Task<IResult> Let(HttpContext context, Approve approve) =>
        Sent.Read(
            context,
            fields => Asked(fields, TillStand.Of(context)),
            async (request, ct) =>
            {
                var approved = await approve.Run(request, ct);
                return approved.IsRefused
                    ? SessionsApi.Told(approved)
                    : Answers.Value(approved.Value, StatusCodes.Status201Created);
            }
        );

    private static Outcome<ApproveRequest> Asked(DocumentReader fields, TillStand stand)
    {
        var (user, pin) = Pin(fields);
        var kind = fields.Choice<ApprovalKind>(
            "kind",
            true,
            ("refund", ApprovalKind.Refund),
            ("points", ApprovalKind.Points),
            ("discount", ApprovalKind.Discount)
        );
        fields.Any("subject", required: true);
        var subject = fields.Id("subject");
        Money? most =
            kind == ApprovalKind.Discount && fields.Whole("amount", 1, Money.Max.Minor, required: true) is { } amount
                ? new Money(amount)
                : null;
        return fields.Done(() => new ApproveRequest(stand, kind!.Value, subject!.Value, user!, pin!) { Most = most });
    }

    /// <summary>The bodies and small answers, for the API's description.</summary>
    internal sealed record PairBody(string Code);

    internal sealed record PairedTill(Guid Device, string Till);

    /// <param name="Refused">Sales that were not taken.</param>
    /// <param name="RefusedWhy">Of the last few: its number and why.</param>
    internal sealed record HeardBody(
        int Waiting,
        DateTimeOffset Clock,
        int? Refused,
        IReadOnlyList<string>? RefusedWhy
    );

    internal sealed record PinBody(string User, string Pin);

    internal sealed record ChoosePinBody(string User, string Password, string Pin);

    /// <param name="Kind">refund, points or discount.</param>
    /// <param name="Subject">Id of the sale (refund, discount) or of the member (points).</param>
    /// <param name="Amount">Of a discount: the most that may be taken off.</param>
    internal sealed record ApprovalBody(string User, string Pin, string Kind, Guid Subject, long? Amount);

    internal sealed record Left(bool Done);
}
