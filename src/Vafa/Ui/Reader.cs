using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Ui;

/// <summary>
/// Who reads this page and how: language, amounts, the club's clock. One an HTTP request, filled before the page
/// renders, and the one place where pages turn numbers and times into text.
/// </summary>
public sealed class Reader
{
    public Wording Words { get; private set; } = new(Persian: true, Toman: true);

    public ClubTime Time { get; private set; } =
        new(TimeZoneInfo.Utc, ClubCalendar.Jalali, TimeOnly.MinValue, DayOfWeek.Saturday);

    public DateTimeOffset Now { get; private set; }

    public string ClubName { get; private set; } = "";

    /// <summary>Where the club's logo is; null while it has none.</summary>
    public string? LogoPath { get; private set; }

    /// <summary>The one colour that the owner chose.</summary>
    public Colour Colour { get; private set; } = Colour.Usual;

    /// <summary>First day of the club's week.</summary>
    public DayOfWeek WeekStartsOn => Time.WeekStartsOn;

    /// <summary>Who is signed in; null on the pages that need nobody.</summary>
    public SignedIn? Staff { get; private set; }

    /// <summary>Path and query of this page, to come back to.</summary>
    public string Here { get; private set; } = "/";

    public bool Persian => Words.Persian;

    public string Language => Persian ? "fa" : "en";

    public string Direction => Persian ? "rtl" : "ltr";

    public Dates Dates => new(Words, Time, Now);

    private Actor? Actor { get; set; }

    public void Open(Wording words, DateTimeOffset now) => (Words, Now) = (words, now);

    public void Visit(SignedIn? staff, Actor? actor, string here) => (Staff, Actor, Here) = (staff, actor, here);

    /// <summary>Whose shop this is, what its clock says, and how it writes.</summary>
    public void At(string clubName, ClubTime time, Wording words) => (ClubName, Time, Words) = (clubName, time, words);

    /// <summary>What the club looks like.</summary>
    public void Wear(Colour colour, string? logoPath) => (Colour, LogoPath) = (colour, logoPath);

    /// <summary>Whether the reader may see what this scope opens.</summary>
    public bool May(string scope) => Actor?.MayRead(scope) == true;

    /// <summary>Whether he may change it; what he may not is not shown.</summary>
    public bool MayChange(string scope) => Actor?.May(scope) == true;

    /// <summary>Picks the reader's language.</summary>
    public string Say(string fa, string en) => Words.Say(fa, en);

    /// <summary>This page in the other language.</summary>
    public string Twin
    {
        get
        {
            var (path, query) = Here.IndexOf('?', StringComparison.Ordinal) is >= 0 and var cut
                ? (
                    Here[..cut],
                    Here[(cut + 1)..].Split('&').Where(p => !p.StartsWith("lang=", StringComparison.Ordinal))
                )
                : (Here, []);
            return path + "?" + string.Join('&', query.Append(Persian ? "lang=en" : "lang=fa"));
        }
    }
}

/// <summary>The person at the counter or in the office.</summary>
public sealed record SignedIn(string User, string Role);
