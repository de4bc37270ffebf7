using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Core.Values;
using Vafa.Features.Register;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Register;

/// <summary>A club with two tills whose registers drop files, and what came of them.</summary>
internal sealed class DropFolder(TestClub club)
{
    public const string Till = "t1";

    public string Folder { get; } = Path.Combine(club.Database.Directory, "receipts", Till);

    /// <summary>Two tills in one branch, and their folders.</summary>
    public static async Task<DropFolder> Open(TestClub club)
    {
        await club.Set("/tills/t1", """{"title": {"fa": "صندوق یک"}, "branch": "main"}""");
        await club.Set("/tills/t2", """{"title": {"fa": "صندوق دو"}, "branch": "main"}""");
        (await club.Api.Post("/registers/folders")).MustBe(201);
        return new DropFolder(club);
    }

    public string Put(string name, string text) => Put(name, Encoding.UTF8.GetBytes(text));

    public string Put(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>A receipt of one line at 12:05, half an hour before the club's clock begins.</summary>
    public static string Receipt(string number, long price, string more = "") =>
        $$"""
            {"format": "vafa-receipt-1", "number": "{{number}}", "at": "2026-03-25T12:05:00+03:30",
             "lines": [{"quantity": 1, "unitPrice": {{Amount(price)}}}], "payable": {{Amount(price)}} {{more}} }
            """;

    /// <summary>Looks until what lies there has been the same for long enough to be done with.</summary>
    public async Task Look()
    {
        await LookOnce();
        club.Clock.Advance(Settling.Quiet);
        await LookOnce();
        club.Clock.Advance(Settling.Patience);
        await LookOnce();
    }

    public Task<Looked> LookOnce() =>
        club.Services.GetRequiredService<LookForReceipts>().Run(TestContext.Current.CancellationToken);

    /// <summary>The names of the files in a folder below the till's; empty where there is none.</summary>
    public string[] Names(params string[] below)
    {
        var folder = Path.Combine([Folder, .. below]);
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)]
            : [];
    }

    public string[] Done => Names("done", "1405-01");

    public string[] Refused => Names("refused");

    public string Why(string name) => File.ReadAllText(Path.Combine(Folder, "refused", name + ".why.txt"));

    /// <summary>Each sale as "number payable member|guest", in the order of numbers.</summary>
    public Task<string[]> Sales() =>
        club.Ask(db =>
            Task.FromResult(
                db.Purchases.AsEnumerable()
                    .Select(p => $"{p.Reference} {Amount(p.Payable)} {(p.IsGuest ? "guest" : "member")}")
                    .Order(StringComparer.Ordinal)
                    .ToArray()
            )
        );

    /// <summary>The sentence that a refusal of this code has, to find it in what was written.</summary>
    public string Begin(string code)
    {
        var sentence = club
            .Services.GetRequiredService<Vafa.Web.Texts>()
            .Say(code, new Wording(false, false), "§", "§");
        return sentence.Split('§')[0].Trim('“', ' ', '(');
    }

    private static string Amount(long amount) => amount.ToString(CultureInfo.InvariantCulture);
}
