namespace Outreach.Tests.Replies;

public sealed class AnswerSetTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(false, 0.97)]
    [InlineData(true, 0.92)]
    public void No_answer_of_a_resident_is_read_wrong_and_few_are_left_to_a_person(bool isHeldOut, double atLeast)
    {
        var answers = isHeldOut ? AnswerSet.HeldOut : AnswerSet.Known;

        output.WriteLine(answers.Figures);
        Assert.Empty(answers.Wrong.Select(read => $"{read.Answer.Language}: {read.Answer.Text} -> {read.Reading.Kind}:{read.Reading.Party}, not {read.Answer.Kind}:{read.Answer.Party}"));
        Assert.True(answers.Share >= atLeast, answers.Figures);
    }
}
