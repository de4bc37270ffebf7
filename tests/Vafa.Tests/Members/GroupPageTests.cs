using Vafa.Tests.Night;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;
using Vafa.Tests.Tiers;

namespace Vafa.Tests.Members;

/// <summary>The pages of groups that fill themselves.</summary>
public sealed class GroupPageTests
{
    [Theory, BothDatabases]
    public async Task The_pages_say_how_a_group_is_filled_and_what_moved(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join(more: """, "firstName": "سارا" """);
        await club.Buy(member, 1_000);
        await club.SetGroup("buyers", "visits=1..");
        await club.SetGroup("hand", null);
        using var owner = await club.SignedIn("reza", "owner");
        await club.MakeNights();
        var (status, text) = await owner.Page("/settings/groups");
        status.ShouldBe(200);
        text.ShouldContain("با قاعده");
        text.ShouldContain("تعداد خرید: دست‌کم ۱");
        (_, text) = await owner.Page("/settings/groups/buyers");
        text.ShouldContain("۱ نفر اکنون در این گروه‌اند.");
        text.ShouldContain("این هفته ۱ نفر آمده · این ماه ۱ نفر آمده");
        text.ShouldContain("سارا");
        text.ShouldContain("""name="rule/filter" value="visits=1..""");
        text.ShouldNotContain("هنوز ذخیره نشده‌اند");
        (_, text) = await owner.Page("/settings/groups/buyers?changed=1&visits=2..");
        text.ShouldContain("هنوز ذخیره نشده‌اند");
        text.ShouldContain("با این قاعده امروز هیچ عضوی در گروه نمی‌بود: ۱ نفر می‌روند.");
        (_, text) = await owner.Page("/settings/groups/buyers?changed=1&group=buyers");
        text.ShouldContain("خود همین گروه را نام ببرد");
        (_, text) = await owner.Page("/settings/groups/new?changed=1&visits=1..&lang=en");
        text.ShouldContain("With this rule 1 of your members would be in the group today: 1 come.");
        (_, text) = await owner.Page("/members?visits=1..&lang=fa");
        text.ShouldContain("/settings/groups/new?changed=1&amp;visits=1..");
        // Nobody is offered to put somebody into a group that fills itself.
        (_, text) = await owner.Page("/members");
        text.ShouldContain("""<option value="hand">""");
        text.ShouldNotContain("""<option value="buyers">""");
        (_, text) = await owner.Page($"/members/{member}/edit");
        text.ShouldContain("با قاعدهٔ گروه در این‌ها هم هست");
        using var auditor = await club.SignedIn("omid", "auditor");
        (_, text) = await auditor.Page("/settings/groups/buyers");
        text.ShouldContain("تعداد خرید: دست‌کم ۱");
        text.ShouldNotContain("data-send");
        text.ShouldNotContain("data-call");
    }
}
