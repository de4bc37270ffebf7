using Microsoft.AspNetCore.OpenApi;
using Vafa.Features.Programme.Approval;
using Vafa.Features.Programme.Branches;
using Vafa.Features.Programme.FirstRun;
using Vafa.Features.Programme.Logo;
using Vafa.Features.Programme.Shapes;
using Vafa.Features.Programme.Versions;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Programme;

internal static class ProgrammeParts
{
    public static void Register(IServiceCollection services)
    {
        services.AddTexts(ProgrammeTexts.All);
        services.AddTexts(OfferTexts.All);
        services.AddSingleton<ProgrammeStore>();
        services.AddSingleton<ProgrammeTurn>();
        services.AddScoped<FirstProgramme>();
        services.AddScoped<BeginEarlier>();
        services.AddScoped<NextVersion>();
        services.AddScoped<PutDocument>();
        services.AddScoped<PatchClub>();
        services.AddScoped<ChangeOfferState>();
        services.AddScoped<OrderFields>();
        services.AddScoped<GetDocument>();
        services.AddScoped<ListDocuments>();
        services.AddScoped<ReadDocumentHistory>();
        services.Configure<OpenApiOptions>(
            ApiDescription.Version,
            options => options.AddDocumentTransformer(VocabularySchema.Fill)
        );
        FirstRunApi.Register(services);
        LogoApi.Register(services);
        ApprovalApi.Register(services);
        VersionsApi.Register(services);
        services.AddScoped<ReadTills>();
        services.AddScoped<ReadBranches>();
        services.AddScoped<ReadPlaces>();
    }
}
