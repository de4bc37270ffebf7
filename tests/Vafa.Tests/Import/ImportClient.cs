using System.Net.Http.Headers;
using System.Text;

namespace Vafa.Tests.Import;

/// <summary>Brings a file in through the API, step by step, as the page does.</summary>
internal static class ImportClient
{
    public static Task<Answer> Upload(this ApiClient api, string text, string name = "members.csv") =>
        api.Upload(Encoding.UTF8.GetBytes(text), name);

    public static async Task<Answer> Upload(
        this ApiClient api,
        byte[] bytes,
        string name = "members.xlsx",
        string kind = "members"
    )
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var response = await api.Http.PostAsync(
            new Uri($"/api/v1/imports/{kind}?name={Uri.EscapeDataString(name)}", UriKind.Relative),
            content
        );
        return await Answer.Read(response);
    }

    /// <summary>Takes the guess as it is.</summary>
    public static async Task<string> Mapped(this ApiClient api, Answer uploaded, string duplicates = "keepFirst")
    {
        var id = uploaded.MustBe(201).String("id")!;
        var columns = uploaded["settings/columns"];
        (
            await api.Put(
                $"/imports/{id}/mapping",
                new
                {
                    columns,
                    money = uploaded.String("settings/money"),
                    duplicates,
                }
            )
        ).MustBe(200).String("state").ShouldBe("mapped");
        return id;
    }

    public static async Task<Answer> Ended(this ApiClient api, string id)
    {
        for (var i = 0; i < 1_200; i++)
        {
            var now = (await api.Get("/imports/" + id)).MustBe(200);
            if (now.String("state") is not "running")
            {
                return now;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException(id);
    }

    public static async Task<Answer> Ran(this ApiClient api, string id)
    {
        (await api.Post($"/imports/{id}/run")).MustBe(202).String("state").ShouldBe("running");
        return await api.Ended(id);
    }
}
