namespace Vafa.Features.Audit;

/// <summary>What the numbers and texts of a document's fields measure, by the names of the fields.</summary>
internal static class AuditMeasures
{
    public static readonly HashSet<string> Money =
    [
        "price",
        "cost",
        "budget",
        "maxValue",
        "perAmount",
        "issuePerMonth",
        "outstanding",
        "approveAdjustmentsOver",
        "takenOff",
    ];

    public static readonly HashSet<string> Shares =
    [
        "percent",
        "holdout",
        "maxDiscountPercent",
        "maxBasketDiscountPercent",
        "minMarginPercent",
        "cashierDiscountPercent",
        "holdoutPercent",
    ];

    /// <summary>Days without an hour.</summary>
    public static readonly HashSet<string> Days = ["from", "to", "until", "birthDate"];
}
