using Microsoft.Net.Http.Headers;
using Vafa.Core.Values;

namespace Vafa.Web;

/// <summary>
/// How the club speaks to a reader who asks for no language: its own language, money and money unit. Kept up to date by
/// the programme, whose settings they are.
/// </summary>
public sealed class ClubVoice
{
    private volatile Wording own = new(Persian: true, Toman: true);

    public Wording Own
    {
        get => own;
        set => own = value;
    }

    /// <summary>The language of Accept-Language that weighs most, of Persian and English; else the club's.</summary>
    public Wording For(HttpRequest request)
    {
        var asked = request.Headers.AcceptLanguage;
        if (asked.Count == 0 || !StringWithQualityHeaderValue.TryParseList(asked, out var languages))
        {
            return own;
        }

        var weight = 0.0;
        bool? persian = null;
        foreach (var language in languages)
        {
            var isPersian = Is(language, "fa");
            if ((isPersian || Is(language, "en")) && (language.Quality ?? 1) > weight)
            {
                weight = language.Quality ?? 1;
                persian = isPersian;
            }
        }

        return persian is { } chosen && chosen != own.Persian ? own with { Persian = chosen } : own;
    }

    private static bool Is(StringWithQualityHeaderValue language, string name)
    {
        var value = language.Value.AsSpan();
        return value.StartsWith(name, StringComparison.OrdinalIgnoreCase)
            && (value.Length == name.Length || value[name.Length] == '-');
    }
}

public static class WordingOfCall
{
    /// <summary>How numbers and words are written for this caller.</summary>
    public static Wording Wording(this HttpContext context) =>
        context.RequestServices.GetRequiredService<ClubVoice>().For(context.Request);
}
