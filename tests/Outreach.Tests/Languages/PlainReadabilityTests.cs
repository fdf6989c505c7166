using Outreach.Languages;
using Outreach.PlainLanguage;

namespace Outreach.Tests.Languages;

public sealed class PlainReadabilityTests
{
    public static TheoryData<int> Labelled => [.. Enumerable.Range(0, PlainSampleTexts.Labelled.Length)];

    [Theory]
    [MemberData(nameof(Labelled))]
    public void A_text_gets_the_level_its_writer_meant(int sample)
    {
        var (language, level, text) = PlainSampleTexts.Labelled[sample];

        var report = PlainCheck.Of(text, language);

        Assert.True(level == report.Level, $"{language} {level} was {report.Level} at {report.ReadingEase}");
    }

    [Theory]
    [InlineData("soep", 1)]
    [InlineData("buren", 2)]
    [InlineData("mooie", 2)]
    [InlineData("ideeën", 3)]
    [InlineData("radio", 3)]
    [InlineData("bijeenkomst", 3)]
    [InlineData("participatie", 5)]
    [InlineData("nieuwjaar", 2)]
    [InlineData("brr", 1)]
    public void Dutch_syllables_are_counted_by_sound(string word, int syllables) =>
        Assert.Equal(syllables, PlainReadability.DutchSyllables(word));

    [Theory]
    [InlineData("soup", 1)]
    [InlineData("table", 2)]
    [InlineData("neighbour", 2)]
    [InlineData("invited", 3)]
    [InlineData("asked", 1)]
    [InlineData("places", 2)]
    [InlineData("radio", 3)]
    [InlineData("invitation", 4)]
    [InlineData("social", 2)]
    [InlineData("the", 1)]
    public void English_syllables_are_counted_by_vowel_groups(string word, int syllables) =>
        Assert.Equal(syllables, PlainReadability.EnglishSyllables(word));

    [Fact]
    public void The_formulas_are_those_of_Douma_and_Flesch()
    {
        // Ten words of one syllable in one sentence.
        Assert.Equal(Math.Round(206.84 - 9.3 - 77, 1), PlainCheck.Of("kom je ook met ons mee naar de tuin toe", "nl").ReadingEase);
        Assert.Equal(Math.Round(206.835 - 10.15 - 84.6, 1), PlainCheck.Of("come with us all the way to the old town", "en").ReadingEase);
    }

    [Fact]
    public void A_few_words_have_no_level()
    {
        Assert.Null(PlainCheck.Of("Kom je ook?", "nl").Level);
    }
}
