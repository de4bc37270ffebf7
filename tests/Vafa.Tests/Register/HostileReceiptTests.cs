using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vafa.Features.Register;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Register;

/// <summary>Files that mean harm, or were made by somebody who did not read the page.</summary>
public sealed class HostileReceiptTests
{
    public static TheoryData<string, string, string> Files =>
        new()
        {
            { "deep.json", new string('[', 100_000), "register.not-json" },
            { "deep-object.json", string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1", "register.not-json" },
            { "nul.json", "{\"format\": \"vafa\0receipt\"}", "register.not-text" },
            { "nul.csv", "format,number\n\0,1\n", "register.not-text" },
            { "twice.json", "{\"number\": \"1\", \"number\": \"2\"}", "register.not-json" },
            { "half.json", "{\"number\": \"\\ud800\"}", "register.not-json" },
            { "empty-list.json", "[]", "register.no-receipts" },
            { "no-rows.csv", "format,number,at,quantity,unitPrice,payable\n", "register.no-receipts" },
            { "other.xml", "<receipt/>", "register.other-kind" },
            { "run.exe", "MZ", "register.other-kind" },
            { "column.csv", "format,number,at,quantity,unitPrice,payable,branch\nx\n", "register.column-unknown" },
            { "twice.csv", "format,number,at,quantity,unitPrice,payable,number\nx\n", "register.column-twice" },
            { "missing.csv", "format,number,at,quantity,unitPrice\nx\n", "register.column-missing" },
            { "long.csv", "format,number,at," + new string('x', 70_000) + "\n", "register.long-line" },
            { "number.json", "12", "json.object" },
            { "text.json", "[\"a\"]", "json.object" },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task What_is_no_file_of_receipts_is_put_away_with_a_sentence(string name, string text, string code)
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var drop = await DropFolder.Open(club);
        drop.Put(name, text);
        drop.Put("good.json", DropFolder.Receipt("1", 100_000));
        await drop.Look();
        drop.Refused.ShouldBe([name, name + ".why.txt"]);
        drop.Why(name).ShouldContain(drop.Begin(code));
        (await drop.Sales()).ShouldBe(["1 100000 guest"], "the others are taken");
    }

    public static TheoryData<string, string> Receipts =>
        new()
        {
            { "\"payable\": 100000", "\"payable\": -100000" },
            { "\"unitPrice\": 100000", "\"unitPrice\": 100000.0" },
            { "\"unitPrice\": 100000", "\"unitPrice\": 1e5" },
            { "\"unitPrice\": 100000", "\"unitPrice\": \"100000\"" },
            { "\"unitPrice\": 100000", "\"unitPrice\": 99999999999999999999" },
            { "\"quantity\": 1", "\"quantity\": 0.0001" },
            { "\"quantity\": 1", "\"quantity\": -1" },
            { "\"payable\": 100000", "\"payable\": 100000, \"discount\": 200000" },
            { "\"payable\": 100000", "\"payable\": 0, \"discount\": 100001" },
            { "\"payable\": 100000", "\"payable\": 100000, \"spend\": [{\"unit\": \"credit\", \"amount\": 1}]" },
            { "\"payable\": 100000", "\"payable\": 100000, \"branch\": \"north\"" },
            { "\"payable\": 100000", "\"payable\": 100000, \"id\": \"x\"" },
            { "\"payable\": 100000", "\"payable\": 100000, \"payments\": [{\"method\": \"cash\", \"amount\": 1}]" },
            { "2026-03-25T12:05:00+03:30", "1405-01-05T12:05:00+03:30" },
            { "2026-03-25T12:05:00+03:30", "2026-03-25 12:05" },
            { "vafa-receipt-1", "vafa-receipt-2" },
            { "\"number\": \"1\"", "\"number\": 1" },
            { "\"number\": \"1\"", "\"number\": \"\"" },
            { "\"number\": \"1\"", "\"number\": \"a\\u0000b\"" },
        };

    [Theory]
    [MemberData(nameof(Receipts))]
    public async Task A_receipt_that_cannot_be_is_refused_and_nothing_of_it_is_written(string right, string wrong)
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var drop = await DropFolder.Open(club);
        var receipt = DropFolder.Receipt("1", 100_000);
        receipt.ShouldContain(right);
        drop.Put("a.json", receipt.Replace(right, wrong, StringComparison.Ordinal));
        var before = await club.RowCounts();
        await drop.Look();
        drop.Refused.ShouldBe(["a.json", "a.json.why.txt"]);
        (await club.RowCounts()).ShouldBe(before);
        drop.Why("a.json").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeGreaterThan(1);
    }

    [Theory, BothDatabases]
    public async Task A_number_that_looks_like_a_path_or_a_formula_stays_a_text(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var drop = await DropFolder.Open(club);
        string[] numbers =
        [
            "../../../evil",
            "/etc/passwd",
            "=cmd|' /C calc'!A0",
            "1\u202E2",
            "'; drop table purchase; --",
        ];
        for (var i = 0; i < numbers.Length; i++)
        {
            drop.Put($"good-{i}.json", DropFolder.Receipt(numbers[i], 100_000));
        }

        drop.Put(
            "bad.json",
            DropFolder.Receipt("a,=cmd|' /C calc'!A0;@x\u202E", 1).Replace("1,", "1.5,", StringComparison.Ordinal)
        );
        await drop.Look();
        (await club.Ask(db => db.Purchases.CountAsync())).ShouldBe(numbers.Length);
        Directory.GetFileSystemEntries(club.Database.Directory).ShouldNotContain(f => f.Contains("evil"));
        foreach (var line in drop.Why("bad.json").Split('\n'))
        {
            line.ShouldNotMatch(@"(^|[,;،؛]\s*)[=+\-@]");
            line.Any(c => char.IsControl(c) || c == '\u202E').ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_link_is_not_followed_and_a_pipe_or_folder_is_not_opened()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var drop = await DropFolder.Open(club);
        var secret = Path.Combine(club.Database.Directory, "secret.json");
        await File.WriteAllTextAsync(secret, DropFolder.Receipt("9", 9), TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(drop.Folder, "passwd.json"), "/etc/passwd");
        File.CreateSymbolicLink(Path.Combine(drop.Folder, "inside.json"), secret);
        File.CreateSymbolicLink(Path.Combine(drop.Folder, "broken.json"), "/nowhere");
        Directory.CreateDirectory(Path.Combine(drop.Folder, "folder.json"));
        await Pipe(Path.Combine(drop.Folder, "pipe.json"));
        drop.Put("good.json", DropFolder.Receipt("1", 100_000));
        await drop.Look().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        (await drop.Sales()).ShouldBe(["1 100000 guest"]);
        drop.Refused.Where(n => !n.EndsWith(".txt", StringComparison.Ordinal))
            .ShouldBe(["broken.json", "inside.json", "passwd.json"]);
        drop.Names().ShouldBe(["pipe.json"]);
        club.Clock.Advance(Settling.Empty);
        await drop.Look().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        drop.Refused.ShouldContain("pipe.json");
        File.Exists("/etc/passwd").ShouldBeTrue();
        File.Exists(secret).ShouldBeTrue();
        (await club.Api.Get("/registers")).MustBe(200).Text.ShouldNotContain("root:");
    }

    [Fact]
    public async Task A_link_in_the_place_of_our_own_folders_leads_nowhere()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var drop = await DropFolder.Open(club);
        var outside = Directory.CreateDirectory(Path.Combine(club.Database.Directory, "outside")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(drop.Folder, "done"), outside);
        Directory.CreateSymbolicLink(Path.Combine(drop.Folder, "refused"), outside);
        Directory.CreateSymbolicLink(Path.Combine(club.Database.Directory, "receipts", "t3"), outside);
        await club.Set("/tills/t3", """{"title": {"fa": "سه"}, "branch": "main"}""");
        drop.Put("good.json", DropFolder.Receipt("1", 100_000));
        drop.Put("bad.json", "{");
        await File.WriteAllTextAsync(
            Path.Combine(outside, "there.json"),
            DropFolder.Receipt("3", 3),
            TestContext.Current.CancellationToken
        );
        await drop.Look();
        (await drop.Sales()).ShouldBe(["1 100000 guest"]);
        Directory.GetFiles(outside).Select(Path.GetFileName).ShouldBe(["there.json"]);
        var list = (await club.Api.Get("/registers")).MustBe(200);
        list["strangers"].EnumerateArray().Select(s => s.GetString()).ShouldBe(["t3"]);
        list["tills"][0].GetProperty("refusedCount").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Wrong_encodings_and_broken_quotes_are_told_and_spoil_no_other_receipt()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var drop = await DropFolder.Open(club);
        const string head = "format,number,at,name,quantity,unitPrice,payable\n";
        string Row(string number, string name) =>
            $"vafa-receipt-1,{number},2026-03-25T12:05:00+03:30,{name},1,5000,5000\n";
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1256)!;
        drop.Put("windows.csv", windows.GetBytes(head + Row("1", "چاي")));
        drop.Put("utf16.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(head + Row("2", "چای"))]);
        drop.Put("utf16.json", Encoding.Unicode.GetBytes(DropFolder.Receipt("3", 5_000)));
        drop.Put("marked.json", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(DropFolder.Receipt("4", 5_000))]);
        drop.Put("marked.csv", "\uFEFF" + head + Row("5", "چای"));
        drop.Put("quote.csv", head + Row("6", "\"چای") + Row("7", "a\"b\"") + Row("8", "\"a,b\"") + Row("9", "x,y"));
        await drop.Look();
        (await drop.Sales()).ShouldBe(["4 5000 guest", "5 5000 guest", "8 5000 guest"]);
        drop.Why("windows.csv").ShouldContain("UTF-8");
        drop.Why("utf16.csv").ShouldContain("UTF-8");
        drop.Why("quote.csv").ShouldContain("In line 2 a quote");
        drop.Why("quote.csv").ShouldContain("In line 5 a quote");
    }

    [Fact]
    public async Task Too_large_files_are_not_read_and_long_ones_are()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var drop = await DropFolder.Open(club);
        drop.Put("large.json", "[" + new string(' ', JsonReceipts.MostBytes) + "]");
        drop.Put("large.csv", "format\n" + new string('\n', CsvReceipts.MostBytes));
        var rows = string.Concat(Enumerable.Repeat("vafa-receipt-1,1,2026-03-25T12:05:00+03:30,1,1,501\n", 501));
        drop.Put("lines.csv", "format,number,at,quantity,unitPrice,payable\n" + rows);
        await drop.Look();
        (await drop.Sales()).ShouldBeEmpty();
        drop.Why("large.json").ShouldContain("larger than 1,024 KiB");
        drop.Why("large.csv").ShouldContain("larger than 16,384 KiB");
        drop.Why("lines.csv").ShouldContain("A sale has at most 500 lines.");
    }

    [Fact]
    public async Task A_hundred_thousand_empty_files_hide_no_receipt()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var drop = await DropFolder.Open(club);
        for (var i = 0; i < 100_000; i++)
        {
            await using var file = File.Create(Path.Combine(drop.Folder, $"{i}.json"));
        }

        drop.Put("good.json", DropFolder.Receipt("1", 100_000));
        var taken = Stopwatch.StartNew();
        await drop.Look();
        taken.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        (await drop.Sales()).ShouldBe(["1 100000 guest"]);
        (await club.Api.Get("/registers")).MustBe(200)["tills"][0].GetProperty("waiting").GetInt32().ShouldBe(0);
    }

    private static async Task Pipe(string path)
    {
        using var made = Process.Start("mkfifo", [path])!;
        await made.WaitForExitAsync();
        made.ExitCode.ShouldBe(0);
    }
}
