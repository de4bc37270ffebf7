using Vafa.Features.Rulebooks;
using static Vafa.Features.Rulebooks.SentenceChange;

namespace Vafa.Tests.Rulebooks;

/// <summary>What is marked as new and as gone between two wordings.</summary>
public sealed class RuleChangesTests
{
    [Fact]
    public void A_sentence_that_changed_is_gone_and_new_in_its_place() =>
        Between(["a", "b", "c"], ["a", "x", "c"]).ShouldBe([(Same, "a"), (Removed, "b"), (Added, "x"), (Same, "c")]);

    [Fact]
    public void What_moved_is_gone_here_and_new_there() =>
        Between(["a", "b", "c"], ["c", "a", "b"]).ShouldBe([(Added, "c"), (Same, "a"), (Same, "b"), (Removed, "c")]);

    [Fact]
    public void Nothing_before_and_nothing_after_are_told_whole()
    {
        Between([], ["a"]).ShouldBe([(Added, "a")]);
        Between(["a"], []).ShouldBe([(Removed, "a")]);
        Between([], []).ShouldBeEmpty();
    }

    [Fact]
    public void A_section_that_is_new_or_gone_is_so_as_a_whole_and_another_title_is_told()
    {
        var told = RuleChanges.Between(
            [new("one", "One", ["a"]), new("two", "Two", ["b"])],
            [new("three", "Three", ["c"]), new("one", "First", ["a"])]
        );
        told.Select(s => s.Code).ShouldBe(["three", "one", "two"]);
        told[0].Sentences.ShouldBe([(Added, "c")]);
        told[1].Formerly.ShouldBe("One");
        told[1].Sentences.ShouldBe([(Same, "a")]);
        told[2].Sentences.ShouldBe([(Removed, "b")]);
    }

    [Fact]
    public void Very_long_texts_are_told_one_after_the_other()
    {
        var before = Enumerable.Range(0, 3_000).Select(n => $"b{n}").ToList();
        var now = Enumerable.Range(0, 3_000).Select(n => $"n{n}").ToList();
        var told = Between(before, now);
        told.Count.ShouldBe(6_000);
        told.Take(3_000).ShouldAllBe(t => t.Change == Removed);
    }

    private static IReadOnlyList<(SentenceChange Change, string Text)> Between(
        IReadOnlyList<string> before,
        IReadOnlyList<string> now
    ) => RuleChanges.Between([new("x", "X", before)], [new("x", "X", now)])[0].Sentences;
}
