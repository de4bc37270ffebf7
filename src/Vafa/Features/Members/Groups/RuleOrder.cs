using Vafa.Features.Programme;

namespace Vafa.Features.Members.Groups;

/// <summary>A group's rule with its group.</summary>
internal sealed record RuledGroup(string Code, GroupRule Rule);

/// <summary>
/// The groups by rule in the order in which they are filled: one that another's rule names comes before it.
/// </summary>
internal static class RuleOrder
{
    /// <param name="only">This group and those that depend on it; null: all.</param>
    public static IReadOnlyList<RuledGroup> Of(ClubVersion club, string? only = null)
    {
        var order = new List<RuledGroup>();
        foreach (var code in club.GroupRules.Keys.Order(StringComparer.Ordinal))
        {
            Add(code);
        }

        return only is null ? order : DependingOn(only, order);

        void Add(string code)
        {
            if (!club.GroupRules.TryGetValue(code, out var rule) || order.Exists(g => g.Code == code))
            {
                return;
            }

            foreach (var asked in rule.Asks)
            {
                Add(asked);
            }

            order.Add(new RuledGroup(code, rule));
        }
    }

    private static List<RuledGroup> DependingOn(string code, List<RuledGroup> order)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { code };
        return order.FindAll(g =>
            reached.Contains(g.Code) || (g.Rule.Asks.Any(reached.Contains) && reached.Add(g.Code))
        );
    }
}
