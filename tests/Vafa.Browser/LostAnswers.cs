using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Vafa.Browser;

/// <summary>A network that takes a sale to the server and loses the answer on its way back.</summary>
internal sealed class LostAnswers : IStartupFilter
{
    private readonly TaskCompletionSource arrived = new();
    private int toLose;

    /// <summary>When the sale whose answer is lost has been written.</summary>
    public Task Arrived => arrived.Task.WaitAsync(TimeSpan.FromSeconds(10));

    /// <summary>The next answer is lost.</summary>
    public void LoseNext() => Interlocked.Exchange(ref toLose, 1);

    public void AddTo(WebApplicationBuilder builder) => builder.Services.AddSingleton<IStartupFilter>(this);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(Lose);
            next(app);
        };

    private async Task Lose(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path != "/api/v1/till/sales" || Interlocked.Exchange(ref toLose, 0) == 0)
        {
            await next(context);
            return;
        }

        var answer = context.Response.Body;
        context.Response.Body = Stream.Null;
        await next(context);
        context.Response.Body = answer;
        arrived.TrySetResult();
        context.Abort();
    }
}
