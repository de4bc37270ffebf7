namespace Vafa.Features.ApiKeys;

internal static class ApiKeyTexts
{
    public static readonly Dictionary<string, (string Fa, string En)> All = new(StringComparer.Ordinal)
    {
        ["apikey.name"] = ("نام کلید باید ۱ تا ۶۴ نویسه باشد.", "The key's name must have 1 to 64 characters."),
        ["apikey.scope"] = (
            "اجازهٔ «{0}» شناخته نیست؛ اجازه‌ها: {1}.",
            "There is no scope \"{0}\"; the scopes are: {1}."
        ),
    };
}
