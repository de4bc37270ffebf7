using System.Globalization;
using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Cli;

/// <summary>How a verb speaks: results on standard output, a sorry of one sentence on standard error.</summary>
internal static class Say
{
    public static readonly Wording English = new(Persian: false, Toman: false);

    public static Task Line(string text) => Console.Out.WriteLineAsync(text);

    public static Task Sorry(string sentence) => Console.Error.WriteLineAsync(sentence);

    public static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Says why and answers the exit code.</summary>
    public static async Task<int> Sorry(int exit, string sentence)
    {
        await Sorry(sentence);
        return exit;
    }

    /// <summary>Says a use case's refusal; it was a wrong use of the verb.</summary>
    public static Task<int> Refused(Club club, IReadOnlyList<Refusal> refusals) =>
        Sorry(Verbs.WrongUse, Sentence(club, refusals));

    public static string Sentence(Club club, IReadOnlyList<Refusal> refusals)
    {
        var texts = club.Services.GetRequiredService<Texts>();
        return string.Join(' ', refusals.Select(r => texts.Say(r, English)));
    }
}
