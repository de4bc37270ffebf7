using Vafa.Core.Values;
using Vafa.Features.Ledger.Allowances;
using Vafa.Features.Ledger.Approval;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Ledger;

/// <summary>GET of a member's statement.</summary>
internal static class StatementApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ReadWallets>();
        services.AddScoped<ReadStatement>();
        services.AddScoped<DueLots>();
        services.AddScoped<DueConversions>();
        services.AddScoped<ReadLots>();
        services.AddScoped<ReadAdjustmentProposals>();
        services.AddScoped<WalletCalls>();
        services.AddScoped<SetApart>();
        services.AddScoped<ReadAllowances>();
        services.AddSingleton<SweepAllowances>();
        services.AddHostedService(provider => provider.GetRequiredService<SweepAllowances>());
        services.AddTexts(LedgerTexts.All);
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/members/{id:guid}/statement", Read)
            .WithTags("members")
            .Needs(Scopes.Members)
            .Describe("getStatement", "What came into a member's wallets and went out, newest first.")
            .Asks("unit", "Only this unit.")
            .GivesList<StatementItem>();

    private static async Task<IResult> Read(HttpContext context, Guid id, ReadStatement read)
    {
        var paging = Paging.Read(context, cursorParts: 2);
        if (paging.IsRefused)
        {
            return Answers.Refused(paging.Refusals);
        }

        StatementFrom? from = null;
        if (paging.Value.After is [var numbers, var units])
        {
            from = StatementFrom.Read(numbers, units);
            if (from is null)
            {
                return Answers.Refused(new Refusal("list.cursor", "/cursor"));
            }
        }

        string? unit = context.Request.Query["unit"];
        var request = new StatementRequest(id, unit, paging.Value.Limit, context.Wording().Persian, from);
        return Answers.Of(
            await read.Run(request, context.RequestAborted),
            page => Answers.Value(new Listed<StatementItem>(page.Items, Next(page.Next)))
        );
    }

    private static string? Next(StatementFrom? from) => from is null ? null : Cursor.Write(from.Parts);
}
