using System.Diagnostics;
using System.Text;
using Vafa.Data;
using Vafa.Features.Network;

namespace Vafa.Tests.Harness;

/// <summary>The built program in a process of its own: for exit codes, signals and `kill -9`.</summary>
public sealed class VafaProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly StringBuilder complained = new();

    private VafaProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public string Output => Read(said);

    public string Error => Read(complained);

    public int ExitCode => process.ExitCode;

    /// <summary>Runs a verb to its end.</summary>
    public static Task<VafaProcess> Run(Database database, params string[] arguments) => Run(database, arguments, null);

    public static async Task<VafaProcess> Run(Database database, string[] arguments, string? certificatePassword)
    {
        var run = Start(database, arguments, certificatePassword);
        await run.process.WaitForExitAsync();
        return run;
    }

    /// <summary>Starts a verb over this club; `--data` and the connection string are added.</summary>
    public static VafaProcess Start(Database database, params string[] arguments) => Start(database, arguments, null);

    /// <param name="certificatePassword">As its environment holds it.</param>
    public static VafaProcess Start(Database database, string[] arguments, string? certificatePassword)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "vafa.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments, "--data", database.Directory])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        if (certificatePassword is not null)
        {
            start.Environment[CertificateFiles.PasswordVariable] = certificatePassword;
        }

        start.Environment["ConnectionStrings__Postgres"] = database.Postgres ?? "";
        var run = new VafaProcess(new Process { StartInfo = start });
        run.process.OutputDataReceived += (_, line) => Write(run.said, line.Data);
        run.process.ErrorDataReceived += (_, line) => Write(run.complained, line.Data);
        run.process.Start();
        run.process.BeginOutputReadLine();
        run.process.BeginErrorReadLine();
        run.process.StandardInput.Close();
        return run;
    }

    /// <summary>Waits until it has said this on standard output, and not for ever.</summary>
    public async Task Says(string text)
    {
        for (var waited = 0; !Output.Contains(text, StringComparison.Ordinal) && waited < 300; waited++)
        {
            await Task.Delay(100);
        }

        Output.ShouldContain(text, Case.Sensitive, Error);
    }

    /// <summary>Ends it as a power cut would: nothing is flushed, nobody is told.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await Kill();
        }

        process.Dispose();
    }

    private static void Write(StringBuilder to, string? line)
    {
        if (line is not null)
        {
            lock (to)
            {
                to.AppendLine(line);
            }
        }
    }

    private static string Read(StringBuilder from)
    {
        lock (from)
        {
            return from.ToString();
        }
    }
}
