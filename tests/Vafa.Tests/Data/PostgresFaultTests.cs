using Microsoft.EntityFrameworkCore;
using Npgsql;
using Vafa.Data;

namespace Vafa.Tests.Data;

/// <summary>What PostgreSQL refuses is known by its code, however deep the platform wraps it.</summary>
public sealed class PostgresFaultTests
{
    [Theory]
    [InlineData(PostgresErrorCodes.DeadlockDetected, true, false)]
    [InlineData(PostgresErrorCodes.SerializationFailure, true, false)]
    [InlineData(PostgresErrorCodes.UniqueViolation, false, true)]
    [InlineData(PostgresErrorCodes.DiskFull, false, false)]
    public void A_fault_is_known_at_any_depth(string code, bool isCollision, bool isTaken)
    {
        using var db = new PostgresDb(
            new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=none").Options,
            new WriteGate(oneWriter: false)
        );
        Exception fault = new PostgresException("refused", "ERROR", "ERROR", code);
        for (var depth = 0; depth < 3; depth++)
        {
            db.IsCollision(fault).ShouldBe(isCollision, $"wrapped {depth} times");
            db.IsTaken(fault).ShouldBe(isTaken, $"wrapped {depth} times");
            fault = new InvalidOperationException("wrapped", fault);
        }
    }
}
