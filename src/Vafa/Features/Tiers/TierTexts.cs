namespace Vafa.Features.Tiers;

/// <summary>Sentences about members' tiers.</summary>
internal static class TierTexts
{
    public static readonly Dictionary<string, (string Fa, string En)> All = new(StringComparer.Ordinal)
    {
        ["tier.unknown"] = ("باشگاه سطحی با کد «{0}» ندارد.", "The club has no tier \"{0}\"."),
        ["tier.other-ladder"] = ("سطح «{0}» در نردبان «{1}» است.", "The tier \"{0}\" is on the ladder \"{1}\"."),
        ["tier.until-past"] = ("روز پایان گذشته است.", "The last day has passed."),
        ["tier.not-placed"] = ("سطحی به این عضو داده نشده است.", "No tier was given to this member."),
    };
}
