using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Features.Programme;

namespace Vafa.Features.Import.Jobs;

/// <summary>What a column may become, and what people call it.</summary>
internal static class ImportFields
{
    public const string Members = "members";
    public const string Products = "products";
    public const string Wallet = "wallet:";

    private static readonly (string Field, string Fa, string En)[] OfMembers =
    [
        ("mobile", "موبایل", "Mobile"),
        ("card", "شمارهٔ کارت", "Card number"),
        ("fullName", "نام و نام خانوادگی با هم", "First and last name in one"),
        ("firstName", "نام", "First name"),
        ("lastName", "نام خانوادگی", "Last name"),
        ("birthDate", "تاریخ تولد", "Birth date"),
        ("gender", "جنسیت", "Gender"),
        ("email", "ایمیل", "E-mail"),
        ("since", "تاریخ عضویت", "Member since"),
        ("group", "گروه", "Group"),
        ("tier", "سطح", "Tier"),
    ];

    private static readonly (string Field, string Fa, string En)[] OfProducts =
    [
        ("sku", "کد کالا", "Product code"),
        ("name", "نام کالا", "Name"),
        ("group", "گروه کالا", "Product group"),
        ("price", "قیمت فروش", "Price"),
        ("cost", "قیمت خرید", "Cost"),
    ];

    public static IReadOnlyList<string> Of(string kind, ClubVersion club) =>
        kind == Products
            ? [.. OfProducts.Select(f => f.Field)]
            : [.. OfMembers.Select(f => f.Field), .. club.Programme.Units.Select(u => Wallet + u.Code)];

    /// <summary>One of these must be there: without it nobody knows whom a row is about.</summary>
    public static string[] Keys(string kind) => kind == Products ? ["sku"] : ["mobile", "card"];

    public static bool IsMoney(string kind, string field, ClubVersion club) =>
        kind == Products
            ? field is "price" or "cost"
            : field.StartsWith(Wallet, StringComparison.Ordinal)
                && club.Programme.UnitOf(field[Wallet.Length..])?.Worth.TenThousandths == Worth.Scale;

    public static string Title(string kind, string field, Wording words)
    {
        if (field.StartsWith(Wallet, StringComparison.Ordinal))
        {
            var unit = words.Name(NameKind.Unit, field[Wallet.Length..]);
            return words.Say($"ماندهٔ {unit}", $"Balance of {unit}");
        }

        var (_, fa, en) = (kind == Products ? OfProducts : OfMembers).First(f => f.Field == field);
        return words.Say(fa, en);
    }
}
