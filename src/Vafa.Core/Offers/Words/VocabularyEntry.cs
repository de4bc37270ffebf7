using System.Collections.Immutable;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// How one word of the vocabulary is told to people and machines: its name, what it is called, what it means, its
/// arguments (and so its form and its JSON schema) and an example. It stands in the word's own file.
/// </summary>
/// <param name="Name">The word in documents: "basketTotal".</param>
/// <param name="Title">What it is called where words are chosen: «مبلغ خرید».</param>
/// <param name="Meaning">One sentence of what it does.</param>
/// <param name="Example">JSON of its arguments, as it stands behind the word.</param>
public abstract record VocabularyEntry(string Name, LocalText Title, LocalText Meaning, string Example)
{
    /// <summary>In the order in which a form asks for them.</summary>
    public ImmutableArray<Arg> Args { get; init; } = [];

    /// <summary>What stands behind the word.</summary>
    public EntryShape Shape { get; init; }
}

/// <summary>What stands behind a word.</summary>
public enum EntryShape
{
    /// <summary>An object with the arguments.</summary>
    Arguments,

    /// <summary>A list of conditions.</summary>
    Conditions,

    /// <summary>One condition.</summary>
    Condition,

    /// <summary>Nothing but <c>true</c>.</summary>
    OnlyTrue,
}

/// <summary>A condition's entry.</summary>
public sealed record ConditionEntry(string Name, LocalText Title, LocalText Meaning, string Example)
    : VocabularyEntry(Name, Title, Meaning, Example)
{
    /// <summary>What it is asked of: by this the vocabulary is laid out.</summary>
    public WordAbout About { get; init; }

    internal Func<ArgumentReader, Condition?> Read { get; init; } = static _ => throw new NotSupportedException();
}

/// <summary>An effect's entry.</summary>
public sealed record EffectEntry(string Name, LocalText Title, LocalText Meaning, string Example)
    : VocabularyEntry(Name, Title, Meaning, Example)
{
    public WordAbout About { get; init; }

    internal Func<ArgumentReader, Effect?> Read { get; init; } = static _ => throw new NotSupportedException();
}

/// <summary>What a word is about.</summary>
public enum WordAbout
{
    /// <summary>What is bought now.</summary>
    Basket,

    /// <summary>What the member bought before.</summary>
    Past,

    /// <summary>Who the member is.</summary>
    Member,

    /// <summary>When and where.</summary>
    Occasion,

    /// <summary>Conditions over conditions.</summary>
    Logic,

    /// <summary>Money off.</summary>
    Discount,

    /// <summary>Points, credit and other units.</summary>
    Wallet,

    /// <summary>Goods, shipping and what is no money.</summary>
    Reward,
}
