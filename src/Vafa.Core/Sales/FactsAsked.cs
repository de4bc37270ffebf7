using System.Collections.Immutable;
using Vafa.Core.Offers;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>Collects what the live conditions want to know of a member, so that nothing else is read for a sale.</summary>
public sealed class FactsAsked
{
    private readonly List<Window> windows = [];

    public bool Fields { get; set; }

    public bool Groups { get; set; }

    public void Window(Window window)
    {
        if (!windows.Contains(window))
        {
            windows.Add(window);
        }
    }

    public static FactNeeds By(Programme programme)
    {
        var asked = new FactsAsked();
        foreach (var offer in programme.Offers)
        {
            offer.When?.Ask(asked);
        }

        foreach (var rule in programme.Rules)
        {
            rule.When?.Ask(asked);
        }

        return new FactNeeds(
            asked.Fields,
            asked.Groups,
            [.. asked.windows],
            [.. programme.Offers.Where(o => o.Limits.PerMember is not null).Select(o => o.Code)],
            [.. programme.Offers.Where(o => o.Limits.CountsInAll).Select(o => o.Code)]
        );
    }
}
