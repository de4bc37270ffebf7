using Vafa.Features.Staff;

namespace Vafa.Tests.Staff;

/// <summary>Which passwords are refused, and that a good one is not.</summary>
public sealed class PasswordTests
{
    [Theory]
    [InlineData("1234567890")]
    [InlineData("۱۲۳۴۵۶۷۸۹۰")]
    [InlineData("09121234567")]
    [InlineData("112233445566")]
    [InlineData("1370112233445")]
    [InlineData("iran140014001400")]
    [InlineData("Iran@1400!!")]
    [InlineData("IRAN۱۴۰۰۱۴۰۰")]
    [InlineData("mohammad1375")]
    [InlineData("Mohammad-Reza-1375")]
    [InlineData("zahra_fatemeh_1380")]
    [InlineData("salamsalam")]
    [InlineData("asdfghjkl;'")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("P@ssw0rd123")]
    [InlineData("password!!!!")]
    [InlineData("perspolis6688")]
    [InlineData("ضصثقفغعهخح")]
    [InlineData("سلام ایران ۱۴۰۵")]
    [InlineData("علي محمد رضا ۱۳۷۵")]
    [InlineData("ab1ab1ab1ab1")]
    [InlineData("aaaaaaaaaaaaaa")]
    [InlineData("tehran1234567890")]
    [InlineData("admin@123456")]
    public void What_everybody_chooses_is_refused(string password) =>
        PasswordRules.Check(password, "sara")!.Code.ShouldBe("password.common");

    [Theory]
    [InlineData("چای دارچین ۱۲")]
    [InlineData("نان و پنیر و سبزی")]
    [InlineData("correct horse battery")]
    [InlineData("kettle-wagon-93")]
    [InlineData("mohammad likes walnuts")]
    [InlineData("xK9#mQ2$vL7p")]
    [InlineData("8392750183649201")]
    public void What_is_ones_own_is_taken(string password) => PasswordRules.Check(password, "sara").ShouldBeNull();

    [Theory]
    [InlineData("my name is Narges77 walnut")]
    [InlineData("نرگس كریمی و گردو")]
    [InlineData("walnuts at CAFE-LAMIZ")]
    public void The_names_of_its_owner_and_of_the_club_have_no_place_in_it(string password) =>
        PasswordRules.Check(password, "narges77", "نرگس کریمی", "Cafe Lamiz")!.Code.ShouldBe("password.like-user");

    [Fact]
    public void A_short_name_may_stand_in_a_long_password_by_chance()
    {
        PasswordRules.Check("walnuts and alibis", "ali").ShouldBeNull();
        PasswordRules.Check("ali-xq-ali-ali", "ali")!.Code.ShouldBe("password.like-user");
    }

    [Fact]
    public void The_list_has_some_hundred_pieces_and_each_is_as_it_is_compared()
    {
        CommonPasswords.Count.ShouldBeInRange(300, 900);
        foreach (var piece in CommonPasswords.All)
        {
            PasswordRules.Bare(piece).ShouldBe(piece);
        }
    }

    [Fact]
    public void A_long_password_is_checked_in_no_time()
    {
        var long200 = string.Concat(Enumerable.Repeat("iran1400ali", 18));
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        CommonPasswords.Has(long200).ShouldBeTrue();
        System.Diagnostics.Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }
}
