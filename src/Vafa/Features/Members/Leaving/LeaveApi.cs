using System.Text.Json.Serialization;
using Vafa.Data.Leaving;
using Vafa.Features.Audit;
using Vafa.Features.Engagements;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Approval;
using Vafa.Features.Messages;
using Vafa.Features.Purchases;
using Vafa.Features.Tiers;
using Vafa.Features.Views;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Members.Leaving;

/// <summary>The call by which a member leaves. It takes away what he owns, so it needs the right to do that.</summary>
internal static class LeaveApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<Leave>();
        services.AddSingleton<IPersonalData, ProfileOfLeaver>();
        services.AddSingleton<IPersonalData, MessagesOfLeaver>();
        services.AddSingleton<IPersonalData, AuditOfLeaver>();
        services.AddSingleton<IPersonalData, KeptAnswers>();
        services.AddSingleton<IPersonalData, ReasonsOfMoves>();
        services.AddSingleton<IPersonalData, ProposalsOfLeaver>();
        services.AddSingleton<IPersonalData>(new TextOfMember<Refund>(nameof(Refund.Reason)));
        services.AddSingleton<IPersonalData>(new TextOfMember<MemberTierMove>(nameof(MemberTierMove.Reason)));
        services.AddSingleton<IPersonalData>(new TextOfMember<MemberEvent>(nameof(MemberEvent.Reference)));
        services.AddSingleton<IPersonalData, ViewsOfLeaver>();
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/members/{id:guid}/leave", Run)
            .WithTags("members")
            .Needs(Scopes.Ledger)
            .Describe(
                "leaveClub",
                "A member leaves: wallets expire and everything personal is wiped, for good; sales stay, nameless."
            )
            .Once()
            .Takes<LeaveBody>()
            .Gives<LeaveAnswer>();

    private static async Task<IResult> Run(HttpContext context, Guid id, Leave leave)
    {
        var ct = context.RequestAborted;
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var fields = body.Reader();
        var reason = fields.Text("reason", 500);
        fields.Done();
        var key = IdempotencyKey.Read(context);
        if (key.IsRefused || !fields.IsClean)
        {
            return Answers.Refused(key.IsRefused ? key.Refusals : fields.Refusals);
        }

        var request = new LeaveRequest(id, reason, key.Value, context.Actor());
        return Answers.Of(await leave.Run(request, ct), answer => answer.ToResult(context));
    }

    /// <param name="Reason">Kept only where it does not name the member.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record LeaveBody(string? Reason);
}
