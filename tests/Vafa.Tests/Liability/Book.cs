using System.Globalization;

namespace Vafa.Tests.Liability;

/// <summary>The file for the general ledger as a program reads it.</summary>
internal sealed record BookRow(
    string Period,
    string From,
    string Line,
    string Account,
    string Unit,
    string Branch,
    long AmountDebit,
    long AmountCredit,
    long MoneyDebit,
    long MoneyCredit
)
{
    public long Amount => AmountCredit - AmountDebit;

    public long Money => MoneyCredit - MoneyDebit;

    public bool IsMove => Line == "movement";

    public static async Task<List<BookRow>> Take(TestClub club, string from, string to, string by)
    {
        using var call = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/ledger/export?from={from}&to={to}&by={by}");
        call.Headers.Add("Accept-Language", "en");
        using var answer = await club.Api.Http.SendAsync(call);
        ((int)answer.StatusCode).ShouldBe(200);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n");
        lines[0].Split(',').Length.ShouldBe(12);
        lines[^1].ShouldBeEmpty();
        return [.. lines[1..^1].Select(Read)];
    }

    private static BookRow Read(string line)
    {
        var cells = line.Split(',');
        cells.Length.ShouldBe(12, line);
        return new BookRow(
            cells[0],
            cells[1],
            cells[3],
            cells[4],
            cells[6],
            cells[7],
            Whole(cells[8]),
            Whole(cells[9]),
            Whole(cells[10]),
            Whole(cells[11])
        );
    }

    private static long Whole(string cell) => long.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture);
}
