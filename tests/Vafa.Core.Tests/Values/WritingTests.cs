using Shouldly;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Values;

/// <summary>What people type: mobiles, birth dates, names.</summary>
public sealed class WritingTests
{
    [Theory]
    [InlineData("09123456789")]
    [InlineData("9123456789")]
    [InlineData("+989123456789")]
    [InlineData("00989123456789")]
    [InlineData("989123456789")]
    [InlineData("+98 (0) 912 345 67 89")]
    [InlineData("0912-345-6789")]
    [InlineData("(0912) 345 6789")]
    [InlineData("۰۹۱۲۳۴۵۶۷۸۹")]
    [InlineData("٠٩١٢٣٤٥٦٧٨٩")]
    [InlineData("\u200E+98 912\u00A0345 6789\u200F")]
    [InlineData("0912.345.6789")]
    public void Every_writing_of_a_mobile_is_the_same_mobile(string text) =>
        Mobile.Parse(text).Value.E164.ShouldBe("+989123456789");

    [Theory]
    [InlineData("")]
    [InlineData("0912345678")]
    [InlineData("091234567890")]
    [InlineData("02188776655")]
    [InlineData("+97123456789")]
    [InlineData("+9123456789")]
    [InlineData("+49 912 345 6789")]
    [InlineData("0912a456789")]
    [InlineData("00009123456789")]
    [InlineData("009123456789")]
    [InlineData("9\U0001D7DF23456789")]
    public void What_is_no_Iranian_mobile_is_refused(string text) =>
        Mobile.Parse(text).Refusals.ShouldHaveSingleItem().Code.ShouldBe("mobile.invalid");

    [Fact]
    public void A_mobile_whose_own_digits_begin_with_98_is_not_cut() =>
        Mobile.Parse("9812345678").Value.E164.ShouldBe("+989812345678");

    [Fact]
    public void A_mobile_is_dialled_with_0_and_logged_masked()
    {
        var mobile = Mobile.OfStored("+989123456789");
        mobile.Local.ShouldBe("09123456789");
        mobile.Masked.ShouldBe("0912*****89");
        mobile.ShouldBe(Mobile.Parse("0912 345 6789").Value);
    }

    [Theory]
    [InlineData("1990-05-12", "1990-05-12")]
    [InlineData("1990/5/12", "1990-05-12")]
    [InlineData("1369/02/22", "1990-05-12")]
    [InlineData("1369-02-22", "1990-05-12")]
    [InlineData("۱۳۶۹/۲/۲۲", "1990-05-12")]
    [InlineData("2000-02-29", "2000-02-29")]
    [InlineData("1399/12/30", "2021-03-20")]
    public void A_birth_date_is_Gregorian_or_Jalali_by_its_year(string text, string gregorian) =>
        BirthDate.Parse(text).Value.ShouldBe(Clubs.Day(gregorian));

    [Theory]
    [InlineData("1990-02-30")]
    [InlineData("1400/12/30")]
    [InlineData("1600-01-01")]
    [InlineData("90-05-12")]
    [InlineData("12-05-1990")]
    [InlineData("yesterday")]
    public void What_is_no_birth_date_is_refused(string text) =>
        BirthDate.Parse(text).Refusals.ShouldHaveSingleItem().Code.ShouldBe("birthDate.invalid");

    [Fact]
    public void Nobody_is_born_tomorrow()
    {
        BirthDate.Parse("1405/09/02", Clubs.Day("2026-11-22")).Refusals[0].Code.ShouldBe("birthDate.future");
        BirthDate.Parse("1405/09/01", Clubs.Day("2026-11-22")).IsRefused.ShouldBeFalse();
    }

    [Theory]
    [InlineData("  علي   كريمي ", "علی کریمی")]
    [InlineData("می‌خواهم\t\n۱۲٣", "می‌خواهم ۱۲٣")]
    [InlineData("مصطفى 👨‍👩‍👧❤️", "مصطفی 👨‍👩‍👧❤️")]
    [InlineData(" \u00A0 ", "")]
    public void Text_is_kept_in_one_spelling_with_emoji_whole(string text, string kept) =>
        PersianText.Normalise(text).ShouldBe(kept);

    [Theory]
    [InlineData("أحمد", "احمد")]
    [InlineData("إسلام", "اسلام")]
    [InlineData("آرش", "ارش")]
    [InlineData("فاطمة", "فاطمه")]
    [InlineData("خانۀ", "خانه")]
    [InlineData("مؤمن", "مومن")]
    [InlineData("رئیسی", "رییسی")]
    [InlineData("عَلِيّ", "علی")]
    [InlineData("علی‌رضا", "علیرضا")]
    [InlineData("ســارا", "سارا")]
    [InlineData("ﻋﻠﻲ", "علی")]
    [InlineData("  José  GARCÍA ", "jose garcia")]
    [InlineData("کد ۱۲٣", "کد 123")]
    [InlineData("گل 🌹", "گل 🌹")]
    public void A_search_finds_every_spelling(string text, string key)
    {
        PersianText.SearchKey(text).ShouldBe(key);
        PersianText.SearchKey(key).ShouldBe(key);
    }

    [Fact]
    public void Half_an_emoji_does_not_break_the_search() => PersianText.SearchKey("ab\uD83C").ShouldBe("ab\uFFFD");
}
