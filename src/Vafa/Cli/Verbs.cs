using System.CommandLine;

namespace Vafa.Cli;

/// <summary>The verbs of `./vafa`, each in its own file. Every verb takes --data DIR.</summary>
internal static class Verbs
{
    public const int Done = 0;
    public const int NotSo = 1;
    public const int WrongUse = 2;
    public const int Failed = 3;

    public static readonly Option<string> Data = new("--data")
    {
        Description = "Folder that holds the club (default: data).",
        DefaultValueFactory = _ => "data",
        Recursive = true,
    };

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("Vafa (وفا): a customer club on your own machine.") { Data, ServeVerb.Command() };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync(parsed.Errors[0].Message);
            return WrongUse;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}
