using System.Globalization;
using Vafa.Pages;

// Opens the pages of a club that is being served, as the person whom a sign-in link lets in.
//   Vafa.Pages time LINK LIST [REQUESTS] [CONNECTIONS]     how long each page takes
//   Vafa.Pages size LINK LIST                              what a first view of each page transfers
//   Vafa.Pages picture LINK LIST FOLDER                    what each page looks like: lines of NAME WIDTH PATH
if (args.Length < 3)
{
    await Console.Error.WriteLineAsync(
        "Use: time LINK LIST [REQUESTS] [CONNECTIONS] | size LINK LIST | picture LINK LIST FOLDER"
    );
    return 2;
}

await using var visitor = await Visitor.Enter(new Uri(args[1]));
var list = (await File.ReadAllLinesAsync(args[2])).Where(line => line is not "" && line[0] != '#').ToList();
return args[0] switch
{
    "time" => await Times.Measure(visitor, list, Number(3, 200), Number(4, 2)),
    "size" => await Sizes.Measure(visitor, list),
    "picture" => await Pictures.Take(visitor, list, args[3]),
    _ => throw new ArgumentException($"There is nothing called {args[0]}."),
};

int Number(int at, int otherwise) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;
