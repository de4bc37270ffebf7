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

        var until = Moment(end, edition, reader);
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
            ? reader.Say($"{from} تا {Moment(end, edition, reader)}", $"{from} until {Moment(end, edition, reader)}")
            : reader.Say($"از {from} تا امروز", $"since {from}");
    }

    /// <summary>With the hour where a wording did not last a day.</summary>
    private static string Moment(DateTimeOffset at, Edition edition, Reader reader)
    {
        var dates = reader.Dates;
        var isShort = edition.Until is { } until && dates.Plain(edition.From) == dates.Plain(until);
        return isShort
            ? reader.Say($"{dates.Plain(at)}، {dates.Clock(at)}", $"{dates.Plain(at)}, {dates.Clock(at)}")
            : dates.Plain(at);
    }
}
