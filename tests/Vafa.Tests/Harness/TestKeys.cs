using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Data;
using Vafa.Features.ApiKeys;

namespace Vafa.Tests.Harness;

/// <summary>API keys that every test club knows from the start.</summary>
internal static class TestKeys
{
    /// <summary>May do everything.</summary>
    public const string All = "vafa_test_0000000000000000000000000000000000000000000";

    public static async Task Add(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.ApiKeys.Add(
            new ApiKey
            {
                Id = Guid.CreateVersion7(TestClock.Start),
                Name = "tests",
                Hash = SHA256.HashData(Encoding.UTF8.GetBytes(All)),
                Scopes = "all",
                CreatedAt = TestClock.Start,
            }
        );
        await db.SaveChangesAsync();
    }
}
