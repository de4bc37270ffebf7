using System.Globalization;
using System.Text.Json;

namespace Vafa.Tests.Harness;

/// <summary>What the API answered. A failed expectation shows the whole answer.</summary>
public sealed class Answer
{
    private readonly Dictionary<string, string> headers;

    private Answer(int status, string text, string? mediaType, Dictionary<string, string> headers)
    {
        (Status, Text, MediaType, this.headers) = (status, text, mediaType, headers);
    }

    public int Status { get; }

    public string Text { get; }

    public string? MediaType { get; }

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    /// <summary>Whether this is the stored answer of an earlier call with the same key.</summary>
    public bool Replayed => Header("Idempotent-Replayed") == "true";

    /// <summary>The value at a path of names and numbers: "wallets/0/balance".</summary>
    public JsonElement this[string path]
    {
        get
        {
            var at = Json;
            foreach (var step in path.Split('/'))
            {
                at =
                    at.ValueKind == JsonValueKind.Array ? at[int.Parse(step, CultureInfo.InvariantCulture)]
                    : at.TryGetProperty(step, out var below) ? below
                    : throw new KeyNotFoundException($"No {path} in {this}");
            }

            return at;
        }
    }

    public static async Task<Answer> Read(HttpResponseMessage response)
    {
        var all = response
            .Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer((int)response.StatusCode, text, response.Content.Headers.ContentType?.MediaType, all);
    }

    public string? Header(string name) => headers.GetValueOrDefault(name);

    public long Long(string path) => this[path].GetInt64();

    public string? String(string path) => this[path].GetString();

    public Guid Id(string path = "id") => this[path].GetGuid();

    /// <summary>Fails with the whole answer unless it has this status; answers itself.</summary>
    public Answer MustBe(int status)
    {
        Status.ShouldBe(status, ToString());
        return this;
    }

    /// <summary>
    /// Fails unless this is an RFC 9457 problem with this status and code, a title, and these pointers in errors[].
    /// </summary>
    public Answer MustBeProblem(int status, string code, params string[] pointers)
    {
        MustBe(status);
        MediaType.ShouldBe("application/problem+json", ToString());
        String("code").ShouldBe(code, ToString());
        String("title").ShouldNotBeNullOrWhiteSpace(ToString());
        Pointers().ShouldBe(pointers, ignoreOrder: true, ToString());
        return this;
    }

    public override string ToString() => $"{Status} {Text}";

    private string?[] Pointers() =>
        Json.TryGetProperty("errors", out var errors)
            ? [.. errors.EnumerateArray().Select(e => e.GetProperty("pointer").GetString())]
            : [];
}
