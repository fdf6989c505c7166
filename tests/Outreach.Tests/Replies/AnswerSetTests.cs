namespace Outreach.Tests.Replies;

public sealed class AnswerSetTests(ITestOutputHelper output)
{
    public static TheoryData<string, double> Rounds => [.. AnswerRound.All.Select(round => (round.Folder, round.AtLeast))];

    [Theory]
    [MemberData(nameof(Rounds))]
    public void No_answer_of_a_round_is_read_wrong_and_few_are_left_to_a_person(string folder, double atLeast) =>
        Check(AnswerSet.Of(AnswerRound.All.Single(round => round.Folder == folder)), atLeast);

    [Fact]
    public void No_answer_that_is_known_is_read_wrong() => Check(AnswerSet.Known, 0.97);

    [Fact]
    public void No_text_that_only_looks_like_an_answer_is_read_wrong() => Check(AnswerSet.Tricky, 0.94);

    private void Check(AnswerSet answers, double atLeast)
    {
        output.WriteLine(answers.Figures);
        foreach (var (answer, reading) in answers.LeftToAPerson)
            output.WriteLine($"{answer.Language}: {answer.Text} -> {reading.Kind}, not {answer.Kind}:{answer.Party}");
        Assert.Empty(answers.Wrong.Select(read => $"{read.Answer.Language}: {read.Answer.Text} -> {read.Reading.Kind}:{read.Reading.Party}, not {read.Answer.Kind}:{read.Answer.Party}"));
        Assert.True(answers.Share >= atLeast, answers.Figures);
    }
}
