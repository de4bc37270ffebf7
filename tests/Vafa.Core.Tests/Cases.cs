using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Vafa.Core.Tests;

/// <summary>
/// How many cases a property is tried with. Mutation testing runs the properties once for each mutant: VAFA_CASES says
/// how many are enough then, always the same ones, so that two runs find the same mutants alive.
/// </summary>
internal static class Cases
{
    private static readonly int? Most = Environment.GetEnvironmentVariable("VAFA_CASES") is { Length: > 0 } most
        ? int.Parse(most, CultureInfo.InvariantCulture)
        : null;

    public static Config UpTo(int cases)
    {
        var config = Config.QuickThrowOnFailure;
        return Most is { } most
            ? config
                .WithMaxTest(Math.Min(cases, most))
                .WithReplay(new Replay(new Rnd(1UL, 3UL), FSharpOption<int>.None))
            : config.WithMaxTest(cases);
    }
}
