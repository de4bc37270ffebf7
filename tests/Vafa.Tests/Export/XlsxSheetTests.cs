using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Vafa.Core.Values;
using Vafa.Features.Export;
using Vafa.Ui;

namespace Vafa.Tests.Export;

public sealed class XlsxSheetTests
{
    private static readonly XlsxColumn[] Columns =
    [
        new("نام", 24),
        new("موبایل"),
        new("خرید"),
        new("پرداخته", IsMoney: true),
        new("عضویت"),
    ];

    private static readonly DateTimeOffset At = new(2026, 11, 25, 10, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_list_is_read_back_as_it_was_written()
    {
        var sheet = Read(
            await Write(
                Look(true),
                Columns,
                [
                    ["زهرا <& \"احمدی\"", "09121234567", 12L, new Money(1_250_005), At],
                ]
            )
        );
        sheet[0].ShouldBe(["نام", "موبایل", "خرید", "پرداخته (تومان)", "عضویت"]);
        sheet[1].ShouldBe(["زهرا <& \"احمدی\"", "09121234567", "12", "125000.5", "۱۴۰۵/۰۹/۰۴ ۱۰:۳۰"]);
    }

    [Fact]
    public async Task The_package_finds_no_fault_and_persian_reads_from_the_right()
    {
        var file = await Write(
            Look(true),
            Columns,
            [
                ["الف", null, 1, new Money(-10), new DateOnly(2026, 3, 21)],
            ]
        );
        using var book = SpreadsheetDocument.Open(new MemoryStream(file), false);
        new OpenXmlValidator().Validate(book).Select(e => e.Description).ShouldBeEmpty();
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet;
        sheet.Descendants<SheetView>().Single().RightToLeft!.Value.ShouldBeTrue();
        sheet.Descendants<Column>().First().Width!.Value.ShouldBe(24);
        sheet.Descendants<Cell>().Last(c => c.CellValue is not null).DataType.ShouldBeNull();
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+98912")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    public async Task A_text_never_becomes_a_formula(string text)
    {
        var file = await Write(
            Look(false),
            [new("a")],
            [
                [text],
            ]
        );
        using var book = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var cell = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().Last();
        cell.CellFormula.ShouldBeNull();
        cell.InnerText.ShouldBe(text);
        var formats = book.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        formats[(int)cell.StyleIndex!.Value].QuotePrefix!.Value.ShouldBeTrue();
    }

    [Fact]
    public async Task What_no_sheet_can_hold_does_not_spoil_the_file()
    {
        var sheet = Read(
            await Write(
                Look(false),
                [new("a")],
                [
                    ["x\0y\u0001\uD800z😀"],
                    [long.MaxValue],
                    [new string('a', 40_000)],
                ]
            )
        );
        sheet[1].ShouldBe(["xyz😀"]);
        sheet[2].ShouldBe(["9223372036854775807"]);
        sheet[3][0].Length.ShouldBe(32_767);
    }

    [Fact]
    public async Task A_list_longer_than_a_sheet_goes_on_on_the_next()
    {
        var rows = Enumerable.Range(1, 25).Select(i => (IReadOnlyList<object?>)[i]).ToList();
        var file = await Write(Look(false), [new("a")], rows, mostRows: 11);
        using var book = SpreadsheetDocument.Open(new MemoryStream(file), false);
        new OpenXmlValidator().Validate(book).ShouldBeEmpty();
        var names = book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value);
        names.ShouldBe(["ab", "ab 2", "ab 3"]);
        book.WorkbookPart.WorksheetParts.Sum(p => p.Worksheet.Descendants<CellValue>().Count()).ShouldBe(25);
    }

    internal static List<string[]> Read(byte[] file)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>();
        return [.. rows.Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToArray())];
    }

    private static XlsxLook Look(bool persian)
    {
        var words = new Wording(persian, Toman: true);
        var time = new ClubTime(TimeZoneInfo.Utc, ClubCalendar.Jalali, TimeOnly.MinValue, DayOfWeek.Saturday);
        return new XlsxLook(words, new Dates(words, time, At));
    }

    private static async Task<byte[]> Write(
        XlsxLook look,
        IReadOnlyList<XlsxColumn> columns,
        IReadOnlyList<IReadOnlyList<object?>> rows,
        int mostRows = 1_048_576
    )
    {
        using var file = new MemoryStream();
        await using var answer = new AnswerStream(file);
        await XlsxSheet.Write(answer, look, "a[b]", columns, rows.ToAsyncEnumerable(), default, mostRows);
        return file.ToArray();
    }

    /// <summary>As the server's answer is: forward only, and nobody may block on it.</summary>
    private sealed class AnswerStream(MemoryStream into) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default
        ) => into.WriteAsync(buffer, cancellationToken);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            into.WriteAsync(buffer, offset, count, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Flush() => throw new InvalidOperationException("Nobody may block here.");

        public override void Write(byte[] buffer, int offset, int count) =>
            throw new InvalidOperationException("Nobody may block here.");

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
