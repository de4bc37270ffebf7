using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Core.Values;
using Vafa.Tests.Tidy;
using Vafa.Web;

namespace Vafa.Tests.Web;

/// <summary>Every refusal has its sentence in both languages.</summary>
public sealed partial class TextsTests
{
    [Fact]
    public async Task Every_code_that_is_refused_in_the_source_has_sentences()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var texts = club.Services.GetRequiredService<Texts>();
        var codes = SourceFile
            .Under("src/", ".cs")
            .SelectMany(file => Refused().Matches(file.Text))
            .Select(match => match.Groups["code"].Value)
            .ToHashSet();
        codes.ShouldContain("json.unknown-field");
        codes.ShouldContain("idempotency.missing");
        codes.ShouldContain("offer.unknown-group");
        codes.Where(code => !texts.Knows(code)).Order().ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_sentence_is_in_both_scripts_and_takes_the_same_arguments()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var sheets = club.Services.GetServices<TextSheet>().ToList();
        sheets.Count.ShouldBeGreaterThan(4);
        foreach (var (code, (fa, en)) in sheets.SelectMany(s => s.Sentences))
        {
            fa.Any(c => c is >= 'آ' and <= 'ی').ShouldBeTrue(code + " in Persian");
            en.Any(char.IsAsciiLetter).ShouldBeTrue(code + " in English");
            en.Any(c => c is >= 'آ' and <= 'ی').ShouldBeFalse(code + " in English");
            (fa.Contains('ي') || fa.Contains('ك')).ShouldBeFalse(code + " has an Arabic letter");
            Places(fa).ShouldBe(Places(en), code);
        }
    }

    [Fact]
    public void Arguments_are_written_as_the_reader_reads()
    {
        var texts = new Texts([
            new TextSheet(new Dictionary<string, (string, string)> { ["x.y"] = ("{0} تا {1}", "{0} to {1}") }),
        ]);
        var refusal = new Refusal("x.y", "", new Money(800_000), 12.5m);
        texts.Say(refusal, new Wording(Persian: true, Toman: true)).ShouldBe("۸۰٬۰۰۰ تومان تا ۱۲٫۵");
        texts.Say(refusal, new Wording(Persian: false, Toman: true)).ShouldBe("80,000 toman to 12.5");
        texts.Say("x.z", new Wording(Persian: true, Toman: true)).ShouldBe("x.z");
    }

    private static int Places(string sentence) => Place().Matches(sentence).Select(m => m.Value).Distinct().Count();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(
        @"(new Refusal|Refusal\.Conflict|Refusal\.NotFound|Refuse|RefuseWord|Problem|Codes)\(\s*"
            + @"([\w.]+,\s*)?""(?<code>[a-zA-Z-]+\.[a-zA-Z.-]+)"""
    )]
    private static partial Regex Refused();
}
