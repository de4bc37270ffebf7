using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Programme;

namespace Vafa.Tests.Programme;

/// <summary>The programme of any version and of any moment can be read back.</summary>
public sealed class ProgrammeStoreTests
{
    [Theory, BothDatabases]
    public async Task The_programme_of_a_moment_is_the_one_then_in_force(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var ct = TestContext.Current.CancellationToken;
        var store = club.Services.GetRequiredService<ProgrammeStore>();
        for (var i = 1; i <= 3; i++)
        {
            club.Clock.Advance(TimeSpan.FromHours(1));
            await club.Api.Put("/groups/g" + i, new { title = new { fa = "گروه" } });
        }

        var start = TestClock.Start;
        (await store.Newest(ct)).Version.ShouldBe(4);
        (await store.At(4, start.AddDays(-3), ct)).Version.ShouldBe(1);
        (await store.At(4, start.AddMinutes(59), ct)).Version.ShouldBe(1);
        (await store.At(4, start.AddHours(1), ct)).Version.ShouldBe(2);
        (await store.At(4, start.AddHours(2.5), ct)).Version.ShouldBe(3);
        (await store.At(4, start.AddYears(1), ct)).Version.ShouldBe(4);
        (await store.At(2, start.AddYears(1), ct)).Version.ShouldBe(2);
        (await store.Version(3, ct)).MemberGroups.ShouldBe(["g1", "g2"], ignoreOrder: true);
        (await store.Version(1, ct)).MemberGroups.ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task A_clock_set_back_puts_no_version_before_the_one_it_follows(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Api.Put("/groups/a", new { title = new { fa = "گروه" } });
        club.Clock.Advance(TimeSpan.FromHours(-2));
        await club.Api.Put("/groups/b", new { title = new { fa = "گروه" } });
        var times = await club.Ask(db => db.ProgrammeVersions.OrderBy(v => v.Version).Select(v => v.At).ToListAsync());
        times.ShouldBe(times.Order());
        var store = club.Services.GetRequiredService<ProgrammeStore>();
        (await store.At(3, TestClock.Start, TestContext.Current.CancellationToken)).Version.ShouldBe(3);
    }

    [Theory, BothDatabases]
    public async Task A_compiled_version_holds_everything_by_code(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Api.Put("/fields/pet", new { title = new { fa = "حیوان" }, type = "text" });
        await club.Api.Put("/groups/silver", new { title = new { fa = "نقره", en = "Silver" } });
        var offer =
            """{"title":{"fa":"x"},"give":[{"points":{"unit":"points","amount":5}}], """
            + """ "when":{"group":{"in":["silver"]}}}""";
        (await club.Api.Put("/offers/o", offer)).MustBe(200);
        (await club.Api.Put("/earning-rules/r", """{"title":{"fa":"x"},"unit":"credit","percent":5}""")).MustBe(200);
        var store = club.Services.GetRequiredService<ProgrammeStore>();
        var newest = await store.Newest(TestContext.Current.CancellationToken);
        newest.Branches.ShouldBe(["main"]);
        newest.Fields["pet"].Type.ShouldBe(FieldType.Text);
        newest.Programme.Offers.Single().Code.ShouldBe("o");
        newest.Programme.Rules.Single().Code.ShouldBe("r");
        newest.Programme.Units.Select(u => u.Code).ShouldBe(["points", "credit"]);
        newest.Settings.WarnBeforeDays.ShouldBe(ClubSettings.Usual.WarnBeforeDays);
        var usual = ClubSettings.Usual with { WarnBeforeDays = newest.Settings.WarnBeforeDays };
        newest.Settings.ShouldBe(usual);
        newest.Wording(persian: false).Name(Core.Values.NameKind.Group, "silver").ShouldBe("Silver");
        (await store.Version(newest.Version, TestContext.Current.CancellationToken)).ShouldBeSameAs(newest);
    }

    [Theory, BothDatabases]
    public async Task A_version_that_could_not_be_read_is_tried_again(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var store = club.Services.GetRequiredService<ProgrammeStore>();
        var ct = TestContext.Current.CancellationToken;
        await Should.ThrowAsync<InvalidOperationException>(async () => await store.Version(2, ct));
        await club.Api.Put("/groups/a", new { title = new { fa = "گروه" } });
        (await store.Version(2, ct)).MemberGroups.ShouldBe(["a"]);
    }
}
