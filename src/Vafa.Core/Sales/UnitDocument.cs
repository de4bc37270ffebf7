using System.Text.Json;
using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Offers.Effects;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// The JSON of a unit: {title, worth, cost?, expiresAfterDays? or expires?, availableAfterDays? or available?, caps?,
/// maySpend, spendValue?, spending?, debtPolicy?, mayTransfer?, into?}.
/// </summary>
public static class UnitDocument
{
    private const long MostWorth = 1_000_000_000L * Worth.Scale;
    private const int MostWait = 3_660;

    private static readonly long MostAmount = Money.Max.Minor;

    private static readonly (string Word, DebtPolicy Value)[] Policies =
    [
        ("belowZero", DebtPolicy.BelowZero),
        ("toZero", DebtPolicy.ToZero),
        ("pendingOnly", DebtPolicy.PendingOnly),
    ];

    /// <summary>
    /// Reads a document. Worth, cost and spend value have at most four decimals and lie from 0 to 10^9; a unit that may
    /// be spent pays its worth unless <c>spendValue</c> says otherwise, and must pay something (unit.pays-nothing). A
    /// lot must not end before it can be spent (unit.never-available). What the parts refuse stands at them.
    /// </summary>
    /// <param name="known">What it may name; null asks nothing: what is stored was asked once.</param>
    public static Outcome<Unit> Read(JsonElement json, string code, KnownThings? known = null)
    {
        var fields = DocumentReader.Of(json);
        var title = fields.Title();
        var worth = fields.Scaled("worth", 4, 0, MostWorth, required: true) ?? 0;
        var life = LifetimeDocument.Read(fields);
        var wait = WaitOf(fields);
        var maySpend = fields.YesNo("maySpend", required: true) ?? false;
        var pays = fields.Scaled("spendValue", 4, 1, MostWorth) ?? (maySpend ? worth : 0);
        var unit = new Unit(code, title ?? new LocalText(null, null), new Worth(worth), maySpend, new Worth(pays))
        {
            Life = life,
            Wait = wait,
            Caps = CapsOf(fields.Below("caps")),
            Spending = SpendingDocument.Read(fields.Below(SpendingDocument.Name), known),
            OwnCost = fields.Scaled("cost", 4, 0, MostWorth) is { } cost ? new Worth(cost) : null,
            OwnDebt = fields.Choice<DebtPolicy>("debtPolicy", required: false, Policies),
            MayTransfer = fields.YesNo("mayTransfer") ?? false,
            Into = IntoOf(fields.Below("into"), code, known),
        };
        fields.Done();
        if (life is Lifetime.After { Span: { Months: 0, Days: var days } } && wait.Days > days)
        {
            fields.Refuse("unit.never-available", "availableAfterDays");
        }

        if (fields.IsClean && maySpend && pays == 0)
        {
            fields.Refuse("unit.pays-nothing", "spendValue");
        }

        return fields.IsClean ? unit : fields.Refusals;
    }

    /// <summary>Writes the document with all defaults shown.</summary>
    public static void Write(Unit unit, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        OfferDocument.WriteTitle(json, unit.Title);
        Amounts.Write(json, "worth", unit.Worth.TenThousandths, Worth.Scale);
        WriteWorth(json, "cost", unit.OwnCost);
        LifetimeDocument.Write(unit.Life, json);
        Amounts.Write(json, "availableAfterDays", unit.Wait.Days > 0 ? unit.Wait.Days : null);
        WriteWait(unit.Wait, json);
        WriteCaps(unit.Caps, json);
        json.WriteBoolean("maySpend", unit.MaySpend);
        WriteWorth(json, "spendValue", unit.SpendValue.TenThousandths > 0 ? unit.SpendValue : null);
        SpendingDocument.Write(unit.Spending, json);
        ScheduleDocument.WriteText(json, "debtPolicy", unit.OwnDebt is { } debt ? Policies[(int)debt].Word : null);
        json.WriteBoolean("mayTransfer", unit.MayTransfer);
        WriteInto(unit.Into, json);
        json.WriteEndObject();
    }

    /// <summary>"available": {"afterReturns": true} or {"event": "delivered"}, beside or in place of days.</summary>
    private static Waiting WaitOf(DocumentReader fields)
    {
        var days = (int)(fields.Whole("availableAfterDays", 0, MostWait) ?? 0);
        if (fields.Below("available") is not { } below)
        {
            return new Waiting(days);
        }

        var returns = below.YesNo("afterReturns") ?? false;
        var name = below.Code("event");
        below.Done();
        if (name is not null && (returns || days > 0))
        {
            fields.Refuse("unit.two-waits", "available");
        }

        return new Waiting(days, returns, name);
    }

    private static void WriteWait(Waiting wait, Utf8JsonWriter json)
    {
        if (wait is { Returns: false, Event: null })
        {
            json.WriteNull("available");
            return;
        }

        json.WriteStartObject("available");
        json.WriteBoolean("afterReturns", wait.Returns);
        ScheduleDocument.WriteText(json, "event", wait.Event);
        json.WriteEndObject();
    }

    private static EarningCaps CapsOf(DocumentReader? fields)
    {
        if (fields is null)
        {
            return default;
        }

        var caps = new EarningCaps(
            fields.Whole("purchase", 1, MostAmount),
            fields.Whole("day", 1, MostAmount),
            fields.Whole("month", 1, MostAmount),
            fields.Whole("member", 1, MostAmount)
        );
        fields.Done();
        return caps;
    }

    private static void WriteCaps(EarningCaps caps, Utf8JsonWriter json)
    {
        if (!caps.Any)
        {
            json.WriteNull("caps");
            return;
        }

        json.WriteStartObject("caps");
        Amounts.Write(json, "purchase", caps.Sale);
        Amounts.Write(json, "day", caps.Day);
        Amounts.Write(json, "month", caps.Month);
        Amounts.Write(json, "member", caps.Ever);
        json.WriteEndObject();
    }

    /// <summary>
    /// Refused: unit.into-itself, ledger.unknown-unit, and unit.into-circle where what it turns into turns back into
    /// it, perhaps by others: each round would make value of nothing, or take it.
    /// </summary>
    private static Conversion? IntoOf(DocumentReader? fields, string code, KnownThings? known)
    {
        if (fields is null)
        {
            return null;
        }

        var to = fields.Code("unit", required: true);
        var per = fields.Whole("per", 1, MostAmount, required: true) ?? 1;
        var gives = fields.Whole("gives", 1, MostAmount, required: true) ?? 1;
        var nightly = fields.YesNo("nightly") ?? false;
        fields.Done();
        if (to == code)
        {
            fields.Refuse("unit.into-itself", "unit");
        }
        else if (to is not null && known?.Units.Contains(to) == false)
        {
            fields.Refuse("ledger.unknown-unit", "unit", to);
        }
        else if (to is not null && LeadsTo(to, code, known))
        {
            fields.Refuse("unit.into-circle", "unit", to);
        }

        return to is null ? null : new Conversion(to, per, gives, nightly);
    }

    /// <summary>What stands has no circle, but may end in one that the asked unit is not in.</summary>
    private static bool LeadsTo(string from, string code, KnownThings? known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = from; seen.Add(at) && known?.TurnsInto.TryGetValue(at, out var next) == true; at = next)
        {
            if (next == code)
            {
                return true;
            }
        }

        return false;
    }

    private static void WriteInto(Conversion? into, Utf8JsonWriter json)
    {
        if (into is null)
        {
            json.WriteNull("into");
            return;
        }

        json.WriteStartObject("into");
        json.WriteString("unit", into.To);
        json.WriteNumber("per", into.Per);
        json.WriteNumber("gives", into.Gives);
        json.WriteBoolean("nightly", into.Nightly);
        json.WriteEndObject();
    }

    private static void WriteWorth(Utf8JsonWriter json, string name, Worth? worth)
    {
        if (worth is { } given)
        {
            Amounts.Write(json, name, given.TenThousandths, Worth.Scale);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
