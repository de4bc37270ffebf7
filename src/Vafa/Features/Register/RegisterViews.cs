using Vafa.Core.Values;

namespace Vafa.Features.Register;

/// <summary>The registers of the club, as the folders on this machine tell of them.</summary>
/// <param name="IsOn">Whether the folder of receipts is there.</param>
/// <param name="Folder">Where it is, or would be.</param>
/// <param name="Strangers">Folders that are no till's, and files in none: they are not read.</param>
public sealed record RegistersView(
    bool IsOn,
    string Folder,
    IReadOnlyList<RegisterView> Tills,
    IReadOnlyList<string> Strangers
);

/// <summary>A till and its folder.</summary>
/// <param name="Folder">What the register's installer is given.</param>
/// <param name="Waiting">Files that were not read yet, the oldest since <paramref name="WaitingSince"/>.</param>
/// <param name="Today">Concluded sales of this till on the business day.</param>
/// <param name="LastAt">When the last file was put away whole.</param>
/// <param name="RefusedCount">Files of which something was refused.</param>
/// <param name="Refused">The newest of them.</param>
/// <param name="Notes">The newest files of which something was recorded without the member it names.</param>
public sealed record RegisterView(
    string Code,
    LocalText Title,
    string Branch,
    string Folder,
    bool IsMade,
    int Waiting,
    DateTimeOffset? WaitingSince,
    long Today,
    DateTimeOffset? LastAt,
    int RefusedCount,
    IReadOnlyList<ToldFile> Refused,
    IReadOnlyList<ToldFile> Notes
);

/// <summary>A file and what is said of it, in the reader's language.</summary>
public sealed record ToldFile(string Name, DateTimeOffset At, IReadOnlyList<string> Reasons);
