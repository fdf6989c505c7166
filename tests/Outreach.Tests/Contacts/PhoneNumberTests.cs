using Outreach.Contacts;
using Outreach.Languages;

namespace Outreach.Tests.Contacts;

public sealed class PhoneNumberTests
{
    private static readonly CountryRules All = new("NL", "NL BE DE PL GB TR MA SR CW");

    [Theory]
    [InlineData("0612345678")]
    [InlineData("06-12345678")]
    [InlineData("06 12 34 56 78")]
    [InlineData("06.1234.5678")]
    [InlineData("(06) 12345678")]
    [InlineData("(06)-12 34 56 78")]
    [InlineData("+31 6 12345678")]
    [InlineData("+31 (0)6 12345678")]
    [InlineData("+31 ( 0 ) 6 12345678")]
    [InlineData("(+31) 6 12345678")]
    [InlineData("+31612345678")]
    [InlineData("+310612345678")]
    [InlineData("0031612345678")]
    [InlineData("0031 (0)6-12345678")]
    [InlineData("00310612345678")]
    [InlineData("31612345678")]
    [InlineData("31 (0)6 12345678")]
    [InlineData("612345678")]
    [InlineData("6 12345678")]
    [InlineData("'0612345678")]
    [InlineData("tel:+31612345678")]
    [InlineData("\u202A+31 6 12345678\u202C")]
    [InlineData("\u200E06\u00A012345678\u200B")]
    [InlineData("06–1234‑5678")]
    [InlineData("０６１２３４５６７８")]
    [InlineData("＋３１ ６ １２３４５６７８")]
    [InlineData("٠٦١٢٣٤٥٦٧٨")]
    [InlineData("3.1612345678E10")]
    [InlineData("3,1612345678E+10")]
    public void A_Dutch_mobile_is_read_however_it_is_typed(string text)
    {
        Assert.Equal(PhoneKind.Mobile, PhoneNumber.Read(text, CountryRules.Dutch, out var number));
        Assert.Equal("+31612345678", number.Value);
    }

    [Theory]
    [InlineData("020 123 4567", "+31201234567", PhoneKind.Landline)]
    [InlineData("(0512) 34 56 78", "+31512345678", PhoneKind.Landline)]
    [InlineData("085-1234567", "+31851234567", PhoneKind.Landline)]
    [InlineData("091-1234567", "+31911234567", PhoneKind.Landline)]
    [InlineData("097012345678", "+3197012345678", PhoneKind.Mobile)]
    [InlineData("+32 470 12 34 56", "+32470123456", PhoneKind.Mobile)]
    [InlineData("0032 470/12.34.56", "+32470123456", PhoneKind.Mobile)]
    [InlineData("+32 2 555 12 12", "+3225551212", PhoneKind.Landline)]
    [InlineData("+49 (0)151/23456789", "+4915123456789", PhoneKind.Mobile)]
    [InlineData("+49 30 901820", "+4930901820", PhoneKind.Landline)]
    [InlineData("+48 512 345 678", "+48512345678", PhoneKind.Mobile)]
    [InlineData("+48 22 123 45 67", "+48221234567", PhoneKind.Landline)]
    [InlineData("+48 39 123 45 67", "+48391234567", PhoneKind.Landline)]
    [InlineData("+44 7911 123456", "+447911123456", PhoneKind.Mobile)]
    [InlineData("+44 20 7946 0958", "+442079460958", PhoneKind.Landline)]
    [InlineData("+90 (532) 123 45 67", "+905321234567", PhoneKind.Mobile)]
    [InlineData("+90 212 123 45 67", "+902121234567", PhoneKind.Landline)]
    [InlineData("+90 850 123 45 67", "+908501234567", PhoneKind.Landline)]
    [InlineData("+212 612-345678", "+212612345678", PhoneKind.Mobile)]
    [InlineData("+212 5 22 34 56 78", "+212522345678", PhoneKind.Landline)]
    [InlineData("00597 8123456", "+5978123456", PhoneKind.Mobile)]
    [InlineData("+599 9 5123456", "+59995123456", PhoneKind.Mobile)]
    public void A_number_of_another_kind_or_country_is_read_with_its_kind(string text, string expected, PhoneKind kind)
    {
        Assert.Equal(kind, PhoneNumber.Read(text, All, out var number));
        Assert.Equal(expected, number.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("n/a")]
    [InlineData("abc")]
    [InlineData("+31 6 12")]
    [InlineData("+")]
    [InlineData("00")]
    [InlineData("06123456789")]
    [InlineData("061234567")]
    [InlineData("0000000000")]
    [InlineData("0800 1234")]
    [InlineData("0900-1234567")]
    [InlineData("14020")]
    [InlineData("112")]
    [InlineData("0660123456")]
    [InlineData("0612345678 / 0687654321")]
    [InlineData("06-12345678 (dochter)")]
    [InlineData("3.16E+10")]
    [InlineData("E10")]
    [InlineData("3E")]
    [InlineData("+3 1612345678+")]
    [InlineData("+999 123456789")]
    [InlineData("+1 123")]
    [InlineData("12345678901234567890")]
    [InlineData("(")]
    [InlineData("(0)")]
    public void What_is_no_number_is_invalid(string text)
    {
        Assert.Equal(PhoneKind.Invalid, PhoneNumber.Read(text, All, out _));
        Assert.False(PhoneNumber.TryParse(text, All, out _, out _));
    }

    [Theory]
    [InlineData("088 123 45 67")]
    [InlineData("084-1234567")]
    [InlineData("+31 88 123 45 67")]
    [InlineData("+32 800 12345")]
    [InlineData("+44 800 111 1111")]
    [InlineData("+44 70 1234 5678")]
    [InlineData("+49 900 1234567")]
    [InlineData("+212 80 1234567")]
    [InlineData("+1 800 555 1234")]
    [InlineData("+800 1234 5678")]
    public void A_number_of_an_organisation_or_a_service_is_nobody_s_own(string text) =>
        Assert.Equal(PhoneKind.Invalid, PhoneNumber.Read(text, All, out _));

    [Theory]
    [InlineData("+33 6 12 34 56 7")]
    [InlineData("+33 6 12 34 56 78 9")]
    [InlineData("+212 612 345 6789")]
    [InlineData("+998 50 123 456 78")]
    [InlineData("+44 7700 900123")]
    public void A_foreign_number_that_no_network_gives_out_is_invalid(string text) =>
        Assert.Equal(PhoneKind.Invalid, PhoneNumber.Read(text, new("NL", "NL FR MA UZ GB"), out _));

    [Theory]
    [InlineData("GG", "07911 123456", "+447911123456")]
    [InlineData("GB", "+44 7624 123456", "+447624123456")]
    [InlineData("CA", "+1 212 555 0142", "+12125550142")]
    public void Countries_that_share_a_calling_code_are_allowed_together(string allowed, string text, string expected)
    {
        Assert.True(PhoneNumber.TryParse(text, new(allowed, allowed), out var number, out _));
        Assert.Equal(expected, number.Value);
    }

    [Theory]
    [InlineData("0031 (0)20 123 45 67", "+31201234567")]
    [InlineData("31 20 123 45 67", "+31201234567")]
    [InlineData("+39 06 1234 5678", "+390612345678")]
    public void A_landline_keeps_the_digits_that_belong_to_it(string text, string expected)
    {
        Assert.True(PhoneNumber.TryParse(text, new("NL", "NL IT"), out var number, out var kind));
        Assert.Equal((expected, PhoneKind.Landline), (number.Value, kind));
    }

    [Fact]
    public void Without_a_known_default_country_a_number_needs_its_country_code()
    {
        var nowhere = new CountryRules("XX", "NL");
        Assert.Equal(PhoneKind.CountryMissing, PhoneNumber.Read("06 12345678", nowhere, out _));
        Assert.Equal(PhoneKind.Mobile, PhoneNumber.Read("+31 6 12345678", nowhere, out _));
    }

    [Theory]
    [InlineData("512345678")]
    [InlineData("512 345 678")]
    [InlineData("0470/12.34.56")]
    [InlineData("0151 23456789")]
    [InlineData("07911 123456")]
    [InlineData("0532 123 45 67")]
    [InlineData("32470123456")]
    [InlineData("201234567")]
    public void A_number_that_may_be_foreign_is_not_guessed(string text) =>
        Assert.Equal(PhoneKind.CountryMissing, PhoneNumber.Read(text, All, out _));

    [Fact]
    public void A_country_that_is_not_allowed_is_said_with_the_number()
    {
        Assert.Equal(PhoneKind.CountryNotAllowed, PhoneNumber.Read("+48 512 345 678", CountryRules.Dutch, out var number));
        Assert.Equal("+48512345678", number.Value);
        Assert.Equal(PhoneKind.CountryNotAllowed, PhoneNumber.Read("+212 612 345 678", CountryRules.Dutch, out _));
    }

    [Theory]
    [InlineData("BE", "0470/12.34.56", "+32470123456")]
    [InlineData("BE", "470123456", "+32470123456")]
    [InlineData("DE", "0151 23456789", "+4915123456789")]
    [InlineData("PL", "512 345 678", "+48512345678")]
    [InlineData("GB", "07911 123456", "+447911123456")]
    [InlineData("TR", "0532 123 45 67", "+905321234567")]
    public void The_default_country_reads_its_own_numbers(string country, string text, string expected)
    {
        Assert.True(PhoneNumber.TryParse(text, new(country, country), out var number, out var kind));
        Assert.Equal((expected, PhoneKind.Mobile), (number.Value, kind));
    }

    [Fact]
    public void Any_text_is_read_without_an_exception()
    {
        var random = new Random(7);
        const string Alphabet = "0123456789+() -./eE,'\u202A\uFF10\u0660\uD83Dx\0";
        for (var i = 0; i < 50_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(24)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            if (PhoneNumber.TryParse(text, All, out var number, out _))
                Assert.Matches(@"^\+[1-9][0-9]{6,14}$", number.Value);
        }
    }
}
