using Spectre.Console;

namespace Vafa.Cli;

/// <summary>
/// A bar on the terminal, on standard error so that results can be piped; nothing where there is no terminal.
/// </summary>
internal static class ProgressBar
{
    public static async Task<T> Run<T>(string title, Func<Action<double>, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
        {
            return await work(_ => { });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console
            .Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn(),
                new SpinnerColumn()
            )
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(title), maxValue: 1);
                var result = await work(done => bar.Value = done);
                bar.Value = 1;
                return result;
            });
    }
}
