using Vafa.Data;
using Vafa.Features.Programme;
using Vafa.Features.Programme.Branches;

namespace Vafa.Features.Register;

/// <summary>
/// Where registers put their receipts: a folder for each till in `receipts` of the club's own folder. Without
/// `receipts` the club has no register and nothing is read.
/// </summary>
internal sealed class RegisterFolders(Database database)
{
    public const string Done = "done";
    public const string Refused = "refused";

    public string Root => Path.Combine(database.Directory, "receipts");

    /// <summary>Whether the owner has made it; nothing more is asked while he has not.</summary>
    public bool Exist => IsFolder(Root);

    public string Of(string till) => Path.Combine(Root, FolderName.Of(till));

    /// <summary>The folders of these tills; those that are there stay as they are.</summary>
    public void Make(IEnumerable<string> tills)
    {
        Database.MakeFolder(Root);
        foreach (var till in tills)
        {
            Database.MakeFolder(Of(till));
        }
    }

    /// <summary>
    /// A folder and no link to one: whoever may write beside it could otherwise send us anywhere on the machine.
    /// </summary>
    public static bool IsFolder(string path) =>
        new DirectoryInfo(path) is { Exists: true } folder && !folder.Attributes.HasFlag(FileAttributes.ReparsePoint);

    /// <summary>The folder inside of a till's, made where it is missing.</summary>
    public static string Inside(string folder, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            folder = Path.Combine(folder, name);
            Database.MakeFolder(folder);
            if (!IsFolder(folder))
            {
                throw new IOException("A link stands where a folder of receipts should be.");
            }
        }

        return folder;
    }
}

/// <summary>The folder of a till while it is looked through.</summary>
internal sealed record TillFolder(KnownTill Till, string Path, ClubVersion Club);
