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

    /// <summary>Marks keep plain words apart by themselves; digits and signs at their side they do not.</summary>
    [Theory]
    [InlineData(true, "leila", "«leila»")]
    [InlineData(true, "Latte 2", "«\u2068Latte 2\u2069»")]
    [InlineData(true, "مشتری ۷٪", "«مشتری ۷٪»")]
    [InlineData(false, "مشتری ۷٪", "“\u2068مشتری ۷٪\u2069”")]
    [InlineData(false, "نگار محمدی", "“نگار محمدی”")]
    [InlineData(false, "قهوه Latte", "“\u2068قهوه Latte\u2069”")]
    public void A_quoted_name_is_set_apart_where_it_needs_it(bool persian, string name, string quoted) =>
        new Wording(persian, Toman: true).Quoted(name).ShouldBe(quoted);
}
