using System.Collections.Frozen;

namespace Vafa.Features.Joining;

internal static class JoinTexts
{
    public static readonly IReadOnlyDictionary<string, (string Fa, string En)> Sentences = new Dictionary<
        string,
        (string Fa, string En)
    >(StringComparer.Ordinal)
    {
        ["join.too-many"] = (
            "در این چند دقیقه درخواست‌های زیادی رسید؛ {0} دقیقهٔ دیگر دوباره بفرستید یا پشت صندوق عضو شوید.",
            "Too many people asked just now; send it again in {0} minutes, or join at the till."
        ),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
