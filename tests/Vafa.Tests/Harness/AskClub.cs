using Microsoft.Extensions.DependencyInjection;
using Vafa.Data;

namespace Vafa.Tests.Harness;

/// <summary>Asks a club's database while other processes serve it, or none does.</summary>
internal static class AskClub
{
    public static async Task<T> Ask<T>(this Database club, Func<AppDb, Task<T>> question)
    {
        var services = new ServiceCollection().AddLogging();
        club.Register(services);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<AppDb>());
    }
}
