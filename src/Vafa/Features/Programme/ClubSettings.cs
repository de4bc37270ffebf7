using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Features.Programme;

/// <summary>How the club is set up: the document of kind "club".</summary>
/// <param name="Currency">ISO 4217; amounts are whole numbers of its smallest unit.</param>
/// <param name="ShowToman">Rial is shown in toman (÷ 10); only for IRR.</param>
/// <param name="TimeZone">IANA id.</param>
/// <param name="DayStartsAt">When a business day starts on the wall clock.</param>
/// <param name="MaxDiscountPercent">The most of a goods line that offers may take off, together.</param>
/// <param name="Language">"fa" or "en": for readers who ask for none.</param>
public sealed record ClubSettings(
    string Name,
    string Currency,
    bool ShowToman,
    ClubCalendar Calendar,
    string TimeZone,
    TimeOnly DayStartsAt,
    DayOfWeek WeekStartsOn,
    Percent MaxDiscountPercent,
    DebtPolicy DebtPolicy,
    string Language
)
{
    /// <summary>The colour of its pages.</summary>
    public Colour Colour { get; init; } = Colour.Usual;

    /// <summary>The most of all goods of a sale that offers may take off, together.</summary>
    public Percent MaxBasketDiscountPercent { get; init; } = Percent.Hundred;

    /// <summary>The margin guard: goods are not sold below cost and this share of it on top; null: no guard.</summary>
    public Percent? MinMarginPercent { get; init; }

    /// <summary>What cashiers may take off the goods of a sale by hand, without a manager's word.</summary>
    public Percent CashierDiscountPercent { get; init; }

    /// <summary>The share of members who never get an offer.</summary>
    public Percent HoldoutPercent { get; init; }

    /// <summary>An offer that would be live waits until a second person has approved it.</summary>
    public bool ApproveOffers { get; init; }

    /// <summary>A change of a wallet by a person that is worth more waits for a second one; null: none does.</summary>
    public Money? ApproveAdjustmentsOver { get; init; }

    /// <summary>Business days in which goods may be brought back; 0: none is promised.</summary>
    public int ReturnDays { get; init; }

    /// <summary>
    /// How many days before it ends a member is told of what he will lose, the furthest first; none: he is not told.
    /// </summary>
    public IReadOnlyList<int> WarnBeforeDays { get; init; } = [30, 7, 1];

    /// <summary>
    /// How many of the members who bought at its branch lately a till keeps, to know them without network; 0: none.
    /// </summary>
    public int MembersOnTill { get; init; } = 1_000;

    /// <summary>
    /// The most that is set apart from a member's wallet for one till, to be spent there without network; null: nothing
    /// can be.
    /// </summary>
    public Money? OfflineSpendMost { get; init; }

    /// <summary>How long it stays set apart.</summary>
    public int OfflineSpendHours { get; init; } = 24;

    /// <summary>Which logo: the mark of its content; null for none. Only an upload sets it.</summary>
    public string? Logo { get; init; }

    /// <summary>A new club's settings.</summary>
    public static readonly ClubSettings Usual = new(
        "باشگاه مشتریان",
        "IRR",
        ShowToman: true,
        ClubCalendar.Jalali,
        "Asia/Tehran",
        new TimeOnly(0, 0),
        DayOfWeek.Saturday,
        Percent.Hundred,
        DebtPolicy.BelowZero,
        "fa"
    );

    public bool IsPersian => Language == "fa";

    /// <summary>What of it decides a sale.</summary>
    public ClubRules Rules() =>
        new(
            new ClubTime(TimeZoneInfo.FindSystemTimeZoneById(TimeZone), Calendar, DayStartsAt, WeekStartsOn),
            MaxDiscountPercent,
            DebtPolicy
        )
        {
            MaxBasketDiscount = MaxBasketDiscountPercent,
            MinMargin = MinMarginPercent,
            Holdout = HoldoutPercent,
            ReturnDays = ReturnDays,
        };
}
