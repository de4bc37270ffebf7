using Microsoft.Playwright;

namespace Vafa.Browser.Walk;

/// <summary>Goes over a page by the Tab key alone and remembers every stop.</summary>
internal static class TabWalk
{
    private const int Most = 160;

    /// <summary>How often it looks whether it has come round; asking costs more than pressing.</summary>
    private const int Stride = 10;

    /// <summary>
    /// Remembers what is focused. A stop is seen when its outline (or that of the box around it, as a field with its
    /// unit has) is two pixels wide at least and stands out from what is behind it by 3 to 1.
    /// </summary>
    private const string Remember = """
        (() => {
          const parts = colour => {
            const c = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
            c.fillStyle = colour;
            c.fillRect(0, 0, 1, 1);
            return [...c.getImageData(0, 0, 1, 1).data];
          };
          const light = colour => parts(colour).slice(0, 3)
            .map(p => p / 255).map(p => (p <= 0.03928 ? p / 12.92 : ((p + 0.055) / 1.055) ** 2.4))
            .reduce((sum, p, i) => sum + p * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = at => {
            for (let up = at.parentElement; up; up = up.parentElement) {
              const colour = getComputedStyle(up).backgroundColor;
              if (parts(colour)[3] > 127) return colour;
            }
            return 'white';
          };
          const outlined = at => {
            const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at);
            if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return false;
            const [dark, bright] = [light(outlineColor), light(behind(at))].sort((a, b) => a - b);
            return (bright + 0.05) / (dark + 0.05) >= 3;
          };
          window.stops = [];
          document.addEventListener('focusin', event => {
            const at = event.target, box = at.getBoundingClientRect();
            const said = (at.getAttribute('aria-label') ?? at.textContent).trim().slice(0, 40);
            window.stops.push({
              at,
              name: `<${at.localName} class="${at.className}"> ${said}`,
              shown: box.width > 0 && box.height > 0,
              seen: outlined(at) || (at.parentElement !== null && outlined(at.parentElement)),
              act: at.matches('main .btn-primary'),
            });
          });
        })();
        """;

    private const string CameRound = """
        () => {
          const { stops } = window;
          const round = stops.findIndex((stop, i) => i > 0 && stop.at === stops[0].at);
          if (round > 0) stops.length = round;
          return round > 0;
        }
        """;

    private const string Faults = """
        () => {
          const { stops } = window, named = stops.map(s => s.name);
          const faults = stops.filter(s => !s.shown).map(s => `the focus is hidden at ${s.name}`)
            .concat(stops.filter(s => s.shown && !s.seen).map(s => `the focus is not seen at ${s.name}`));
          const all = [...document.querySelectorAll('main .btn-primary:not([disabled])')];
          const acts = all.filter(a => a.checkVisibility());
          const missed = acts.filter(a => a.tabIndex >= 0 && !stops.some(s => s.at === a));
          const told = a => `Tab does not reach «${a.textContent.trim()}» in ${stops.length} stops`;
          return faults.concat(missed.map(told));
        }
        """;

    /// <summary>To be said before the pages are opened.</summary>
    public static Task Prepare(Screen screen) => screen.Page.AddInitScriptAsync(Remember);

    /// <summary>What a person without a mouse cannot see or reach on the page that is open.</summary>
    public static async Task<IReadOnlyList<string>> Of(Screen screen)
    {
        var round = false;
        for (var pressed = 0; pressed < Most && !round; pressed += Stride)
        {
            for (var i = 0; i < Stride; i++)
            {
                await screen.Press("Tab");
            }

            round = await screen.Page.EvaluateAsync<bool>(CameRound);
        }

        var faults = await screen.Page.EvaluateAsync<string[]>(Faults);
        return round ? faults : [.. faults, $"Tab has not come round after {Most} stops"];
    }
}
