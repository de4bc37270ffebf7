using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vafa.Tests.Tills;

/// <summary>The page of a till: anybody's, nobody's data in it, and all that a device has to keep.</summary>
public sealed partial class TillShellTests
{
    [Fact]
    public async Task The_page_needs_nobody_and_holds_no_script_of_its_own()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        (await club.Api.Patch("/club", """{"name": "کافه <b>\"وفا\"</b>", "colour": "#a83200"}""")).MustBe(200);
        using var http = new HttpClient { BaseAddress = club.Address };
        foreach (var path in (string[])["/till", "/till/customer"])
        {
            var page = await http.GetAsync(path);
            page.EnsureSuccessStatusCode();
            var policy = page.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("default-src 'self'");
            policy.ShouldNotContain("unsafe");
            var html = await page.Content.ReadAsStringAsync();
            Scripts().Matches(html).Select(m => m.Value).ShouldAllBe(s => s.Contains("src=", StringComparison.Ordinal));
            html.ShouldNotContain("<b>");
            html.ShouldNotContain("style=");
        }
    }

    [Fact]
    public async Task A_device_keeps_every_file_of_the_page_and_a_change_of_the_club_is_another_version()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        using var http = new HttpClient { BaseAddress = club.Address };
        var answer = await http.GetAsync("/till/sw.js");
        answer.Headers.GetValues("Service-Worker-Allowed").Single().ShouldBe("/till");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        var script = await answer.Content.ReadAsStringAsync();
        var files = JsonSerializer.Deserialize<string[]>(Files().Match(script).Groups[1].Value)!;
        files[0].ShouldBe("/till");
        files.Length.ShouldBeGreaterThan(5);
        foreach (var file in files)
        {
            (await http.GetAsync(file)).IsSuccessStatusCode.ShouldBeTrue(file);
        }

        (await http.GetStringAsync("/till/sw.js")).ShouldBe(script, "the same page is the same version");
        (await club.Api.Patch("/club", """{"colour": "#a83200"}""")).MustBe(200);
        (await http.GetStringAsync("/till/sw.js")).ShouldNotBe(script);
    }

    [Fact]
    public async Task It_can_be_installed_under_the_clubs_name()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        (await club.Api.Patch("/club", """{"name": "کافه وفا"}""")).MustBe(200);
        using var http = new HttpClient { BaseAddress = club.Address };
        var answer = await http.GetAsync("/till/manifest.webmanifest");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/manifest+json");
        var manifest = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
        manifest.GetProperty("name").GetString().ShouldBe("صندوق کافه وفا");
        manifest.GetProperty("display").GetString().ShouldBe("standalone");
        manifest.GetProperty("start_url").GetString().ShouldBe("/till");
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
        {
            var picture = await http.GetAsync(icon.GetProperty("src").GetString()!);
            picture.EnsureSuccessStatusCode();
            picture.Content.Headers.ContentType!.MediaType.ShouldBe(icon.GetProperty("type").GetString());
        }
    }

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Scripts();

    [GeneratedRegex("TILL_FILES = (\\[.*?\\]);")]
    private static partial Regex Files();
}
