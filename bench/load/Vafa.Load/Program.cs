using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;
using Vafa.Load;

// Commits the rows of recorded sales again and again, one sale a transaction: the bare limit of the file.
//   Vafa.Load FILE SECONDS → sales a second
var seconds = int.Parse(args[1], CultureInfo.InvariantCulture);
using var connection = new SqliteConnection(SqliteDb.ConnectionString(args[0]));
connection.Open();
using (var pragmas = connection.CreateCommand())
{
    pragmas.CommandText = SqliteDb.Pragmas;
    pragmas.ExecuteNonQuery();
}

using var statements = new SqliteStatements(connection);
var samples = SoldRows.Read(connection, 200);
var buyers = Buyer.Read(connection);
var random = new Random(7);
Run(TimeSpan.FromSeconds(2));
var watch = Stopwatch.StartNew();
var sold = Run(TimeSpan.FromSeconds(seconds));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sold / watch.Elapsed.TotalSeconds:0.0}"));

int Run(TimeSpan time)
{
    var count = 0;
    for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < time; count++)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        statements.Transaction = transaction;
        samples[count % samples.Count].Sell(statements, buyers[random.Next(buyers.Count)]);
        transaction.Commit();
    }

    return count;
}
