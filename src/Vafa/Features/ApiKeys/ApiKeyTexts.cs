namespace Vafa.Features.ApiKeys;

internal static class ApiKeyTexts
{
    public static readonly Dictionary<string, (string Fa, string En)> All = new(StringComparer.Ordinal)
    {
        ["apikey.name"] = ("نام کلید باید ۱ تا ۶۴ نویسه باشد.", "The key's name must have 1 to 64 characters."),
        ["apikey.no-scope"] = (
            "بگویید این کلید چه کاری بتواند بکند؛ دست‌کم یکی را انتخاب کنید.",
            "Say what this key may do; choose at least one."
        ),
        ["apikey.scope"] = (
            "اجازهٔ «{0}» شناخته نیست؛ اجازه‌ها: {1}.",
            "There is no scope \"{0}\"; the scopes are: {1}."
        ),
        ["apikey.scope-not-yours"] = (
            "اجازهٔ «{0}» را خودتان ندارید، پس نمی‌توانید آن را به کلیدی بدهید.",
            "You do not have the scope \"{0}\" yourself, so you cannot give it to a key."
        ),
        ["apikey.unknown"] = ("چنین کلیدی نیست.", "There is no such key."),
    };
}
