using Vafa.Features.Guide;
using Vafa.Features.Search;
using Vafa.Tests.Staff;
using Vafa.Ui;

namespace Vafa.Tests.Guide;

/// <summary>The guide and the search know every section of the office, and no other.</summary>
public sealed class GuideTests
{
    private static readonly List<string> InSettings =
    [
        .. Sections.Settings.SelectMany(s => s.Places).Select(p => p.Path),
    ];

    [Fact]
    public void Every_section_has_its_chapter()
    {
        Chapters.All.Select(c => c.Path).ShouldBe(Sections.All.Select(s => s.Path), ignoreOrder: true);
        Chapters.Settings.Select(c => c.Path).ShouldBe(InSettings, ignoreOrder: true);
    }

    [Fact]
    public void Every_section_and_every_way_of_the_guide_is_found_by_the_search()
    {
        var known = PageWords.All.Select(p => p.Address).ToList();
        known.ShouldBeUnique();
        Sections.All.Select(s => s.Path).Where(p => p != "/settings").ShouldBeSubsetOf(known);
        InSettings.ShouldBeSubsetOf(known);
        Chapters.All.SelectMany(c => c.Ways).Select(w => w.Path).ShouldBeSubsetOf(known);
    }

    [Fact]
    public async Task A_cashier_reads_of_the_till_and_not_of_what_is_closed_to_him()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        using var cashier = await club.SignedIn("mina", "cashier");
        var (status, text) = await cashier.Page("/help");
        status.ShouldBe(200);
        text.ShouldContain("صندوق برای ثبت فروش است");
        text.ShouldNotContain("/settings/staff");
        text.ShouldNotContain("/offers/new");
        (_, text) = await cashier.Page("/help?lang=en");
        text.ShouldContain("The till records sales");
    }
}
