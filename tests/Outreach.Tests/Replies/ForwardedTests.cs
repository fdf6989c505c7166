using Outreach.Contacts;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Replies.Answers;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

/// <summary>What we wrote to one comes back from another: our own words say nothing of theirs.</summary>
public sealed class ForwardedTests
{
    private const string Ann = "+31611111111";
    private const string Stranger = "+31633333333";

    public static TheoryData<string> AllLines => [.. Language.All.SelectMany(language => language.LinesAboutStopping)];

    [Theory]
    [MemberData(nameof(AllLines))]
    public void A_line_of_ours_about_stopping_is_no_stop_of_anybody(string line)
    {
        Assert.NotEqual(ReplyKind.Stop, Phrase.Reader.Read(OwnWords.TakenOut($"Mag ik ook komen? Dag An! {line}").Rest, null).Kind);
        Assert.NotEqual(ReplyKind.Stop, Phrase.Reader.Read(OwnWords.TakenOut($"“Dag An!\n{line.Replace(" ", "\n", StringComparison.Ordinal)}”").Rest, "nl").Kind);
    }

    [Theory]
    [InlineData("Geen berichten meer. STOP.")]
    [InlineData("stop, geen berichten meer")]
    [InlineData("Ik wil geen berichten meer STOP")]
    public void Whoever_says_it_in_their_own_words_is_heard(string text) =>
        Assert.Equal(ReplyKind.Stop, Phrase.Reader.Read(OwnWords.TakenOut(text).Rest, "nl").Kind);

    [Theory]
    [InlineData("Mag ik ook komen? {0}")]
    [InlineData("Van mijn buurvrouw: {0} Ik kom graag mee!")]
    [InlineData("Fwd: {0}")]
    [InlineData("Is dit echt? \"{0}\"")]
    public async Task A_neighbour_who_was_shown_an_invitation_is_not_stopped(string format)
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;");
        var invitation = Assert.Single(await here.SentToAsync(Ann));

        await here.ReplyAsync(Stranger, string.Format(System.Globalization.CultureInfo.InvariantCulture, format, invitation));

        Assert.False(await here.Get<Suppressions>().BlocksAsync(Neighbourhood.Group, here.Get<ContactHasher>().Of(Neighbourhood.Group, new PhoneNumber(Stranger)), default));
        Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
    }

    [Fact]
    public async Task Whoever_says_wrong_number_with_a_code_from_another_phone_takes_nobodys_number_away()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 30);
        await here.InviteAsync(meeting, "Ann;0611111111;");
        var code = (await here.InvitationAsync(meeting, Ann))!.Code;

        await here.ReplyAsync(Stranger, $"{code} verkeerd verbonden");

        Assert.Null((await here.WhoIsAsync(Ann))!.Mobile!.BadCode);
        Assert.True(await here.Get<Suppressions>().BlocksAsync(Neighbourhood.Group, here.Get<ContactHasher>().Of(Neighbourhood.Group, new PhoneNumber(Stranger)), default));
        Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        Assert.Empty(await here.SentToAsync(Stranger));
    }
}
