using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Data;
using Vafa.Features.Programme;
using Vafa.Features.Staff;
using Vafa.Features.Tills;
using Vafa.Web;

namespace Vafa.Tills;

/// <summary>What the office does beside the serving process: a cashier, tills, and codes that pair devices.</summary>
internal sealed class Office
{
    public const string Pin = "7391";

    private const string Password = "seven quiet herons by the river";

    private readonly ServiceProvider services;

    public Office(string directory)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var registered = new ServiceCollection();
        registered.AddLogging();
        registered.AddSingleton<IConfiguration>(configuration);
        Host.Register(registered, Database.From(configuration, directory));
        services = registered.BuildServiceProvider();
    }

    public async Task Hire()
    {
        await using var scope = services.CreateAsyncScope();
        var at = scope.ServiceProvider;
        var create = at.GetRequiredService<CreateStaff>();
        var link = (await create.Run(new CreateStaffRequest("bench", "cashier", "system"), default)).Value.Path;
        var from = new Visitor(IPAddress.Loopback, null);
        var secret = link[(link.LastIndexOf('/') + 1)..];
        await at.GetRequiredService<OpenLink>().Run(new OpenLinkRequest(secret, Password, from), default);
        var asked = new ChangePinRequest("bench", Password, Pin, from.Address, "bench");
        await at.GetRequiredService<ChangePin>().Run(asked, default);
    }

    public async Task<string> Pairing(string till)
    {
        await using var scope = services.CreateAsyncScope();
        var at = scope.ServiceProvider;
        var document = $$$"""{"title": {"en": "{{{till}}}"}, "branch": "main"}""";
        var put = new PutDocumentRequest(DocumentKind.Till, till, DocumentKind.Parse(document), Actor.System);
        await at.GetRequiredService<PutDocument>().Run(put, default);
        return (await at.GetRequiredService<MakePairingCode>().Run(till, Actor.System, default)).Value.Code;
    }

    public async Task<List<string>> Mobiles()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return await db.Members.Where(m => m.Mobile != null).Take(5000).Select(m => m.Mobile!).ToListAsync();
    }
}
