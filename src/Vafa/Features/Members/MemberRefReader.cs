using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Features.Members;

/// <summary>A member as a call names him: by exactly one of id, mobile and card.</summary>
public readonly record struct MemberNamed(Guid? Id, string? Mobile, string? Card);

/// <summary>Reads {id | mobile | card} of a body.</summary>
internal static class MemberRefReader
{
    /// <summary>
    /// Refused at their pointers: json.uuid, what the mobile refuses, purchase.member-one-of for none or several.
    /// </summary>
    public static MemberNamed? Read(DocumentReader fields)
    {
        var id = fields.Id("id");
        var mobile = fields.Text("mobile", 40);
        var card = fields.Text("card", 40);
        fields.Done();
        if (mobile is not null)
        {
            var parsed = Mobile.Parse(mobile);
            if (parsed.IsRefused)
            {
                fields.Refuse(parsed.Refusals[0].Code, "mobile");
                return null;
            }

            mobile = parsed.Value.ToString();
        }

        if ((id is null ? 0 : 1) + (mobile is null ? 0 : 1) + (card is null ? 0 : 1) == 1)
        {
            return new MemberNamed(id, mobile, card is null ? null : PersianText.Digits(card));
        }

        if (fields.IsClean)
        {
            fields.Refuse("purchase.member-one-of", "");
        }

        return null;
    }
}
