using System.Globalization;
using Vafa.Data;
using Vafa.Travel;

// Two years of a café's nights, each looked at: Vafa.Travel DIR [MEMBERS] [DAYS] [SEED]. DIR must be empty; with
// ConnectionStrings__Postgres the club stands there.
var numbers = args.Skip(1).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray();
var connection = Environment.GetEnvironmentVariable("ConnectionStrings__Postgres");
var database = new Database(args[0], string.IsNullOrEmpty(connection) ? null : connection);
Database.MakeFolder(database.Directory);
await using var journey = await Journey.Begin(
    database,
    members: numbers.ElementAtOrDefault(0) is > 0 and var members ? members : 300,
    seed: numbers.ElementAtOrDefault(2)
);
return await journey.Run(days: numbers.ElementAtOrDefault(1) is > 0 and var days ? days : 731) ? 0 : 1;
