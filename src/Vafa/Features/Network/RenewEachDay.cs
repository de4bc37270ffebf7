using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Features.Network;

/// <summary>Looks once a day whether the certificate that is served is to be renewed.</summary>
internal sealed class RenewEachDay(
    RenewCertificate renew,
    RenewalCall call,
    TimeProvider clock,
    Texts texts,
    ILogger<RenewEachDay> log
) : LookEachWhile(call.Every, clock)
{
    private static readonly Wording English = new(Persian: false, Toman: false);

    protected override async Task Look(CancellationToken ct)
    {
        var renewed = await renew.Run(ct);
        if (renewed.IsRefused)
        {
            log.LogWarning("The certificate was not renewed: {Why}", texts.Say(renewed.Refusals[0], English));
        }
        else if (renewed.Value is { } made)
        {
            log.LogInformation("The certificate was renewed until {Until}", made.Until);
        }
    }

    protected override void Tell(Exception fault) =>
        log.LogWarning(fault, "The certificate could not be renewed; the next day tries again");
}

/// <param name="Every">How often the certificate is looked at; tests do not wait a day.</param>
internal sealed record RenewalCall(TimeSpan Every)
{
    public static readonly RenewalCall Usual = new(TimeSpan.FromDays(1));
}
