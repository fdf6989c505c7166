using Outreach.Languages;
using Outreach.Texts;

namespace Outreach.Tests.Texts;

public sealed class SmsSegmentsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    [InlineData(306, 2)]
    [InlineData(307, 3)]
    public void Plain_text_has_160_signs_or_153_a_part(int characters, int segments)
    {
        Assert.Equal(new SmsSegments(segments, SmsEncoding.Gsm7, characters, null), SmsSegments.Count(new('a', characters)));
    }

    [Theory]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    public void Other_alphabets_have_70_signs_or_67_a_part(int characters, int segments)
    {
        Assert.Equal(new SmsSegments(segments, SmsEncoding.Ucs2, characters, "ё"), SmsSegments.Count(new('ё', characters)));
    }

    [Theory]
    [InlineData(80, 1)]
    [InlineData(81, 2)]
    public void A_euro_sign_takes_two_places(int characters, int segments)
    {
        Assert.Equal(new SmsSegments(segments, SmsEncoding.Gsm7, 2 * characters, null), SmsSegments.Count(new('€', characters)));
    }

    [Fact]
    public void An_escape_pair_is_never_split_over_two_parts()
    {
        Assert.Equal(3, SmsSegments.Count(new string('a', 152) + "€" + new string('a', 152)).Segments);
    }

    [Theory]
    [InlineData(35, 1)]
    [InlineData(36, 2)]
    public void An_emoji_takes_two_places(int characters, int segments)
    {
        var text = string.Concat(Enumerable.Repeat("😀", characters));

        Assert.Equal(new SmsSegments(segments, SmsEncoding.Ucs2, 2 * characters, "😀"), SmsSegments.Count(text));
    }

    [Fact]
    public void A_surrogate_pair_is_never_split_over_two_parts()
    {
        Assert.Equal(3, SmsSegments.Count(new string('ё', 66) + "😀" + new string('ё', 66)).Segments);
    }

    [Theory]
    [InlineData("é è ü ö ä à ñ Ç ß", null)]
    [InlineData("Zoë komt", "ë")]
    [InlineData("geïnteresseerd", "ï")]
    [InlineData("Curaçao", "ç")]
    [InlineData("Dąbrowska", "ą")]
    [InlineData("a`b", "`")]
    [InlineData("‘ja’ – ok…", "‘")]
    public void The_first_sign_that_makes_a_message_dearer_is_named(string text, string? forcing)
    {
        Assert.Equal(forcing, SmsSegments.Count(text).FirstForcingCharacter);
    }

    [Fact]
    public void The_price_is_paid_for_each_segment()
    {
        Assert.Equal(0.255m, SmsSegments.Count(new('a', 307)).Price(0.085m));
    }

    [Theory]
    [InlineData('a', 160, 0)]
    [InlineData('ë', 70, 0)]
    [InlineData('ë', 160, 2)]
    [InlineData('ë', 161, 1)]
    [InlineData('ë', 306, 3)]
    public void A_sign_outside_GSM_7_costs_what_as_many_others_would_not(char character, int characters, int dearer) =>
        Assert.Equal(dearer, SmsSegments.Count(new string('a', characters - 1) + character).ExtraSegments);
}
