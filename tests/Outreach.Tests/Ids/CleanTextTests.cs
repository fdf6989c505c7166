using Outreach.Ids;

namespace Outreach.Tests.Ids;

/// <summary>Text from outside is cleaned in one place, and says the same afterwards.</summary>
public sealed class CleanTextTests
{
    [Theory]
    [InlineData("Zoe\u0308 Ku\u0308r", "Zo\u00EB K\u00FCr")]
    [InlineData("A\u030Angstro\u0308m", "\u00C5ngstr\u00F6m")]
    [InlineData("\u212Bngstr\u00F6m", "\u00C5ngstr\u00F6m")]
    [InlineData("\u1112\u1161\u11AB", "\uD55C")]
    public void Letters_and_their_marks_are_composed(string text, string clean) => Assert.Equal(clean, CleanText.Of(text));

    [Theory]
    [InlineData("\uFEFFnaam", "naam")]
    [InlineData("06\u200B1234\u200B5678", "0612345678")]
    [InlineData("jan\u00AD@voorbeeld.nl", "jan@voorbeeld.nl")]
    [InlineData("a\u2060b\u034Fc\u3164d\u2800e\uFFFCf", "abcdef")]
    [InlineData("a\u0000b\u0007c\u001Fd\u007Fe\u009Ff", "abcdef")]
    [InlineData("a\uFFFEb\uFDD0c\uD83F\uDFFEd", "abcd")]
    public void What_nobody_sees_is_gone(string text, string clean) => Assert.Equal(clean, CleanText.Of(text));

    [Theory]
    [InlineData("\u200Ejan@voorbeeld.nl\u200F")]
    [InlineData("\u202Ajan@voorbeeld.nl\u202C")]
    [InlineData("\u202Ejan@voorbeeld.nl")]
    [InlineData("\u2066jan@voorbeeld.nl\u2069")]
    [InlineData("jan\u061C@voorbeeld.nl")]
    public void What_turns_text_around_is_gone(string text) => Assert.Equal("jan@voorbeeld.nl", CleanText.Of(text));

    [Theory]
    [InlineData('\u00A0')]
    [InlineData('\u1680')]
    [InlineData('\u2003')]
    [InlineData('\u2009')]
    [InlineData('\u202F')]
    [InlineData('\u205F')]
    [InlineData('\u3000')]
    public void Every_space_is_a_space(char space) => Assert.Equal("06 12", CleanText.Of($"06{space}12"));

    [Theory]
    [InlineData('\u2010')]
    [InlineData('\u2011')]
    [InlineData('\u2012')]
    [InlineData('\u2212')]
    [InlineData('\uFE63')]
    [InlineData('\uFF0D')]
    public void Every_hyphen_is_a_hyphen(char hyphen) => Assert.Equal("06-12", CleanText.Of($"06{hyphen}12"));

    [Fact]
    public void The_longer_dashes_are_punctuation_and_stay() => Assert.Equal("ja \u2013 graag \u2014 tot dan", CleanText.Of("ja \u2013 graag \u2014 tot dan"));

    [Theory]
    [InlineData("a\u2028b", "a\nb")]
    [InlineData("a\u2029b", "a\nb")]
    [InlineData("a\u0085b", "a\nb")]
    [InlineData("a\u000Bb\u000Cc", "a\nb\nc")]
    [InlineData("a\tb\r\nc", "a\tb\r\nc")]
    public void Lines_end_plainly(string text, string clean) => Assert.Equal(clean, CleanText.Of(text));

    // As code units: an attribute cannot hold them.
    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDBFF)]
    [InlineData(0xDC00)]
    [InlineData(0xDFFF)]
    public void Half_a_character_is_gone_wherever_it_stands(int half)
    {
        var lone = (char)half;

        Assert.Equal("ab", CleanText.Of($"{lone}a{lone}b{lone}"));
        Assert.Equal("ab", CleanText.Decomposed($"a{lone}b"));
    }

    [Theory]
    [InlineData("\uD83D\uDE42 tot dan")]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]     // Persian: the joiner decides what is read
    [InlineData("\uD83D\uDC68\u200D\uD83D\uDC69")]
    [InlineData("\u0417\u043E\u0440\u044F, \u015Eule, \u12A3\u12F2\u1235")]
    public void A_sign_that_decides_what_is_read_stays(string text) => Assert.Equal(text, CleanText.Of(text));

    [Theory]
    [InlineData("ja\u200C")]
    [InlineData("\u200Dja")]
    [InlineData("j\u200Da")]
    public void A_joiner_that_joins_nothing_is_gone(string text) => Assert.Equal("ja", CleanText.Of(text));

    [Fact]
    public void Cleaned_twice_is_cleaned_once()
    {
        foreach (var character in Enumerable.Range(0, 0x10000).Select(code => $"a{(char)code}\u0301b"))
            Assert.Equal(CleanText.Of(character), CleanText.Of(CleanText.Of(character)));
    }
}
