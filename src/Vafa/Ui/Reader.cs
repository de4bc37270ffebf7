using Vafa.Core.Values;

namespace Vafa.Ui;

/// <summary>
/// Who reads this page and how: language, amounts, the club's clock. One an HTTP request, filled before the page renders
/// (<see cref="Open"/>), and the one place where pages turn numbers and times into text.
/// </summary>
public sealed class Reader
{
    public Wording Words { get; private set; } = new(Persian: true, Toman: true);

    public ClubTime Time { get; private set; } =
        new(TimeZoneInfo.Utc, ClubCalendar.Jalali, TimeOnly.MinValue, DayOfWeek.Saturday);

    public DateTimeOffset Now { get; private set; }

    public string ClubName { get; private set; } = "";

    /// <summary>Who is signed in; null on the pages that need nobody.</summary>
    public SignedIn? Staff { get; private set; }

    /// <summary>Path and query of this page, to come back to.</summary>
    public string Here { get; private set; } = "/";

    public bool Persian => Words.Persian;

    public string Language => Persian ? "fa" : "en";

    public string Direction => Persian ? "rtl" : "ltr";

    public Dates Dates => new(Words, Time, Now);

    public void Open(Wording words, ClubTime time, DateTimeOffset now, string clubName)
    {
        (Words, Time, Now, ClubName) = (words, time, now, clubName);
    }

    public void Visit(SignedIn? staff, string here) => (Staff, Here) = (staff, here);

    /// <summary>Picks the reader's language.</summary>
    public string Say(string fa, string en) => Words.Say(fa, en);

    /// <summary>This page in the other language.</summary>
    public string Twin
    {
        get
        {
            var (path, query) = Here.IndexOf('?', StringComparison.Ordinal) is >= 0 and var cut
                ? (Here[..cut], Here[(cut + 1)..].Split('&').Where(p => !p.StartsWith("lang=", StringComparison.Ordinal)))
                : (Here, []);
            return path + "?" + string.Join('&', query.Append(Persian ? "lang=en" : "lang=fa"));
        }
    }
}

/// <summary>The person at the counter or in the office.</summary>
public sealed record SignedIn(string User, string Role);
