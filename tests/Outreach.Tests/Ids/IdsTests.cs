using Outreach.Ids;
using Outreach.Languages;

namespace Outreach.Tests.Ids;

public sealed class IdsTests
{
    [Theory]
    [InlineData("abc1o iL-234", "ABC1011234")]
    [InlineData("ABCDEFGHJK", "ABCDEFGHJK")]
    public void A_code_is_read_as_people_type_it(string typed, string code)
    {
        Assert.True(Code.TryParse(typed, out var read));
        Assert.Equal(code, read.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ABC")]
    [InlineData("ABCDEFGHJKM")]
    [InlineData("ABCDEFGHJU")]
    [InlineData("ABCDEFGHJ!")]
    public void A_text_of_another_length_or_with_other_signs_is_no_code(string? typed) => Assert.False(Code.TryParse(typed, out _));

    [Fact]
    public void A_list_gives_the_same_row_the_same_id()
    {
        var list = ListId.New(DateTimeOffset.UnixEpoch.AddYears(60));

        Assert.Equal(PersonId.OfRow(7, list, 1234), PersonId.OfRow(7, list, 1234));
        Assert.NotEqual(PersonId.OfRow(7, list, 1234), PersonId.OfRow(7, list, 1235));
        Assert.Equal(7, PersonId.OfRow(7, list, 1234).Shard);
        Assert.True(PersonId.TryParse(PersonId.OfRow(7, list, 999_999).Value, out _));
    }

    [Fact]
    public void Ids_of_meetings_rise_with_time()
    {
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

        Assert.True(string.CompareOrdinal(MeetingId.New(now).Value, MeetingId.New(now.AddSeconds(1)).Value) < 0);
        Assert.True(MeetingId.TryParse(MeetingId.New(now).Value, out _));
    }

    [Theory]
    [InlineData("zz0123456789abc")]
    [InlineData("070123456789ab")]
    [InlineData("07012345678 abc")]
    public void A_text_of_another_shape_is_no_id_of_a_person(string text) => Assert.False(PersonId.TryParse(text, out _));
}
