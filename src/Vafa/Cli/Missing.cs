using Vafa.Data;
using Vafa.Data.Copying;

namespace Vafa.Cli;

/// <summary>Verbs that only read want a club that is there and of this version.</summary>
internal static class Missing
{
    /// <summary>Why there is nothing to work on, or null.</summary>
    public static async Task<string?> Club(Database database, CancellationToken ct) =>
        !database.IsPostgres && !File.Exists(database.File) ? $"There is no club in {database.Directory}."
        : !await CopyDatabase.IsOfThisVersion(database, ct)
            ? "The club's tables are of another version of Vafa; `vafa serve` brings them to this one."
        : null;
}
