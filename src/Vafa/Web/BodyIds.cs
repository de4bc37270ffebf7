using Vafa.Core.Values;

namespace Vafa.Web;

/// <summary>Ids in the body of a call.</summary>
internal static class BodyIds
{
    /// <summary>A UUID in its usual writing with hyphens, and not the empty one (json.uuid).</summary>
    public static Guid? Id(this DocumentReader fields, string name)
    {
        if (fields.Text(name, 36) is not { } text)
        {
            return null;
        }

        if (Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty)
        {
            return id;
        }

        fields.Refuse("json.uuid", name);
        return null;
    }
}
