using System.IO.Enumeration;

namespace Vafa.Features.Register;

/// <summary>Something that lies in a till's folder, as its folder tells of it; it was not opened.</summary>
/// <param name="Length">0 for a link, and for pipes and devices, which have none: such are never opened.</param>
internal readonly record struct Dropped(string Name, long Length, DateTimeOffset Written, DropKind Kind)
{
    /// <summary>Longer lists would take longer to walk than the poll pauses.</summary>
    public const int MostLooked = 200_000;

    /// <summary>What systems leave in folders that are looked at, and names of what is still on its way.</summary>
    private static readonly string[] NotOurs = ["Thumbs.db", "desktop.ini"];
    private static readonly string[] OnTheWay = [".tmp", ".part"];

    /// <summary>
    /// What lies in a folder, but for hidden files and those whose name says that they are on the way.
    /// </summary>
    public static IEnumerable<Dropped> In(string folder)
    {
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };
        return new FileSystemEnumerable<Dropped>(folder, (ref entry) => Of(ref entry), options)
        {
            ShouldIncludePredicate = (ref entry) => !IsPassedOver(ref entry),
        }.Take(MostLooked);
    }

    private static Dropped Of(ref FileSystemEntry entry)
    {
        var name = entry.FileName.ToString();
        return IsLink(ref entry) ? new Dropped(name, 0, default, DropKind.Link)
            : entry.IsDirectory ? new Dropped(name, 0, default, DropKind.Folder)
            : new Dropped(name, entry.Length, entry.LastWriteTimeUtc, DropKind.File);
    }

    private static bool IsPassedOver(ref FileSystemEntry entry)
    {
        var name = entry.FileName;
        if (name[0] is '.' or '~' || entry.IsHidden)
        {
            return true;
        }

        foreach (var end in OnTheWay)
        {
            if (name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        foreach (var other in NotOurs)
        {
            if (name.Equals(other, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
}

internal enum DropKind
{
    File,
    Link,
    Folder,
}
