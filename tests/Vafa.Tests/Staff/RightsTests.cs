using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Staff;
using Vafa.Features.Tills;
using Vafa.Ui;
using Vafa.Web;

namespace Vafa.Tests.Staff;

/// <summary>
/// Walks every call and every page that the program has with every role. A new one that names no right fails here.
/// </summary>
public sealed class RightsTests
{
    /// <summary>Calls for which people need more than machines do: the scope, and why.</summary>
    private static readonly Dictionary<string, (string Scope, string Why)> MoreOfPeople = new()
    {
        ["/api/v1/purchases/{id:guid}/refunds"] = (Scopes.Ledger, "taking goods back is a manager's"),
    };

    /// <summary>Pages that every signed-in person may read, and why.</summary>
    private static readonly Dictionary<string, string> OpenToAllStaff = new()
    {
        ["/"] = "leads on to where the reader works",
        ["/me"] = "everybody has a password and sessions of his own",
        ["/search"] = "shows each reader only what he may see",
        ["/help"] = "explains to each reader the sections that are open to him",
        ["/dev"] = "is not there outside of development, and moves nothing but its clock",
        ["/dev/family"] = "is not there outside of development, and holds nobody's data",
    };

    /// <summary>What is neither a call nor a page with a right, and why.</summary>
    private static readonly Dictionary<string, string> Others = new()
    {
        ["/health"] = "is asked by machines that watch",
        ["/openapi/{documentName}.json"] = "describes the API and holds nobody's data",
        ["/_framework/opaque-redirect"] = "is the platform's own and leads only to what it has protected itself",
        ["/sign-in"] = "is for whoever is not signed in yet",
        ["/sign-in/demo"] = "guards itself",
        ["/sign-in/passkey"] = "is for whoever is not signed in yet",
        ["/sign-in/passkey/options"] = "is for whoever is not signed in yet",
        ["/enter/{secret}"] = "is for whoever is not signed in yet",
        ["/api/v1/till/pair"] = "is for a device that is paired with no till yet",
        ["/sign-out"] = "ends the session it is sent with",
    };

    [Fact]
    public async Task Every_call_and_every_page_names_the_right_it_needs()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var undecided = Endpoints(club)
            .Where(e => RightOf(e) is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(e => Path(e))
            .Where(path => !Others.ContainsKey(path))
            .Distinct();
        undecided.ShouldBeEmpty("say .Needs(scope) of a call, [ForScope(scope)] of a page");
    }

    [Fact]
    public async Task No_exception_is_left_over()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var paths = Endpoints(club).Select(Path).ToHashSet();
        Others
            .Keys.Concat(OpenToAllStaff.Keys)
            .Concat(MoreOfPeople.Keys)
            .Where(path => !paths.Contains(path))
            .ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Every_role_gets_through_where_it_may_and_nowhere_else(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var wrong = new List<string>();
        var walked = 0;
        foreach (var role in Roles.All)
        {
            using var browser = await club.SignedIn(role, role);
            foreach (
                var (endpoint, right) in Endpoints(club)
                    .Where(e => !IsOfTill(e))
                    .Select(e => (e, RightOf(e)))
                    .Where(e => e.Item2 is not null)
            )
            {
                foreach (var method in Methods(endpoint))
                {
                    var (status, seen) = await Ask(browser, endpoint, method);
                    var may =
                        May(role, right!, IsToAct(endpoint) ? "POST" : method)
                        && (
                            !MoreOfPeople.TryGetValue(Path(endpoint), out var more)
                            || May(role, new NeedsScope(more.Scope), method)
                        );
                    walked++;
                    if (may ? status is 401 or 403 or >= 500 : status != 403)
                    {
                        wrong.Add($"{role} {method} {Path(endpoint)}: {status} {seen}");
                    }
                }
            }
        }

        walked.ShouldBeGreaterThan(300);
        wrong.ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Nobody_who_is_signed_in_is_a_till(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var browser = await club.SignedIn();
        var calls = Endpoints(club).Where(IsOfTill).ToList();
        calls.Count.ShouldBeGreaterThan(10);
        foreach (var endpoint in calls)
        {
            foreach (var method in Methods(endpoint))
            {
                var (status, seen) = await Ask(browser, endpoint, method);
                status.ShouldBe(401, $"{method} {Path(endpoint)} {seen}");
            }
        }
    }

    [Theory, BothDatabases]
    public async Task A_page_that_is_refused_says_so_in_words(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var closed = Endpoints(club)
            .Where(e =>
                IsPage(e) && RightOf(e)?.Scope is { } scope && !Roles.ScopesOf("agent").Contains(scope + ".read")
            )
            .Where(e => Methods(e).Contains("GET"))
            .Select(Path)
            .ToList();
        closed.ShouldNotBeEmpty();
        using var caller = await club.SignedIn("omid", "agent");
        foreach (var path in closed)
        {
            var (status, text) = await caller.Page(Filled(path));
            status.ShouldBe(403, path);
            text.ShouldContain("این صفحه برای نقش شما باز نیست");
        }
    }

    [Theory]
    [InlineData("owner", Scopes.Offers, true, true)]
    [InlineData("cashier", Scopes.Offers, true, false)]
    [InlineData("cashier", Scopes.Staff, false, false)]
    [InlineData("auditor", Scopes.Audit, true, false)]
    [InlineData("manager", Scopes.Staff, true, false)]
    public void A_reader_knows_what_he_may_see_and_what_he_may_change(
        string role,
        string scope,
        bool sees,
        bool changes
    )
    {
        var reader = new Reader();
        reader.May(scope).ShouldBeFalse();
        reader.MayChange(scope).ShouldBeFalse();
        reader.Visit(null, new Actor("staff:x", "staff:x", Roles.ScopesOf(role), role), "/");
        reader.May(scope).ShouldBe(sees);
        reader.MayChange(scope).ShouldBe(changes);
    }

    private static IEnumerable<RouteEndpoint> Endpoints(TestClub club) =>
        club
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => Path(e).StartsWith('/'));

    private static NeedsScope? RightOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<NeedsScope>() is { } call ? call
        : !IsPage(endpoint) ? null
        : endpoint.Metadata.GetMetadata<ForScopeAttribute>() is { } page ? new NeedsScope(page.Scope)
        : OpenToAllStaff.ContainsKey(Path(endpoint)) ? new NeedsScope(null)
        : null;

    private static bool IsPage(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private static bool IsOfTill(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<NeedsTill>() is not null;

    private static bool IsToAct(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ForScopeAttribute>() is { ToAct: true };

    private static bool May(string role, NeedsScope right, string method)
    {
        var actor = new Actor("staff:x", "staff:x", Roles.ScopesOf(role), role);
        return right.Scope is not { } scope || (method is "GET" or "HEAD" ? actor.MayRead(scope) : actor.May(scope));
    }

    private static async Task<(int Status, string Text)> Ask(Browser browser, RouteEndpoint endpoint, string method)
    {
        var path = Filled(Path(endpoint));
        if (IsPage(endpoint))
        {
            return await browser.Page(path);
        }

        // An empty object has none of the fields that a change needs, so whoever gets through changes nothing.
        var body = method is "GET" or "HEAD" or "DELETE" ? null : "{}";
        var answer = await browser.Call(new HttpMethod(method), "!" + path, body);
        return (answer.Status, answer.Text);
    }

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Where(m => m != "HEAD");

    private static string Path(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    /// <summary>An address with something in the place of each parameter that nobody has.</summary>
    private static string Filled(string path) =>
        string.Join(
            '/',
            path.Split('/')
                .Select(part =>
                    !part.StartsWith('{') ? part
                    : part.Contains("guid") || part.Contains("Id}") ? "01900000-0000-7000-8000-000000000000"
                    : part.Contains("int") || part.Contains("long") ? "1"
                    : "nothing"
                )
        );
}
