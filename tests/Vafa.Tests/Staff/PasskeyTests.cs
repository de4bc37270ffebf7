using Microsoft.EntityFrameworkCore;
using Vafa.Features.Staff;

namespace Vafa.Tests.Staff;

/// <summary>Passkeys: added, used without a user name, and of no use twice, too late or for anybody else.</summary>
public sealed class PasskeyTests
{
    private const string AskToSignIn = "!/sign-in/passkey/options";
    private const string SignIn = "!/sign-in/passkey";

    [Theory, BothDatabases]
    public async Task A_passkey_signs_in_without_a_user_name(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var desk = await club.SignedIn("mina", "cashier");
        using var phone = new SoftAuthenticator(Origin(club));
        var added = await Add(club, desk, phone);
        added.MustBe(201).String("name").ShouldBe("Chrome Windows");
        (await club.Api.Get("/staff/mina")).MustBe(200)["hasPasskey"].GetBoolean().ShouldBeTrue();

        using var browser = new Browser(club);
        (await Enter(club, browser, phone)).MustBe(200).String("user").ShouldBe("mina");
        (await browser.Call(HttpMethod.Get, "/sessions")).MustBe(200);
        browser.Kept.ShouldContainKey(KnownDevices.CookieName);
        var row = await club.Ask(db => db.Passkeys.SingleAsync());
        row.SignCount.ShouldBe(2);
        row.LastUsedAt.ShouldBe(TestClock.Start);
        (await club.Audited()).ShouldContain("staff:mina staff.signed-in-by-passkey staff/mina");
    }

    [Theory, BothDatabases]
    public async Task An_answer_is_good_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var desk = await club.SignedIn();
        using var phone = new SoftAuthenticator(Origin(club));
        (await Add(club, desk, phone)).MustBe(201);
        using var browser = new Browser(club);
        var question = (await Post(club, browser, AskToSignIn, "{}")).MustBe(200).Json;
        var asked = browser.Kept[PasskeyChallenges.CookieName];
        var answer = phone.Get(question);
        (await Post(club, browser, SignIn, answer)).MustBe(200);
        using var thief = new Browser(club);
        thief.Kept[PasskeyChallenges.CookieName] = asked;
        (await Post(club, thief, SignIn, answer)).MustBeProblem(422, "passkey.stale");
        (await Post(club, thief, SignIn, phone.Get(question))).MustBeProblem(422, "passkey.stale");
        thief.Session.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task A_question_is_over_after_five_minutes_and_is_of_its_own_kind(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var desk = await club.SignedIn();
        using var phone = new SoftAuthenticator(Origin(club));
        (await Add(club, desk, phone)).MustBe(201);
        var late = (await Post(club, desk, AskToSignIn, "{}")).MustBe(200).Json;
        club.Clock.Advance(PasskeyChallenges.Lives);
        (await Post(club, desk, SignIn, phone.Get(late))).MustBeProblem(422, "passkey.stale");
        var toSignIn = (await Post(club, desk, AskToSignIn, "{}")).MustBe(200).Json;
        var body = $$"""{"credential": {{phone.Get(toSignIn)}}}""";
        (await Post(club, desk, "/me/passkeys", body)).MustBeProblem(422, "passkey.stale");
        desk.Kept.Remove(PasskeyChallenges.CookieName);
        (await Post(club, desk, SignIn, "{}")).MustBeProblem(422, "passkey.stale");
    }

    [Theory, BothDatabases]
    public async Task A_passkey_of_another_place_or_without_its_owner_is_refused(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var desk = await club.SignedIn();
        using var elsewhere = new SoftAuthenticator("https://evil.example");
        (await Add(club, desk, elsewhere)).MustBeProblem(422, "passkey.refused");
        using var careless = new SoftAuthenticator(Origin(club)) { AsksWho = false };
        (await Add(club, desk, careless)).MustBeProblem(422, "passkey.refused");
        using var phone = new SoftAuthenticator(Origin(club));
        (await Add(club, desk, phone)).MustBe(201);
        using var unknown = new SoftAuthenticator(Origin(club));
        using var browser = new Browser(club);
        (await Enter(club, browser, unknown)).MustBeProblem(422, "passkey.refused");
        phone.AsksWho = false;
        (await Enter(club, browser, phone)).MustBeProblem(422, "passkey.refused");
        (await Post(club, browser, SignIn, "{}")).MustBeProblem(422, "passkey.stale");
        browser.Session.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Who_is_shut_out_or_has_removed_it_gets_in_by_none(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var owner = await club.SignedIn();
        using var desk = await club.SignedIn("mina", "cashier");
        using var phone = new SoftAuthenticator(Origin(club));
        var id = (await Add(club, desk, phone)).MustBe(201).Id();
        using var browser = new Browser(club);
        (await owner.Call(HttpMethod.Post, "/staff/mina/disable")).MustBe(200);
        (await Enter(club, browser, phone)).MustBeProblem(422, "passkey.refused");
        (await owner.Call(HttpMethod.Post, "/staff/mina/enable")).MustBe(200);
        (await Enter(club, browser, phone)).MustBe(200);
        var renamed = await browser.Call(HttpMethod.Patch, $"/me/passkeys/{id}", new { name = "گوشی" });
        renamed.MustBe(200).String("name").ShouldBe("گوشی");
        (await owner.Call(HttpMethod.Delete, $"/me/passkeys/{id}")).MustBeProblem(404, "passkey.unknown");
        (await browser.Call(HttpMethod.Get, "/me/passkeys")).MustBe(200)["items"].GetArrayLength().ShouldBe(1);
        (await browser.Call(HttpMethod.Delete, $"/me/passkeys/{id}")).MustBe(200);
        (await Enter(club, new Browser(club), phone)).MustBeProblem(422, "passkey.refused");
    }

    [Theory, BothDatabases]
    public async Task A_new_password_by_link_takes_lost_passkeys_away(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var desk = await club.SignedIn();
        using var phone = new SoftAuthenticator(Origin(club));
        (await Add(club, desk, phone)).MustBe(201);
        using var browser = new Browser(club);
        await browser.Post(await club.NewLink(), true, ("password", "زعفران و پسته و گلاب"));
        (await club.Ask(db => db.Passkeys.CountAsync())).ShouldBe(0);
        (await Enter(club, browser, phone)).MustBeProblem(422, "passkey.refused");
    }

    [Theory, BothDatabases]
    public async Task Another_sites_page_gets_no_question_and_no_session(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var browser = new Browser(club);
        foreach (var path in new[] { AskToSignIn, SignIn })
        {
            var foreign = await browser.Call(HttpMethod.Post, path, "{}", m => m.Headers.Remove("X-Vafa"));
            foreign.MustBeProblem(403, "staff.foreign-page");
        }
    }

    private static string Origin(TestClub club) => club.Address.GetLeftPart(UriPartial.Authority);

    private static async Task<Answer> Add(TestClub club, Browser browser, SoftAuthenticator phone)
    {
        var question = (await Post(club, browser, "/me/passkeys/options", "{}")).MustBe(200).Json;
        return await Post(club, browser, "/me/passkeys", $$"""{"credential": {{phone.Create(question)}}}""");
    }

    private static async Task<Answer> Enter(TestClub club, Browser browser, SoftAuthenticator phone)
    {
        var question = (await Post(club, browser, AskToSignIn, "{}")).MustBe(200).Json;
        return await Post(club, browser, SignIn, phone.Get(question));
    }

    private static Task<Answer> Post(TestClub club, Browser browser, string path, string body) =>
        browser.Call(HttpMethod.Post, path, body, m => m.Headers.Add("Origin", Origin(club)));
}
