using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Features.Programme;

/// <summary>What an owner means to give of a unit, in money by its worth; null: no bound.</summary>
/// <param name="Issue">At most in one month of the club's calendar.</param>
/// <param name="Outstanding">At most in all wallets together, at any time.</param>
public sealed record Plan(Money? Issue, Money? Outstanding)
{
    public bool Any => Issue is not null || Outstanding is not null;
}

/// <summary>
/// The JSON of a plan, whose code is that of its unit: {issuePerMonth?, outstanding?}. Both left out: no plan.
/// </summary>
public static class PlanDocument
{
    /// <summary>Refused: plan.unit-unknown.</summary>
    public static Outcome<Plan> Read(JsonElement json, string unit, Func<string, bool> knowsUnit)
    {
        var fields = DocumentReader.Of(json);
        var plan = new Plan(fields.Money("issuePerMonth", min: 1), fields.Money("outstanding", min: 1));
        fields.Done();
        if (!knowsUnit(unit))
        {
            fields.Refuse("plan.unit-unknown", "", unit);
        }

        return fields.IsClean ? plan : fields.Refusals;
    }

    public static void Write(Plan plan, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Write("issuePerMonth", plan.Issue, json);
        Write("outstanding", plan.Outstanding, json);
        json.WriteEndObject();
    }

    private static void Write(string name, Money? most, Utf8JsonWriter json)
    {
        if (most is { } money)
        {
            json.WriteNumber(name, money.Minor);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
