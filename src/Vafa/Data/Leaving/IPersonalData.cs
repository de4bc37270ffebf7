namespace Vafa.Data.Leaving;

/// <summary>
/// What takes something personal out of the database, inside the transaction in which a member leaves.
/// </summary>
/// <param name="at">The moment of leaving, as the database keeps it.</param>
internal delegate Task Wiping(AppDb db, DateTimeOffset at, CancellationToken ct);

/// <summary>
/// A place that holds something personal about members. A table that comes to hold such a thing brings one of these;
/// a test that looks for a member everywhere after he left finds the one that is missing.
/// </summary>
internal interface IPersonalData
{
    /// <summary>
    /// Looks up before the transaction what no index leads to, so that no sale waits for it, and answers what is to be
    /// done inside.
    /// </summary>
    Task<Wiping> Find(AppDb db, Leaver who, CancellationToken ct);
}
