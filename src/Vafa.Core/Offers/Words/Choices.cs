using System.Collections.Immutable;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// A closed list of words and what each means: read, written, offered in forms and said, all from here.
/// </summary>
internal sealed class Choices<T>(params (string Word, T Value, string Fa, string En)[] all)
    where T : struct
{
    private readonly (string Word, T Value)[] words = Array.ConvertAll(all, a => (a.Word, a.Value));

    /// <summary>The argument that takes one of them; the first is meant when it is left out.</summary>
    public Arg Arg(string name, string fa, string en) => Offers.Arg.Choice(name, fa, en, ForForm);

    public ImmutableArray<ArgChoice> ForForm => [.. all.Select(a => new ArgChoice(a.Word, a.Fa, a.En))];

    public T Read(ArgumentReader at, Arg arg) =>
        at.Fields.Choice<T>(arg.Name, required: !arg.Optional, words) ?? all[0].Value;

    /// <summary>The value of a word, or nothing for one that is not in the list.</summary>
    public T? ValueOf(string word)
    {
        foreach (var (known, value) in words)
        {
            if (string.Equals(known, word, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }

    public string WordOf(T value) => Of(value).Word;

    public string Say(T value, Wording wording) => Of(value) is var a ? wording.Say(a.Fa, a.En) : "";

    /// <summary>All words, for a refusal.</summary>
    public string Written => string.Join(", ", words.Select(w => w.Word));

    private (string Word, T Value, string Fa, string En) Of(T value) =>
        Array.Find(all, a => EqualityComparer<T>.Default.Equals(a.Value, value));
}
