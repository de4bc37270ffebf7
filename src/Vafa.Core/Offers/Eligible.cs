using System.Numerics;
using Vafa.Core.Sales;

namespace Vafa.Core.Offers;

/// <summary>
/// Which offers a sale may have by schedule and conditions: what stands before hold-out, limits and the choice.
/// </summary>
public static class Eligible
{
    /// <summary>
    /// Finds the offers that are on and whose conditions hold. Allocates nothing, but for the sale that compiles them.
    /// </summary>
    /// <param name="sale">A sale under this programme, with what <see cref="Programme.Needs"/> asks for.</param>
    /// <param name="offers">Takes their indices in <see cref="Programme.Offers"/>, in tie order; has room for as many
    /// as the programme has.</param>
    /// <returns>How many they are.</returns>
    public static int Of(Programme programme, in SaleContext sale, Span<int> offers)
    {
        var count = 0;
        foreach (var list in programme.Plan.Times.At(sale.At).Lists)
        {
            for (var met = list.On(sale) & list.Met(sale); met != 0; met &= met - 1)
            {
                offers[count++] = list.Indices[BitOperations.TrailingZeroCount(met)];
            }
        }

        return count;
    }
}
