using Shouldly;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Values;

/// <summary>How what people named is written within sentences.</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData(true, "قهوه", "قهوه")]
    [InlineData(true, "Latte", "\u2068Latte\u2069")]
    [InlineData(true, "2 Latte", "\u20682 Latte\u2069")]
    [InlineData(true, "قهوهٔ Latte", "قهوهٔ Latte")]
    [InlineData(false, "Latte", "Latte")]
    [InlineData(false, "قهوه", "\u2068قهوه\u2069")]
    [InlineData(true, "12", "12")]
    [InlineData(false, "", "")]
    public void A_name_of_the_other_direction_is_set_apart(bool persian, string name, string inside) =>
        new Wording(persian, Toman: true).Inside(name).ShouldBe(inside);
}
