using Vafa.Tests.Purchases;

namespace Vafa.Tests.Merging;

/// <summary>A person who became a member twice.</summary>
internal sealed record TwoOfOne(TestClub Club, Guid Stays, Guid Goes)
{
    public const string Mobile = "09121234567";
    public const string OldMobile = "09121234568";

    /// <summary>Credit of 10 % and a point for each 10,000; both may be bought with.</summary>
    public static async Task<TwoOfOne> In(TestClub club, string stays = "", string goes = "")
    {
        await club.SetCreditBack(10);
        await club.SetPointFor(10_000);
        return new TwoOfOne(club, await club.Join(Mobile, stays), await club.Join(OldMobile, goes));
    }

    public async Task<Answer> Merge() => (await Try()).MustBe(201);

    public Task<Answer> Try(string? key = null) =>
        Club.Api.Post($"/members/{Stays}/merge", new { other = Goes.ToString() }, key);

    public Task<Answer> Undo(Answer merge) => Club.Api.Post($"/merges/{merge.Id()}/undo");

    public Task<Answer> Sell(Guid member, long amount, string? sku = null) =>
        Club.Sell(SaleBody.Of(member, LineBody.One(amount) with { Sku = sku }));

    public async Task<Answer> Member() => (await Club.Api.Get($"/members/{Stays}")).MustBe(200);
}
