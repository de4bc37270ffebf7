using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Vafa.Tests.Harness;

/// <summary>
/// One test body, a row for each engine: <c>[Theory, BothDatabases]</c> gives the method an <see cref="Engine"/>, then
/// the values named here. Only VAFA_TEST_ENGINES=sqlite (`./test fast`) leaves PostgreSQL out; where it is missing
/// otherwise, the test fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class BothDatabasesAttribute(params object?[] values) : DataAttribute
{
    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) =>
        new(
            Asked(Environment.GetEnvironmentVariable("VAFA_TEST_ENGINES"))
                .Select(engine => (ITheoryDataRow)new TheoryDataRow([engine, .. values]))
                .ToList()
        );

    internal static Engine[] Asked(string? engines) =>
        engines switch
        {
            null or "" => [Engine.Sqlite, Engine.Postgres],
            "sqlite" => [Engine.Sqlite],
            "postgres" => [Engine.Postgres],
            _ => throw new ArgumentException($"VAFA_TEST_ENGINES may be sqlite or postgres, not {engines}."),
        };
}
