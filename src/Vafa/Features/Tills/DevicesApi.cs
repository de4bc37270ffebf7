using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Tills;

/// <summary>The office's calls about paired devices.</summary>
internal static class DevicesApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/v1/tills/{code}/pairing", Make)
            .WithTags(TillApi.Tag)
            .Needs(Scopes.Club)
            .Describe(
                "makePairingCode",
                "A code that pairs one device with a till within ten minutes; shown here only."
            )
            .Gives<PairingCode>(StatusCodes.Status201Created);
        var devices = app.MapGroup("/api/v1/till-devices").WithTags(TillApi.Tag).Needs(Scopes.Club);
        devices
            .MapGet("", List)
            .Describe("listTillDevices", "The paired devices, and those shut out in the last 30 days.")
            .Gives<Listed<TillDeviceView>>();
        devices
            .MapDelete("/{id:guid}", Shut)
            .Describe("revokeTillDevice", "Shuts a device out at once.")
            .Gives<ShutOut>();
    }

    private static async Task<IResult> Make(HttpContext context, MakePairingCode make)
    {
        context.Response.Headers.CacheControl = "no-store";
        var code = PathCode.Read(context);
        return code.IsRefused
            ? Answers.Refused(code.Refusals)
            : Answers.Of(
                await make.Run(code.Value, context.Actor(), context.RequestAborted),
                StatusCodes.Status201Created
            );
    }

    private static async Task<IResult> List(ReadDevices read, CancellationToken ct) =>
        Answers.Value(new Listed<TillDeviceView>(await read.Run(ct), null));

    private static async Task<IResult> Shut(Guid id, HttpContext context, RevokeDevice revoke) =>
        Answers.Of(
            await revoke.Run(id, context.Actor(), context.RequestAborted),
            device => Answers.Value(new ShutOut(device))
        );

    /// <summary>The device that was shut out.</summary>
    internal sealed record ShutOut(Guid Device);
}
