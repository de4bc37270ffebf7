using Vafa.Ui;

namespace Vafa.Features.Rulebooks;

/// <summary>When a wording of the rules was in force, in the reader's words.</summary>
internal static class EditionWords
{
    /// <summary>«از ۵ فروردین ۱۴۰۵ برقرار است» or «از … تا … برقرار بود».</summary>
    public static string InForce(Edition edition, Reader reader)
    {
        var from = Moment(edition.From, edition, reader);
        if (edition.Until is not { } end)
        {
            return reader.Say($"این قوانین از {from} برقرار است.", $"These rules have been in force since {from}.");
        }

        var until = End(end, edition, reader);
        return reader.Say(
            $"این قوانین از {from} تا {until} برقرار بود.",
            $"These rules were in force from {from} until {until}."
        );
    }

    /// <summary>«۵ فروردین ۱۴۰۵ تا ۱۲ فروردین ۱۴۰۵».</summary>
    public static string Span(Edition edition, Reader reader)
    {
        var from = Moment(edition.From, edition, reader);
        return edition.Until is { } end
            ? reader.Say($"{from} تا {End(end, edition, reader)}", $"{from} until {End(end, edition, reader)}")
            : reader.Say($"از {from} تا امروز", $"Since {from}");
    }

    /// <summary>With the hour where a wording did not last a day.</summary>
    private static string Moment(DateTimeOffset at, Edition edition, Reader reader)
    {
        var dates = reader.Dates;
        return IsShort(edition, reader)
            ? reader.Say($"{dates.Plain(at)}، ساعت {dates.Clock(at)}", $"{dates.Plain(at)}, {dates.Clock(at)}")
            : dates.Plain(at);
    }

    /// <summary>The hour alone where the day has been said.</summary>
    private static string End(DateTimeOffset at, Edition edition, Reader reader) =>
        IsShort(edition, reader) ? reader.Dates.Clock(at) : reader.Dates.Plain(at);

    private static bool IsShort(Edition edition, Reader reader) =>
        edition.Until is { } until && reader.Dates.Plain(edition.From) == reader.Dates.Plain(until);
}
