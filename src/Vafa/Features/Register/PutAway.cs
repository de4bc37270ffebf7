using System.Globalization;
using System.Text;
using Vafa.Core.Values;
using Vafa.Features.Programme;

namespace Vafa.Features.Register;

/// <summary>
/// Moves a file that is done with: to the month's folder, or, when something of it was refused, to those to be looked
/// at. What is said of it stands beside it, and was there before the file is.
/// </summary>
internal sealed class PutAway(WhyText why, JustDone justDone, TimeProvider clock)
{
    private const int MostOfAName = 300;
    private const int MostBytesOfAName = 180;

    public void Run(TillFolder folder, Dropped file, FileTaken taken)
    {
        var source = Path.Combine(folder.Path, file.Name);
        if (!taken.IsWhole)
        {
            var refused = RegisterFolders.Inside(folder.Path, RegisterFolders.Refused);
            var there = Move(source, refused, file.Name, new Beside(WhyText.OfRefused, why.Of(taken)));
            Remember(there, WhyText.OfRefused, source, file);
            return;
        }

        var done = RegisterFolders.Inside(folder.Path, RegisterFolders.Done, MonthOf(folder.Club));
        var note = taken.WithoutMember.Count > 0 ? new Beside(WhyText.OfNotes, why.Of(taken)) : null;
        var to = Move(source, done, file.Name, note);
        Remember(to, note?.Ending, source, file);
    }

    private void Remember(string? to, string? said, string source, Dropped file)
    {
        if (to is not null && file.Kind == DropKind.File)
        {
            justDone.Add(new Moved(to, source, file.Length, clock.GetUtcNow()) { Said = said });
        }
    }

    /// <summary>Moves without ever replacing anything; null when the file was gone.</summary>
    public static string? Move(string source, string folder, string name, Beside? said = null)
    {
        for (var n = 1; n < MostOfAName; n++)
        {
            var to = Path.Combine(folder, Numbered(name, n));
            var beside = to + said?.Ending;
            if (Is(to) || Is(beside) || (said is not null && !WriteNew(beside, said.Text)))
            {
                continue;
            }

            try
            {
                File.Move(source, to, overwrite: false);
                return to;
            }
            catch (FileNotFoundException)
            {
                // Another node was quicker, and tells of it.
                Forget(beside, said);
                return null;
            }
            catch (IOException)
            {
                Forget(beside, said);
                if (!Is(to))
                {
                    throw;
                }
            }
        }

        throw new IOException("Too many files have the same name.");
    }

    /// <summary>1405-01, or 2026-03 where the club's calendar is the Gregorian one.</summary>
    private string MonthOf(ClubVersion club)
    {
        var day = club.Time.DayOf(clock.GetUtcNow());
        var (year, month) =
            club.Time.Calendar == ClubCalendar.Jalali && JalaliDate.FromGregorian(day) is var jalali
                ? (jalali.Year, jalali.Month)
                : (day.Year, day.Month);
        return string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}");
    }

    private static string Numbered(string name, int n)
    {
        var (stem, ending) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        ending = ending.Length > 10 ? "" : ending;
        while (Encoding.UTF8.GetByteCount(stem) > MostBytesOfAName)
        {
            stem = stem[..^1];
        }

        return n == 1 ? stem + ending : string.Create(CultureInfo.InvariantCulture, $"{stem}-{n}{ending}");
    }

    private static bool Is(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;

    /// <summary>Made anew or not at all: a link that somebody left under the name is not followed.</summary>
    private static bool WriteNew(string path, string text)
    {
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            file.Write(Encoding.UTF8.GetBytes(text));
            return true;
        }
        catch (IOException) when (Is(path))
        {
            return false;
        }
    }

    private static void Forget(string beside, Beside? said)
    {
        if (said is not null)
        {
            File.Delete(beside);
        }
    }
}

/// <summary>What is to stand beside a file that is moved, under its name with an ending.</summary>
internal sealed record Beside(string Ending, string Text);
