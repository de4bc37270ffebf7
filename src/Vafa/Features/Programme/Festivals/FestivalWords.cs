using Vafa.Core.Values;
using Vafa.Ui;

namespace Vafa.Features.Programme.Festivals;

internal static class FestivalWords
{
    /// <summary>«۱ تا ۵ آذر، هر سال».</summary>
    public static string When(Festival festival, Wording words, Dates dates)
    {
        var (from, to) = (dates.Short(festival.From), dates.Short(festival.To));
        var days = festival.From == festival.To ? from : words.Say($"{from} تا {to}", $"{from} to {to}");
        return festival.EveryYear ? words.Say($"{days}، هر سال", $"{days}, every year") : days;
    }
}
