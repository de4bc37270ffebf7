using Microsoft.Playwright;
using Vafa.Tests.Harness;

namespace Vafa.Browser.Walk;

/// <summary>
/// What is wrong with a page for somebody who cannot see it, has a narrow screen, or needs large letters. Every fault
/// is a sentence that names the page, so that one walk tells them all.
/// </summary>
internal sealed class Judge(Screen screen, string walk)
{
    private const string Axe = "src/web/node_modules/axe-core/axe.min.js";

    /// <summary>All of WCAG 2.2 AA and what its makers advise; of the found only what keeps somebody out.</summary>
    private const string Run = """
        async () => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const runOnly = { type: 'tag', values: tags };
          const found = await axe.run(document, { runOnly, resultTypes: ['violations'] });
          const why = node => node.failureSummary.split('\n')[1]?.trim();
          return found.violations
            .filter(v => v.impact === 'serious' || v.impact === 'critical')
            .flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id}: ${why(n)} — ${n.html}`));
        }
        """;

    private const string Told = """
        () => ({
          title: document.title.trim(),
          heads: [...document.querySelectorAll('h1')].map(h => h.textContent.trim()),
          language: document.documentElement.lang + ' ' + document.documentElement.dir,
        })
        """;

    /// <summary>What makes the page wider than its window, and which menu does when it opens.</summary>
    private const string Wide = """
        width => {
          const root = document.documentElement, faults = [];
          const wide = () => root.scrollWidth > width;
          const named = at => `<${at.localName} class="${at.className}"> ${at.textContent.trim().slice(0, 40)}`;
          if (wide()) {
            const out = [...document.body.querySelectorAll('*')].filter(e => {
              const box = e.getBoundingClientRect();
              return box.width && (box.right > width + 1 || box.left < -1);
            });
            faults.push(`is ${root.scrollWidth} wide: ${out.slice(-1).map(named)}`);
          }
          else for (const menu of document.querySelectorAll('details:not([open])')) {
            if (!menu.checkVisibility()) continue;
            menu.open = true;
            const sheet = menu.querySelector('.menu-sheet')?.getBoundingClientRect();
            if (wide() || (sheet && (sheet.left < 0 || sheet.right > width)))
              faults.push(`a menu leaves the window: ${named(menu)}`);
            menu.open = false;
          }
          return faults;
        }
        """;

    /// <summary>
    /// Where the walks keep a picture of every page to be looked at, under artifacts/screens; null: nowhere.
    /// </summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("VAFA_PICTURES");

    private readonly List<string> faults = [];
    private string where = "";

    public IReadOnlyList<string> Faults => faults;

    /// <summary>A window whose pages can be judged; nothing that a page sends or allows changes by it.</summary>
    public static async Task<Judge> For(Screen screen, string walk)
    {
        // What a test adds before a page begins is exempt from the page's policy, which so stays as it is.
        await screen.Page.AddInitScriptAsync(scriptPath: Repository.File(Axe));
        return new Judge(screen, walk);
    }

    public async Task Visit(Visited page, string language)
    {
        where = $"{language} {page}";
        screen.Take();
        var joint = page.Path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        var answer = await screen.Go($"{page.Path}{joint}lang={language}");
        Fail(answer?.Status >= 400 && !page.IsFault, $"is answered with {answer?.Status}");
        Fail(!await screen.Settles(), "is busy after ten seconds");
        if (page.IsFault)
        {
            screen.Take();
        }
    }

    /// <summary>No error was written, and what it is stands in its title, its one head and its language.</summary>
    public async Task IsTold(string language)
    {
        foreach (var error in screen.Take())
        {
            Fail(true, "writes an error: " + error);
        }

        var told = await screen.Page.EvaluateAsync<Words>(Told);
        Fail(told.Title is "", "has no title");
        Fail(told.Heads.Length != 1, $"has {told.Heads.Length} first heads: {string.Join(" | ", told.Heads)}");
        Fail(told.Heads.Contains(""), "has an empty head");
        var right = language == "fa" ? "fa rtl" : "en ltr";
        Fail(told.Language != right, $"says it is {told.Language}");
    }

    public async Task IsOpenToAll()
    {
        foreach (var found in await screen.Page.EvaluateAsync<string[]>(Run))
        {
            Fail(true, found);
        }
    }

    /// <summary>
    /// Nothing to scroll to at the side. The width is the window's true one: a phone zooms out of a page that is too
    /// wide, and then calls its window wider.
    /// </summary>
    public async Task Fits(params int[] widths)
    {
        foreach (var width in widths)
        {
            await screen.Page.SetViewportSizeAsync(width, width < 600 ? 844 : 768);
            foreach (var fault in await screen.Page.EvaluateAsync<string[]>(Wide, width))
            {
                Fail(true, $"{fault} at {width}");
            }

            if (Pictures is { } folder)
            {
                await screen.Picture($"{folder}/{walk}/{Name()}");
            }
        }
    }

    private string Name() => string.Concat(where.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private void Fail(bool failed, string fault)
    {
        if (failed)
        {
            faults.Add($"{where} {fault}");
        }
    }

    private sealed record Words
    {
        public string Title { get; init; } = "";
        public string[] Heads { get; init; } = [];
        public string Language { get; init; } = "";
    }
}
