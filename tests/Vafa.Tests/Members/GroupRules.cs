using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Programme;
using Vafa.Tests.Purchases;
using Vafa.Web;

namespace Vafa.Tests.Members;

/// <summary>What the tests of groups by rule say.</summary>
internal static class GroupRules
{
    /// <summary>Sets a group with a rule, or (null) one that people fill; answers what the call said.</summary>
    public static Task<Answer> PutGroup(this TestClub club, string code, string? filter) =>
        club.Api.Put(
            "/groups/" + code,
            filter is null
                ? $$$"""{"title": {"fa": "{{{code}}}"}}"""
                : $$$"""{"title": {"fa": "{{{code}}}"}, "rule": {"filter": "{{{filter}}}"}}"""
        );

    public static async Task SetGroup(this TestClub club, string code, string? filter) =>
        (await club.PutGroup(code, filter)).MustBe(200);

    /// <summary>The same without a word to the worker, who would carry it out beside the test.</summary>
    public static async Task Quietly(this TestClub club, string code, string filter)
    {
        await using var scope = club.Services.CreateAsyncScope();
        var body = JsonSerializer.SerializeToElement(new { title = new { fa = code }, rule = new { filter } });
        var put = scope.ServiceProvider.GetRequiredService<PutDocument>();
        var request = new PutDocumentRequest(DocumentKind.Group, code, body, Actor.System);
        (await put.Run(request, TestContext.Current.CancellationToken)).IsRefused.ShouldBeFalse();
    }

    public static async Task<List<Guid>> JoinMany(this TestClub club, int count)
    {
        var members = new List<Guid>();
        for (var n = 0; n < count; n++)
        {
            members.Add(await Shop.Join(club, string.Create(CultureInfo.InvariantCulture, $"0936{n:0000000}")));
        }

        return members;
    }

    /// <summary>Who is in it now.</summary>
    public static Task<List<Guid>> InGroup(this TestClub club, string code) =>
        club.Ask(db => db.MemberGroups.Where(g => g.Code == code).Select(g => g.MemberId).Order().ToListAsync());

    /// <summary>What moved of a group, the oldest first: "+" came, "-" went.</summary>
    public static async Task<List<string>> MovesOf(this TestClub club, string code, Guid member)
    {
        var list = (await club.Api.Get($"/groups/{code}/moves?limit=200")).MustBe(200);
        return
        [
            .. list["items"]
                .EnumerateArray()
                .Where(m => m.GetProperty("member").GetGuid() == member)
                .Select(m => m.GetProperty("joined").GetBoolean() ? "+" : "-")
                .Reverse(),
        ];
    }
}
