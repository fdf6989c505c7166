namespace Outreach.Tests.Replies;

public sealed class AnswerSetTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(nameof(AnswerSet.Known), 0.97)]
    [InlineData(nameof(AnswerSet.HeldOut), 0.95)]
    [InlineData(nameof(AnswerSet.Second), 0.97)]
    [InlineData(nameof(AnswerSet.Third), 0.97)]
    [InlineData(nameof(AnswerSet.Fourth), 0.97)]
    [InlineData(nameof(AnswerSet.Fifth), 0.96)]
    [InlineData(nameof(AnswerSet.Sixth), 0.97)]
    [InlineData(nameof(AnswerSet.Seventh), 0.94)]
    [InlineData(nameof(AnswerSet.Eighth), 0.9)]
    [InlineData(nameof(AnswerSet.Ninth), 0.96)]
    [InlineData(nameof(AnswerSet.Tenth), 0.95)]
    [InlineData(nameof(AnswerSet.Eleventh), 0.96)]
    [InlineData(nameof(AnswerSet.Twelfth), 0.97)]
    [InlineData(nameof(AnswerSet.Thirteenth), 0.97)]
    [InlineData(nameof(AnswerSet.Fourteenth), 0.96)]
    [InlineData(nameof(AnswerSet.Fifteenth), 0.97)]
    [InlineData(nameof(AnswerSet.Sixteenth), 0.96)]
    [InlineData(nameof(AnswerSet.Seventeenth), 0.96)]
    [InlineData(nameof(AnswerSet.Eighteenth), 0.98)]
    [InlineData(nameof(AnswerSet.Nineteenth), 0.97)]
    [InlineData(nameof(AnswerSet.Twentieth), 0.96)]
    [InlineData(nameof(AnswerSet.TwentyFirst), 0.98)]
    [InlineData(nameof(AnswerSet.TwentySecond), 0.98)]
    [InlineData(nameof(AnswerSet.TwentyThird), 0.97)]
    [InlineData(nameof(AnswerSet.TwentyFourth), 0.97)]
    [InlineData(nameof(AnswerSet.TwentyFifth), 0.97)]
    [InlineData(nameof(AnswerSet.TwentySixth), 0.95)]
    [InlineData(nameof(AnswerSet.TwentySeventh), 0.97)]
    [InlineData(nameof(AnswerSet.TwentyEighth), 0.94)]
    [InlineData(nameof(AnswerSet.TwentyNinth), 0.94)]
    [InlineData(nameof(AnswerSet.Thirtieth), 0.94)]
    [InlineData(nameof(AnswerSet.Tricky), 0.94)]
    public void No_answer_of_a_resident_is_read_wrong_and_few_are_left_to_a_person(string set, double atLeast)
    {
        var answers = (AnswerSet)typeof(AnswerSet).GetProperty(set)!.GetValue(null)!;

        output.WriteLine(answers.Figures);
        foreach (var (answer, reading) in answers.LeftToAPerson)
            output.WriteLine($"{answer.Language}: {answer.Text} -> {reading.Kind}, not {answer.Kind}:{answer.Party}");
        Assert.Empty(answers.Wrong.Select(read => $"{read.Answer.Language}: {read.Answer.Text} -> {read.Reading.Kind}:{read.Reading.Party}, not {read.Answer.Kind}:{read.Answer.Party}"));
        Assert.True(answers.Share >= atLeast, answers.Figures);
    }
}
