using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;
using Vafa.Features.Members;

namespace Vafa.Data;

/// <summary>The club on PostgreSQL. Times are timestamptz in UTC, ids uuid; keys compare by bytes.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options, WriteGate gate) : AppDb(options, gate)
{
    public override IQueryable<Member> MembersByMobileEnd(string digits) =>
        Members.FromSql($"SELECT * FROM member WHERE right(mobile, 4) = {digits[^4..]} AND mobile LIKE {"%" + digits}");

    public override bool IsTaken(Exception failure) => State(failure) == PostgresErrorCodes.UniqueViolation;

    public override bool IndexesEveryOrderOfMembers => true;

    public override bool IsCollision(Exception failure) =>
        failure is DbUpdateConcurrencyException
        || State(failure) is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    /// <summary>Classes 22 and 23 of PostgreSQL: data out of range and broken constraints.</summary>
    public override bool IsOfItsRows(Exception failure) => State(failure) is ['2', '2' or '3', ..];

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<CutToMicros>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // The other two orders of the list of members; why on this engine only stands in decision 0008.
        modelBuilder.Entity<Member>().HasIndex(m => new { m.Spent, m.Id }, "ix_member_spent_id");
        modelBuilder.Entity<Member>().HasIndex(m => new { m.Visits, m.Id }, "ix_member_visits_id");
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
