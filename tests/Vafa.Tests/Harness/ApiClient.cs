using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vafa.Tests.Harness;

/// <summary>
/// Calls the REST API as an outside programmer would. A path that begins with "/api/" or "/openapi" is taken as it is,
/// any other stands under /api/v1. A body is a string of JSON as it is, or an object to be written as JSON.
/// </summary>
public sealed class ApiClient : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public ApiClient(Uri address, string? key)
    {
        Http = new HttpClient(TestAuthority.HandlerFor(address)) { BaseAddress = address };
        if (key is not null)
        {
            Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    /// <summary>For what the methods here do not say.</summary>
    public HttpClient Http { get; }

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Answer> Put(string path, object body) => Send(HttpMethod.Put, path, body);

    public Task<Answer> Delete(string path) => Send(HttpMethod.Delete, path);

    /// <summary>A merge patch.</summary>
    public Task<Answer> Patch(string path, object body) =>
        Send(
            HttpMethod.Patch,
            path,
            body,
            message => message.Content!.Headers.ContentType = new("application/merge-patch+json")
        );

    /// <summary>Sends a new Idempotency-Key unless one is given; an empty one sends no header.</summary>
    public Task<Answer> Post(string path, object? body = null, string? idempotencyKey = null) =>
        Send(
            HttpMethod.Post,
            path,
            body,
            message =>
            {
                if (idempotencyKey != "")
                {
                    message.Headers.Add("Idempotency-Key", idempotencyKey ?? Guid.CreateVersion7().ToString());
                }
            }
        );

    public async Task<Answer> Send(
        HttpMethod method,
        string path,
        object? body = null,
        Action<HttpRequestMessage>? change = null
    )
    {
        using var message = new HttpRequestMessage(method, Full(path));
        if (body is not null)
        {
            var text = body as string ?? JsonSerializer.Serialize(body, Json);
            message.Content = new StringContent(text, Encoding.UTF8, "application/json");
        }

        change?.Invoke(message);
        using var response = await Http.SendAsync(message);
        return await Answer.Read(response);
    }

    public void Dispose() => Http.Dispose();

    private static string Full(string path) =>
        path.StartsWith("/api/", StringComparison.Ordinal) || path.StartsWith("/openapi", StringComparison.Ordinal)
            ? path
            : "/api/v1" + path;
}
