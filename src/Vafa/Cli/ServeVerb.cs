using System.CommandLine;
using Vafa.Data;

namespace Vafa.Cli;

/// <summary>`serve`: migrates the database and serves.</summary>
internal static class ServeVerb
{
    public static Command Command()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Address to listen on.",
            DefaultValueFactory = _ => "http://127.0.0.1:5080",
        };
        var command = new Command("serve", "Migrates the database and serves.") { urls };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var app = await Host.Create(parsed.GetValue(Verbs.Data)!, parsed.GetValue(urls)!);
                await app.RunAsync(ct);
                return Verbs.Done;
            }
        );
        return command;
    }
}
