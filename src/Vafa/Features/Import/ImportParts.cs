using Vafa.Features.Import.Jobs;
using Vafa.Web;

namespace Vafa.Features.Import;

internal static class ImportParts
{
    private static readonly Dictionary<string, (string Fa, string En)> Sentences = new(StringComparer.Ordinal)
    {
        ["import.no-header"] = ("فایل {0} سطر عنوان ندارد.", "{0} has no header line."),
        ["import.mapping"] = ("نگاشت ستون‌ها درست نیست: {0}", "The mapping does not fit the file: {0}"),
    };

    public static void Register(IServiceCollection services)
    {
        services.AddTexts(Sentences);
        services.AddTexts(ImportTexts.Sentences);
        services.AddSingleton<ImportTurn>();
        services.AddSingleton<ImportFiles>();
        services.AddScoped<ImportPass>();
        services.AddScoped<ImportJobs>();
        services.AddScoped<UploadImport>();
        services.AddScoped<ViewImport>();
        services.AddScoped<MapImport>();
        services.AddScoped<DropImport>();
        services.AddScoped<RejectedCsv>();
        services.AddHostedService<ImportWorker>();
        services.AddSingleton<OpenedUnits>();
        services.AddScoped<ImportPurchases>();
        services.AddScoped<ImportMembers>();
        services.AddScoped<ImportProducts>();
    }
}
