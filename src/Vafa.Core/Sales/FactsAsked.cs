using System.Collections.Immutable;
using Vafa.Core.Offers;
using Vafa.Core.Offers.Effects;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// Collects what the live conditions want to know of a member, so that nothing else is read for a sale.
/// </summary>
public sealed class FactsAsked
{
    private readonly List<Window> windows = [];
    private readonly List<string> fields = [];
    private readonly List<string> wallets = [];

    public bool Groups { get; set; }

    public bool Visits { get; set; }

    public bool Spent { get; set; }

    public bool LastVisit { get; set; }

    public bool Since { get; set; }

    public bool Birth { get; set; }

    public void Window(Window window) => Add(windows, window);

    public void Field(string code) => Add(fields, code);

    public void Wallet(string unit) => Add(wallets, unit);

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
            asked.fields.Count > 0,
            asked.Groups,
            [.. asked.windows],
            [.. programme.Offers.Where(o => o.Limits.PerMember is not null).Select(o => o.Code)],
            [.. programme.Offers.Where(o => o.Limits.CountsInAll).Select(o => o.Code)]
        )
        {
            Facts = asked.Facts(),
            FieldCodes = [.. asked.fields],
            WalletUnits = [.. asked.wallets],
            FreeProducts = FreeProducts(programme),
        };
    }

    private static ImmutableArray<string> FreeProducts(Programme programme) =>
        [
            .. programme
                .Offers.SelectMany(o => o.Give)
                .OfType<FreeItem>()
                .Select(f => f.Product)
                .Distinct(StringComparer.Ordinal),
        ];

    private static void Add<T>(List<T> list, T item)
    {
        if (!list.Contains(item))
        {
            list.Add(item);
        }
    }

    private AskedFacts Facts() =>
        (Visits ? AskedFacts.Visits : 0)
        | (Spent ? AskedFacts.Spent : 0)
        | (LastVisit ? AskedFacts.LastVisit : 0)
        | (Since ? AskedFacts.Since : 0)
        | (Birth ? AskedFacts.Birth : 0);
}
