namespace Vafa.Tests.Programme;

/// <summary>What makes something new never writes over what has its code.</summary>
public sealed class OnlyNewTests
{
    [Theory, BothDatabases]
    public async Task A_code_that_is_taken_is_refused_and_what_has_it_stays(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (string Path, string Pointer)[] things =
        [
            ("/groups/vip", "/code"),
            ("/products/6260001", "/sku"),
            ("/product-groups/tea", "/code"),
        ];
        foreach (var (path, pointer) in things)
        {
            (await New(club, path, "نخست")).Status.ShouldBe(200, path);
            (await New(club, path, "دوم")).MustBeProblem(409, "document.taken", pointer);
            (await club.Api.Get(path)).String("title/fa").ShouldBe("نخست", path);
            (await club.Api.Put(path, new { title = new { fa = "سوم" } })).MustBe(200);
            (await club.Api.Get(path)).String("title/fa").ShouldBe("سوم", path);
        }
    }

    private static Task<Answer> New(TestClub club, string path, string fa) =>
        club.Api.Send(
            HttpMethod.Put,
            path,
            new { title = new { fa } },
            message => message.Headers.TryAddWithoutValidation("If-None-Match", "*")
        );
}
