using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Features.Programme;

/// <param name="Codes">Fields from the first to the last; those that are not named follow as they stand.</param>
public sealed record OrderFieldsRequest(IReadOnlyList<string> Codes, Actor Actor);

/// <summary>The fields of members in the order in which they are shown.</summary>
public sealed record FieldOrder(IReadOnlyList<string> Codes);

/// <summary>
/// Puts the fields of members in another order, all in one version of the programme; the same order again makes none.
/// Refused at /codes/…: field.unknown, field.named-twice.
/// </summary>
public sealed class OrderFields(NextVersion next)
{
    public async Task<Outcome<FieldOrder>> Run(OrderFieldsRequest request, CancellationToken ct)
    {
        var written = await next.Write(
            new DocumentsChange(
                DocumentKind.Field,
                request.Actor,
                DocumentKind.Field.Name + ".put",
                club => Reordered(club, request.Codes)
            ),
            ct
        );
        return written.IsRefused
            ? Outcome<FieldOrder>.Refused(written.Refusals)
            : new FieldOrder([.. written.Value.FieldsInOrder.Select(f => f.Code)]);
    }

    private static Outcome<IReadOnlyDictionary<string, string>> Reordered(ClubVersion club, IReadOnlyList<string> codes)
    {
        var refusals = new List<Refusal>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < codes.Count; i++)
        {
            if (!club.Fields.ContainsKey(codes[i]))
            {
                refusals.Add(new Refusal("field.unknown", $"/codes/{i}", codes[i]));
            }
            else if (!named.Add(codes[i]))
            {
                refusals.Add(new Refusal("field.named-twice", $"/codes/{i}", codes[i]));
            }
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        var order = codes.Concat(club.FieldsInOrder.Select(f => f.Code).Where(code => !named.Contains(code)));
        return order
            .Select((code, i) => club.Fields[code] with { Order = i + 1 })
            .ToDictionary(f => f.Code, f => DocumentKind.BodyOf(f, FieldDocument.Write), StringComparer.Ordinal);
    }
}
