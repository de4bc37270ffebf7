using System.Text;
using System.Text.RegularExpressions;
using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Features.Register;

/// <summary>
/// Says beside a file what became of its receipts: each sentence in Persian on one line and in English on the next. It
/// names a receipt by its line and number alone, never a member.
/// </summary>
internal sealed partial class WhyText(Texts texts, ClubVoice voice)
{
    public const string OfRefused = ".why.txt";
    public const string OfNotes = ".note.txt";

    /// <summary>Who reads more of them reads none.</summary>
    private const int MostTold = 200;

    /// <summary>Of one receipt.</summary>
    private const int MostReasons = 5;

    public string Of(FileTaken taken)
    {
        var text = new StringBuilder();
        if (taken.Unreadable is { } unreadable)
        {
            Say(text, words => texts.Say(unreadable, words));
        }

        Tell(text, taken.Refused);
        if (taken.WithoutMember.Count > 0)
        {
            Say(text, words => words.Say("بدون عضو ثبت شد، چون:", "Recorded without a member, because:"));
            Tell(text, taken.WithoutMember);
        }

        return text.ToString();
    }

    /// <summary>The lines of one language, of a text that may have been meddled with.</summary>
    public static IReadOnlyList<string> Lines(string text, bool persian, int most) =>
        [
            .. text.Split('\n')
                .Where((_, i) => i % 2 == (persian ? 0 : 1))
                .Select(Plain)
                .Where(line => line.Length > 0)
                .Take(most),
        ];

    private void Tell(StringBuilder text, List<ToldReceipt> receipts)
    {
        foreach (var receipt in receipts.Take(MostTold))
        {
            foreach (var why in receipt.Why.Take(MostReasons))
            {
                Say(text, words => $"{Named(receipt, why, words)}: {texts.Say(why, words)}");
            }
        }

        if (receipts.Count > MostTold)
        {
            var more = receipts.Count - MostTold;
            Say(text, words => words.Say($"و {words.Number(more)} رسید دیگر.", $"And {words.Number(more)} more."));
        }
    }

    private static string Named(ToldReceipt receipt, Refusal why, Wording words)
    {
        var line = words.Number(receipt.Line);
        var number = receipt.Number is { Length: > 0 } said
            ? words.Say($"، رسید «{Short(said)}»", $", receipt “{Short(said)}”")
            : "";
        var field = why.Pointer.Length > 1 ? words.Say("، ", ", ") + Short(why.Pointer[1..]) : "";
        return words.Say($"سطر {line}{number}{field}", $"Line {line}{number}{field}");
    }

    private void Say(StringBuilder text, Func<Wording, string> sentence)
    {
        foreach (var persian in (bool[])[true, false])
        {
            text.Append(Harmless(Plain(sentence(voice.Own with { Persian = persian })))).Append('\n');
        }
    }

    private static string Short(string text) => text.Length > 80 ? text[..80] + "…" : text;

    /// <summary>One line, without what is not seen and turns the order of what is.</summary>
    private static string Plain(string text) =>
        new([.. text.Where(c => !char.IsControl(c) && c is not ('\u2028' or '\u2029') && !PersianText.IsDirection(c))]);

    /// <summary>A spreadsheet that takes the text apart at its commas must find no formula behind one.</summary>
    private static string Harmless(string line) => Formula().Replace(line, "$1'$2");

    [GeneratedRegex(@"(^|[,;،؛“«]\s*)([=+\-@])", RegexOptions.None, 1_000)]
    private static partial Regex Formula();
}
