namespace Vafa.Tests.Harness;

/// <summary>The databases that a club may stand on.</summary>
public enum Engine
{
    Sqlite = 1,
    Postgres,
}
