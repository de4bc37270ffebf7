using Vafa.Features.Ledger.Allowances;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Tills;

/// <summary>What a device may let members spend while it has no network.</summary>
internal static class TillAllowances
{
    public static void Map(RouteGroupBuilder till) =>
        till.MapPost("/members/{id:guid}/allowance", Keep)
            .NeedsTill()
            .Describe(
                "setApartAtTill",
                "Sets apart what a member may spend at this device without network, as far as the club allows it; "
                    + "again is the same for longer. Empty where nothing may be."
            )
            .Gives<Allowed>();

    private static async Task<IResult> Keep(Guid id, HttpContext context, SetApart setApart)
    {
        var stand = TillStand.Of(context);
        var kept = await setApart.Run(new SetApartCall(id, stand.Device, stand.Till, stand.Branch));
        return Answers.Of(kept, items => Answers.Value(new Allowed(items)));
    }

    /// <param name="Items">One for each unit; none: nothing may be spent.</param>
    internal sealed record Allowed(IReadOnlyList<AllowanceAnswer> Items);
}
