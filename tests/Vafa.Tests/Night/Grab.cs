namespace Vafa.Tests.Night;

/// <summary>Takes a second node's parts along.</summary>
internal sealed class Grab(IServiceProvider parts, Action<IServiceProvider> got)
    : Microsoft.Extensions.Hosting.BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        got(parts);
        return Task.CompletedTask;
    }
}
