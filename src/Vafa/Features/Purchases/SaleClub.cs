using System.Globalization;
using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Features.Programme.Branches;

namespace Vafa.Features.Purchases;

/// <summary>What a place where sales are made must know of the club, in the words of whoever sells there.</summary>
/// <param name="Cashier">User of whoever sells; null while nobody has said.</param>
/// <param name="CashierDiscount">Percent that cashiers may take off by hand.</param>
/// <param name="MayLet">He needs nobody for more.</param>
/// <param name="Places">Where the device may stand.</param>
internal sealed record SaleClub(
    SaleWriting Writing,
    string Calendar,
    SaleDays Days,
    string? Cashier,
    decimal CashierDiscount,
    bool MayLet,
    IReadOnlyList<Place> Places,
    IReadOnlyList<SaleUnit> Units,
    IReadOnlyDictionary<string, string> Tiers,
    int Ladders,
    IReadOnlyDictionary<string, string> Groups
)
{
    public static SaleClub Of(ClubVersion now, Wording words, SaleSeller? seller, IReadOnlyList<Place> places)
    {
        var programme = now.Programme;
        return new SaleClub(
            new SaleWriting(words.Persian, words.Currency, words.Toman),
            now.Time.Calendar == ClubCalendar.Jalali ? "jalali" : "gregorian",
            new SaleDays(now.Time.Zone.Id, now.Time.DayStartsAt.ToString("HH:mm", CultureInfo.InvariantCulture)),
            seller?.User,
            now.Settings.CashierDiscountPercent.BasisPoints / 100m,
            seller?.MayLet == true,
            places,
            [
                .. programme.Units.Select(unit => new SaleUnit(
                    unit.Code,
                    words.Title(unit.Title),
                    words.CountsAsMoney?.Invoke(unit.Code) == true,
                    unit.Into is { } into && programme.UnitOf(into.To) is not null
                        ? new SaleTurn(into.To, into.Per, into.Gives)
                        : null
                )),
            ],
            programme.Ladders.SelectMany(l => l.Tiers).ToDictionary(t => t.Code, t => words.Title(t.Title)),
            programme.Ladders.Length,
            now.MemberGroups.ToDictionary(code => code, code => words.Name(NameKind.Group, code))
        );
    }
}

/// <summary>Who sells there.</summary>
/// <param name="MayLet">His word is enough for what a cashier needs a manager for.</param>
internal sealed record SaleSeller(string User, bool MayLet);

/// <summary>How amounts are written there.</summary>
internal sealed record SaleWriting(bool Persian, string Currency, bool Toman);

/// <summary>The club's time zone, and when a business day begins on its clock: "04:00".</summary>
internal sealed record SaleDays(string Zone, string Start);

/// <param name="Money">One of it counts as one of money, so that it is written as money.</param>
/// <param name="Into">What it turns into; null: it stays what it is.</param>
internal sealed record SaleUnit(string Code, string Title, bool Money, SaleTurn? Into);

/// <summary>Each full so many turn into so many of another unit.</summary>
internal sealed record SaleTurn(string To, long Per, long Gives);
