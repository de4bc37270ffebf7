using System.Diagnostics;
using System.Globalization;
using Vafa.Tills;

// Twenty tills that work against a served club, with a pause after each act (a quarter of a second unless said).
//   Vafa.Tills ADDRESS CLUB SECONDS [PAUSE-MS] → how long each kind of call took
var (address, seconds) = (new Uri(args[0]), int.Parse(args[2], CultureInfo.InvariantCulture));
var pause = TimeSpan.FromMilliseconds(args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 250);
var office = new Office(args[1]);
await office.Hire();
var tills = new List<Till>();
for (var i = 1; i <= 20; i++)
{
    tills.Add(await Till.Open(address, await office.Pairing("bench" + i), i));
}

var mobiles = await office.Mobiles();
foreach (var time in (TimeSpan[])[TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(seconds)])
{
    var until = Stopwatch.StartNew();
    tills.ForEach(till => till.Taken.Clear());
    await Task.WhenAll(tills.Select(till => till.Work(mobiles, pause, () => until.Elapsed < time)));
}

foreach (var kind in tills.SelectMany(t => t.Taken).GroupBy(t => t.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
{
    var taken = kind.Select(t => t.Took.TotalMilliseconds).Order().ToList();
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{kind.Key, -8} {taken.Count, 7} calls  p50 {At(0.5):0.0} ms  p95 {At(0.95):0.0} ms  p99 {At(0.99):0.0} ms"
        )
    );

    double At(double part) => taken[(int)(part * (taken.Count - 1))];
}
