using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Products;
using Vafa.Web;

namespace Vafa.Tests.Web;

/// <summary>A change under a key happens once, whatever comes twice, at once, or breaks off.</summary>
public sealed class IdempotencyTests
{
    [Theory, BothDatabases]
    public async Task The_same_call_again_gets_the_stored_answer(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await Send(club, "k", "/a", Make("tea"))).ShouldBe((201, "{\"sku\":\"tea\"}", false));
        (await Send(club, "k", "/a", Make("coffee"))).ShouldBe((201, "{\"sku\":\"tea\"}", true));
        (await Send(club, "\"k\"", "/a", Make("coffee"))).ShouldBe((201, "{\"sku\":\"tea\"}", true));
        (await Skus(club)).ShouldBe(["tea"]);
        await club.Restart();
        (await Send(club, "k", "/a", Make("coffee"))).Replayed.ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task Another_call_with_the_key_is_refused_and_another_clients_key_is_another(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await Send(club, "k", "/a", Make("tea"));
        var other = await Send(club, "k", "/b", Make("coffee"));
        (other.Status, other.Text).ShouldBe((422, "idempotency.other-body"));
        (await Send(club, "k", "/b", Make("coffee"), client: "key:2")).Status.ShouldBe(201);
        (await Skus(club)).ShouldBe(["coffee", "tea"]);
    }

    [Theory, BothDatabases]
    public async Task A_refusal_and_a_fault_free_the_key_and_keep_nothing(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var refused = await Send(club, "k", "/a", Make("tea", then: new Refusal("code.malformed", "", 1)));
        (refused.Status, refused.Text).ShouldBe((422, "code.malformed"));
        await Should.ThrowAsync<InvalidOperationException>(() =>
            Send(club, "k", "/a", Make("tea", fail: new InvalidOperationException("power cut")))
        );
        (await Skus(club)).ShouldBeEmpty();
        (await club.Ask(db => db.Idempotency.CountAsync())).ShouldBe(0);
        (await Send(club, "k", "/a", Make("tea"))).ShouldBe((201, "{\"sku\":\"tea\"}", false));
    }

    [Theory, BothDatabases]
    public async Task While_a_call_is_in_progress_its_key_is_taken(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var inside = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var first = Send(club, "k", "/a", Make("tea", inside, go.Task));
        await inside.Task;
        var second = await Send(club, "k", "/a", Make("coffee"));
        (second.Status, second.Text).ShouldBe((409, "idempotency.in-progress"));
        go.SetResult();
        (await first).Status.ShouldBe(201);
        (await Send(club, "k", "/a", Make("coffee"))).Replayed.ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task The_same_call_at_another_node_waits_and_gets_the_first_answer(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await using var node = Node(club.Database);
        var inside = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var first = Send(club, "k", "/a", Make("tea", inside, go.Task));
        await inside.Task;
        var second = Task.Run(() => Send(node, "k", "/a", Make("coffee"), "key:1"));
        await Task.Delay(200, TestContext.Current.CancellationToken);
        second.IsCompleted.ShouldBeFalse();
        go.SetResult();
        (await first).ShouldBe((201, "{\"sku\":\"tea\"}", false));
        (await second).ShouldBe((201, "{\"sku\":\"tea\"}", true));
        (await Skus(club)).ShouldBe(["tea"]);
    }

    [Theory, BothDatabases]
    public async Task Two_hundred_sends_of_one_key_make_one_change(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var sent = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => Task.Run(() => Send(club, "k", "/a", Make("sku" + i))))
        );
        sent.Count(a => a is { Status: 201, Replayed: false }).ShouldBe(1);
        sent.ShouldAllBe(a => a.Status == 201 || a.Text == "idempotency.in-progress");
        (await Skus(club)).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(null, "idempotency.missing")]
    [InlineData("", "idempotency.missing")]
    [InlineData("\"\"", "idempotency.malformed")]
    [InlineData("کلید", "idempotency.malformed")]
    [InlineData("a\tb", "idempotency.malformed")]
    public void A_key_that_is_none_is_refused_as_a_bad_call(string? header, string code)
    {
        var refusal = IdempotencyKey.Read(Context(header, "/a", "key:1")).Refusals.Single();
        (refusal.Code, refusal.Kind).ShouldBe((code, RefusalKind.BadCall));
    }

    [Fact]
    public void A_key_may_have_255_characters_and_no_more()
    {
        IdempotencyKey.Read(Context(new string('k', 255), "/a", "key:1")).Value.Key.Length.ShouldBe(255);
        IdempotencyKey.Read(Context(new string('k', 256), "/a", "key:1")).IsRefused.ShouldBeTrue();
        IdempotencyKey.Read(Context("\"a\\\"b\"", "/a", "key:1")).Value.Key.ShouldBe("a\"b");
    }

    private static ServiceProvider Node(Database database)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        Host.Register(services, database);
        return services.BuildServiceProvider();
    }

    private static Func<AppDb, CancellationToken, Task<Outcome<Made>>> Make(
        string sku,
        TaskCompletionSource? inside = null,
        Task? go = null,
        Refusal? then = null,
        Exception? fail = null
    ) =>
        async (db, ct) =>
        {
            db.Products.Add(new Product { Sku = sku, CreatedAt = TestClock.Start });
            await db.SaveChangesAsync(ct);
            inside?.SetResult();
            await (go ?? Task.CompletedTask);
            return fail is not null ? throw fail
                : then is not null ? then
                : new Made(sku);
        };

    private static Task<(int Status, string Text, bool Replayed)> Send(
        TestClub club,
        string key,
        string path,
        Func<AppDb, CancellationToken, Task<Outcome<Made>>> change,
        string client = "key:1"
    ) => Send(club.Services, key, path, change, client);

    private static async Task<(int Status, string Text, bool Replayed)> Send(
        IServiceProvider services,
        string key,
        string path,
        Func<AppDb, CancellationToken, Task<Outcome<Made>>> change,
        string client
    )
    {
        await using var scope = services.CreateAsyncScope();
        var context = Context(key, path, client);
        context.RequestServices = scope.ServiceProvider;
        context.Response.Body = new MemoryStream();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var once = scope.ServiceProvider.GetRequiredService<Idempotency>();
        var result = await once.Once(context, 201, ct => change(db, ct), TestContext.Current.CancellationToken);
        if (result is Problem problem)
        {
            return (problem.Status, problem.Code, false);
        }

        await result.ExecuteAsync(context);
        context.Response.Body.Position = 0;
        using var reader = new StreamReader(context.Response.Body);
        return (
            context.Response.StatusCode,
            await reader.ReadToEndAsync(TestContext.Current.CancellationToken),
            context.Response.Headers[Idempotency.ReplayedHeader] == "true"
        );
    }

    private static DefaultHttpContext Context(string? key, string path, string client)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.Path = path;
        if (key is not null)
        {
            context.Request.Headers[IdempotencyKey.Header] = key;
        }

        context.SetActor(new Actor("key:test", client, FrozenSet.Create(Scopes.All), null));
        return context;
    }

    private static Task<string[]> Skus(TestClub club) =>
        club.Ask(db => db.Products.OrderBy(p => p.Sku).Select(p => p.Sku).ToArrayAsync());

    private sealed record Made(string Sku);
}
