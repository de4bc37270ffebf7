using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace Vafa.Data;

/// <summary>The club on PostgreSQL. Times are timestamptz in UTC, ids uuid; keys compare by bytes.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options, WriteGate gate) : AppDb(options, gate)
{
    public override bool IsTaken(Exception failure) => State(failure) == PostgresErrorCodes.UniqueViolation;

    public override bool IsCollision(Exception failure) =>
        failure is DbUpdateConcurrencyException
        || State(failure) is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<CutToMicros>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties().Where(p => p.ClrType == typeof(string) && p.IsKey()))
            {
                property.SetCollation("C");
            }
        }
    }

    /// <summary>The platform wraps what it holds to be transient (a deadlock, say) once more.</summary>
    private static string? State(Exception? failure) =>
        failure is null ? null
        : failure is PostgresException fault ? fault.SqlState
        : State(failure.InnerException);

    private sealed class CutToMicros()
        : ValueConverter<DateTimeOffset, DateTimeOffset>(
            at => new DateTimeOffset(at.UtcTicks - (at.UtcTicks % 10), TimeSpan.Zero),
            at => at
        );
}
