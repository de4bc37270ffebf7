using System.CommandLine;
using System.Net.Sockets;
using Npgsql;
using Vafa.Data;

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
        var root = new RootCommand("Vafa (وفا): a customer club on your own machine.")
        {
            Data,
            ServeVerb.Command(),
            CertificateVerb.Command(),
            DemoVerb.Command(),
            ApiKeyVerb.Command(),
            StaffVerb.Command(),
            ImportVerb.Command(),
            CheckVerb.Command(),
            NightVerb.Command(),
            ReplayVerb.Command(),
            BackupVerb.Command(),
            RestoreVerb.Command(),
            CopyDbVerb.Command(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Say.Sorry(parsed.Errors[^1].Message);
            return WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            await Say.Sorry("Stopped before it was done.");
            return Failed;
        }
        catch (Exception e) when (IsEnvironment(e))
        {
            await Say.Sorry(OneSentence(e));
            return Failed;
        }
        catch (Exception e)
        {
            // A bug: still one sentence for the shop, and the trace for whoever asks for it.
            var trace = Environment.GetEnvironmentVariable("VAFA_TRACE") is null ? "" : Environment.NewLine + e;
            await Say.Sorry($"Vafa failed in a way it should not: {OneSentence(e)}{trace}");
            return Failed;
        }
    }

    /// <summary>Disk, database, network, rights: what somebody at the machine can put right.</summary>
    private static bool IsEnvironment(Exception e) =>
        e is IOException or UnauthorizedAccessException or InvalidDataException or TimeoutException
        || Database.IsFault(e)
        || (e.InnerException is { } inner && IsEnvironment(inner));

    private static string OneSentence(Exception e)
    {
        var (inner, isServer) = (e, e is NpgsqlException);
        while (inner is not InvalidDataException && inner.InnerException is { } next)
        {
            inner = next;
            isServer |= inner is NpgsqlException;
        }

        var said = inner.Message.ReplaceLineEndings(" ").Trim();
        return isServer && inner is SocketException ? $"PostgreSQL cannot be reached: {said}" : said;
    }
}
