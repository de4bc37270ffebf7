using System.Text;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>
/// What a till without network is told. The file is read by the tests of the till's pages, which work the same sales
/// out: what both read cannot drift apart.
/// </summary>
public sealed class OfflinePlanTests
{
    private const int Cases = 60;

    [Fact]
    public void What_a_till_works_out_is_what_is_decided()
    {
        var text = new StringBuilder();
        for (var seed = 1; seed <= Cases; seed++)
        {
            text.Append(OfflineVectors.Of(seed)).Append('\n');
        }

        ApprovedText.ShouldBe("Offers/Approved/offline.jsonl", text);
    }
}
