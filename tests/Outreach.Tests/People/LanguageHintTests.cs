using Outreach.Languages;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.People;

public sealed class LanguageHintTests
{
    private const string Number = "+31612345601";

    private static readonly DateTimeOffset Now = Moments.Monday;

    [Fact]
    public void The_third_answer_in_a_row_in_another_language_is_when_we_offer_it()
    {
        var first = LanguageHint.After(null, "tr", "nl", true, Now);
        var second = LanguageHint.After(first, "tr", "nl", true, Now);
        var third = LanguageHint.After(second, "tr", "nl", true, Now);

        Assert.Equal((new LanguageHint("tr", 1), new LanguageHint("tr", 2), new LanguageHint("tr", 3) { OfferedAt = Now }), (first, second, third));
    }

    [Theory]
    [InlineData("nl", null)]
    [InlineData("ar", 1)]
    [InlineData(null, 2)]
    public void An_answer_in_the_own_language_begins_anew_and_an_emoji_says_nothing(string? heard, int? times) =>
        Assert.Equal(times, LanguageHint.After(new LanguageHint("tr", 2), heard, "nl", true, Now)?.Times);

    [Fact]
    public void Without_a_message_to_go_along_with_the_offer_waits() =>
        Assert.Equal(new LanguageHint("tr", 3), LanguageHint.After(new LanguageHint("tr", 2), "tr", "nl", canOffer: false, Now));

    [Theory]
    [InlineData("tr", true)]
    [InlineData(" TR. ", true)]
    [InlineData("türkçe", true)]
    [InlineData("evet", false)]
    [InlineData(null, false)]
    public void It_is_accepted_by_its_code_or_name(string? text, bool accepted)
    {
        Assert.Equal(accepted, new LanguageHint("tr", 3) { OfferedAt = Now }.IsAccepted(text));
        Assert.False(new LanguageHint("tr", 3).IsAccepted(text));
    }

    [Fact]
    public async Task Whoever_answers_three_times_in_another_language_is_offered_it_once_in_both()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Anna;0612345601;");

        foreach (var answer in new[] { "evet", "hayır gelemiyorum", "evet", "hayır", "evet" })
            await SayAsync(here, answer);

        var sent = await here.SentToAsync(Number);
        Assert.Equal([3], Enumerable.Range(0, sent.Count).Where(at => sent[at].Contains("Antwoord TR", StringComparison.Ordinal)));
        Assert.EndsWith("Mesajlarımızı bu dilde ister misiniz: Türkçe? TR yazın. Liever berichten in deze taal: Türkçe? Antwoord TR.", sent[3], StringComparison.Ordinal);
        Assert.Null((await here.WhoIsAsync(Number))!.Language);
    }

    [Fact]
    public async Task The_answer_to_the_offer_sets_the_language_and_the_invitation_stays_as_it_is()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Anna;0612345601;");
        foreach (var answer in new[] { "evet", "evet", "evet 2", "tr" })
            await SayAsync(here, answer);

        Assert.Equal("tr", (await here.WhoIsAsync(Number))!.Language);
        Assert.Equal((Outreach.Records.Reply.Yes, 2, "tr"), await here.InvitationAsync(meeting, Number) is { } i ? (i.Reply, i.Party, i.Language) : default);
        Assert.StartsWith("Tamam.", (await here.SentToAsync(Number))[^1], StringComparison.Ordinal);
        Assert.Empty(here.Rows<Outreach.Records.InboxItem>("", Outreach.Storage.TableNames.Inbox));
    }

    [Fact]
    public async Task A_word_that_many_languages_share_is_no_hint()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Anna;0612345601;");

        foreach (var answer in new[] { "👍", "ok", "👍", "ok" })
            await here.ReplyAsync(Number, answer);

        Assert.Null((await here.WhoIsAsync(Number))!.LanguageHint);
    }

    [Fact]
    public async Task The_same_message_twice_counts_once()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Anna;0612345601;");

        foreach (var _ in Enumerable.Range(0, 4))
            await here.ReplyAsync(Number, "evet", "the-same");

        Assert.Equal(new LanguageHint("tr", 1), (await here.WhoIsAsync(Number))!.LanguageHint);
    }

    private static async Task SayAsync(Neighbourhood here, string answer)
    {
        await here.AdvanceAsync(TimeSpan.FromMinutes(1));
        await here.ReplyAsync(Number, answer);
    }
}
