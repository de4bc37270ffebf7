using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Vafa.Tests.Import;

/// <summary>Files as they are, and files that mean harm.</summary>
public sealed class HostileFileTests
{
    [Theory, BothDatabases]
    public async Task A_workbook_gives_back_what_excel_ate(Engine engine)
    {
        await using var club = await ImportJobTests.Start(engine);
        var file = Workbook([
            [("گزارش مشتریان", null)],
            [("موبایل", null), ("تاریخ تولد", null), ("کارت", null), ("امتیاز", null)],
            [("9123456789", "n"), ("33005", "date"), ("77", "n"), ("12", "n")],
            [("9.123456788E9", "n"), ("۱۳۶۹-۰۲-۰۲", null), ("", null), ("3.7", "n")],
            [("09123456787", null), ("", null), ("6219861034567812", "n"), ("", null)],
        ]);
        var uploaded = (await club.Api.Upload(file)).MustBe(201);
        uploaded.Long("rows").ShouldBe(3);
        uploaded.String("columns/1/samples/0").ShouldBe("1990-05-12");
        var id = await club.Api.Mapped(uploaded);
        var done = await club.Api.Ran(id);
        (done.Long("counts/added"), done.Long("counts/rejected"), done.Long("counts/rounded")).ShouldBe((2, 1, 1));
        done.String("report/reasons/0/code").ShouldBe("shortened");
        var member = await club.Api.Get("/members?mobile=09123456789");
        (member.String("items/0/birthDate"), member.String("items/0/card")).ShouldBe(("1990-05-12", "77"));
        (await club.Api.Get("/members?mobile=09123456788")).String("items/0/birthDate").ShouldBe("1990-04-22");
    }

    [Theory, BothDatabases]
    public async Task An_old_programs_windows_text_is_read(Engine engine)
    {
        await using var club = await ImportJobTests.Start(engine);
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1256)!;
        var file = windows.GetBytes("موبايل;نام;فاميلي\r\n09123456789;\"علي\r\nرضا\";کريمي\r\n");
        var id = await club.Api.Mapped(await club.Api.Upload(file, "old.csv"));
        (await club.Api.Ran(id)).Long("counts/added").ShouldBe(1);
        var member = await club.Api.Get("/members?mobile=09123456789");
        (member.String("items/0/firstName"), member.String("items/0/lastName")).ShouldBe(("علی رضا", "کریمی"));
    }

    [Theory, BothDatabases]
    public async Task What_is_no_table_is_refused_with_a_sentence_and_not_kept(Engine engine)
    {
        await using var club = await ImportJobTests.Start(engine);
        (string Code, byte[] File)[] files =
        [
            ("import.empty", []),
            ("import.old-excel", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
            ("import.web-page", Encoding.UTF8.GetBytes("\uFEFF <html><table><tr><td>09121234567")),
            ("import.not-a-table", [1, 0, 2, 0, 3]),
            ("import.not-a-table", Zip(("a.txt", "x"))),
            ("import.damaged", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3]),
            ("import.too-much", Zip(("[Content_Types].xml", "x"), ("xl/bomb.xml", new string('0', 270_000_000)))),
            ("import.no-rows", Encoding.UTF8.GetBytes("mobile,name\n\n")),
            ("import.open-quote", Encoding.UTF8.GetBytes("mobile,name\n0912,\"" + new string('a', 120_000))),
            ("import.too-many-columns", Encoding.UTF8.GetBytes("mobile" + new string(',', 100) + "\n0912\n")),
            ("import.damaged", Entity()),
        ];
        foreach (var (code, file) in files)
        {
            (await club.Api.Upload(file, "x.xlsx")).MustBeProblem(422, code);
        }

        (await club.Api.Upload(new byte[(20 * 1024 * 1024) + 1])).MustBeProblem(413, "import.too-large");
        Directory.GetFiles(Path.Combine(club.Database.Directory, "imports")).ShouldBeEmpty();
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    /// <summary>A workbook whose sheet asks for a file of the server.</summary>
    private static byte[] Entity()
    {
        using var file = new MemoryStream();
        file.Write(
            Workbook([
                [("mobile", null)],
                [("x", null)],
            ])
        );
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var sheet = zip.Entries.Single(e => e.FullName.Contains("worksheets/", StringComparison.Ordinal));
            var name = sheet.FullName;
            sheet.Delete();
            using var part = zip.CreateEntry(name).Open();
            part.Write(
                Encoding.UTF8.GetBytes(
                    "<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><worksheet "
                        + "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row><c "
                        + "t=\"inlineStr\"><is><t>&f;</t></is></c></row></sheetData></worksheet>"
                )
            );
        }

        return file.ToArray();
    }

    private static byte[] Workbook((string Text, string? Type)[][] rows)
    {
        using var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var main = book.AddWorkbookPart();
            main.AddNewPart<WorkbookStylesPart>("st").Stylesheet = new Stylesheet(
                new Fonts(new Font()),
                new Fills(new Fill()),
                new Borders(new Border()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true })
            );
            var sheet = main.AddNewPart<WorksheetPart>("s1");
            sheet.Worksheet = new Worksheet(new SheetData(rows.Select(r => new Row(r.Select(CellOf)))));
            main.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Id = "s1",
                        SheetId = 1,
                        Name = "a",
                    }
                )
            );
        }

        return file.ToArray();
    }

    private static Cell CellOf((string Text, string? Type) cell) =>
        cell.Type is null
            ? new Cell(new InlineString(new Text(cell.Text))) { DataType = CellValues.InlineString }
            : new Cell(new CellValue(cell.Text)) { StyleIndex = cell.Type == "date" ? 1U : 0U };
}
