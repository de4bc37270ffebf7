using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Staff;

/// <summary>
/// How often a sign-in was tried in the running window; in the database, so that all nodes count together.
/// </summary>
public sealed class SignInTry
{
    /// <summary>An address, or an address and an account.</summary>
    public required string Key { get; init; }

    public int Tries { get; init; }

    public DateTimeOffset EndsAt { get; init; }
}

internal sealed class SignInTryMap : IEntityTypeConfiguration<SignInTry>
{
    public void Configure(EntityTypeBuilder<SignInTry> builder) => builder.HasKey(t => t.Key);
}
