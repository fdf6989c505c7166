using Outreach.Records;
using Outreach.Replies;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

/// <summary>Whoever asks for more places than there are keeps those that were promised, and hears so.</summary>
public sealed class OneGuestMoreTests
{
    private const string Ann = "+31611111111";
    private const string Bo = "+31622222222";
    private const string Cas = "+31633333333";

    [Theory]
    [InlineData("we komen met 3", 2)]
    [InlineData("ja met 1", 1)]
    [InlineData("ja", 2)]
    public async Task They_keep_their_places_and_hear_that_there_are_no_more(string text, int party)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await FullAsync(here);

        await here.ReplyAsync(Ann, text);

        var ann = (await here.InvitationAsync(meeting, Ann))!;
        Assert.Equal((Reply.Yes, party, false), (ann.Reply, ann.Party, ann.Waiting));
        Assert.Equal(party == 2, (await here.InvitationAsync(meeting, Cas))!.Waiting);
        var said = (await here.SentToAsync(Ann))[^1];
        Assert.Equal(text.Contains('3', StringComparison.Ordinal), said.Contains("Voor meer mensen is er geen plaats.", StringComparison.Ordinal));
        Assert.Contains(party == 2 ? "samen 2 mensen" : "We rekenen op u.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_hear_so_as_often_as_they_ask_for_more()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await FullAsync(here);
        await here.ReplyAsync(Ann, "ja met 2");
        var before = (await here.SentToAsync(Ann)).Count;

        await here.ReplyAsync(Ann, "ja met 4");

        Assert.Contains("Voor meer mensen is er geen plaats.", Assert.Single((await here.SentToAsync(Ann)).Skip(before)), StringComparison.Ordinal);
        Assert.Equal(2, (await here.InvitationAsync(meeting, Ann))!.Party);
    }

    [Fact]
    public async Task On_the_page_or_by_an_organiser_they_keep_them_too()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await FullAsync(here);

        var outcome = await here.Get<RecordReply>().HandleAsync(new ReplyCommand(Neighbourhood.Group, (await here.WhoIsAsync(Ann))!.Id, meeting.Id, Reply.Yes, 3), default);

        Assert.True(Assert.IsType<ReplyOutcome.Saved>(outcome) is { KeepsPlaces: true, Invitation.Party: 2 });
        Assert.True((await here.InvitationAsync(meeting, Cas))!.Waiting);
    }

    private static async Task<Meeting> FullAsync(Neighbourhood here)
    {
        var meeting = await here.PlanAsync(capacity: 4);
        await here.InviteAsync(meeting, "Ann;0611111111;", "Bo;0622222222;", "Cas;0633333333;");
        await here.ReplyAsync(Ann, "ja met 2");
        await here.ReplyAsync(Bo, "ja met 2");
        await here.ReplyAsync(Cas, "ja");
        Assert.True((await here.InvitationAsync(meeting, Cas))!.Waiting);
        return meeting;
    }
}
