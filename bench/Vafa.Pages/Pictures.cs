using System.Globalization;
using Microsoft.Playwright;

namespace Vafa.Pages;

/// <summary>Pictures of pages in their window, in the language that the address asks for.</summary>
internal static class Pictures
{
    public static async Task<int> Take(Visitor visitor, IReadOnlyList<string> list, string folder)
    {
        var missed = 0;
        foreach (var line in list)
        {
            var parts = line.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
            var path = await visitor.Fill(parts[2]);
            var page = await visitor.Window(int.Parse(parts[1], CultureInfo.InvariantCulture));
            var answer = path is null ? null : await page.GotoAsync(path);
            if (answer is not { Ok: true })
            {
                await Console.Error.WriteLineAsync($"{parts[2]} is not there; {parts[0]} stays as it was.");
                missed++;
                continue;
            }

            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await page.EvaluateAsync("document.fonts.ready");
            // Charts grow for a moment.
            await page.WaitForTimeoutAsync(800);
            var file = Path.Combine(folder, parts[0] + ".png");
            await page.ScreenshotAsync(
                new PageScreenshotOptions { Path = file, Animations = ScreenshotAnimations.Disabled }
            );
            Console.WriteLine($"{file} shows {path}");
            await page.Context.CloseAsync();
        }

        return missed == 0 ? 0 : 1;
    }
}
