using Outreach.Ids;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.Nominations;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

public sealed class CodeInTextTests
{
    private const string Ann = "+31611111111";
    private const string Unknown = "+31645678901";

    [Fact]
    public async Task A_letter_is_answered_from_any_phone_with_the_code_that_stands_in_it()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var letter = await LetterAsync(here, meeting);

        await here.ReplyAsync(Unknown, $"Ja, {letter.Code.Value.ToLowerInvariant()}");

        Assert.Equal(Reply.Yes, Assert.Single(here.Invitations(meeting)).Reply);
        Assert.Single(await here.SentToAsync(Unknown));
        Assert.Empty(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
    }

    [Fact]
    public async Task A_code_that_was_copied_in_two_halves_is_read_as_one()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var code = (await LetterAsync(here, meeting)).Code.Value;

        await here.ReplyAsync(Unknown, $"ja {code[..5]} {code[5..]}, met 2");

        Assert.Equal((Reply.Yes, 2), (Assert.Single(here.Invitations(meeting)).Reply, here.Invitations(meeting)[0].Party));
    }

    [Fact]
    public async Task A_stop_with_the_code_of_a_letter_stops_the_letter_and_the_phone()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var letter = await LetterAsync(here, meeting);

        await here.ReplyAsync(Unknown, $"stop {letter.Code}");

        Assert.Equal(Reply.Stop, Assert.Single(here.Invitations(meeting)).Reply);
        Assert.Equal(1, (await here.ImportAsync(meeting, "Buur;0645678901;")).Suppressed);
    }

    [Theory]
    [InlineData("nee", Reply.No)]
    [InlineData("STOP", Reply.Stop)]
    [InlineData("Is er een lift?", Reply.Yes)]
    public async Task Whoever_answered_a_letter_with_its_code_needs_no_code_from_then_on_and_gets_nothing_but_answers(string text, Reply reply)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var letter = await LetterAsync(here, meeting);
        await here.ReplyAsync(Unknown, $"ja {letter.Code}");

        await here.ReplyAsync(Unknown, text);
        Assert.Equal((reply, 2), (Assert.Single(here.Invitations(meeting)).Reply, (await here.SentToAsync(Unknown)).Count));
        await here.AdvanceAsync(TimeSpan.FromDays(9.5));

        Assert.InRange((await here.SentToAsync(Unknown)).Count, 0, 2);
    }

    [Fact]
    public async Task A_phone_that_is_somebody_elses_stays_theirs_when_they_answer_a_letter_for_a_neighbour()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var letter = await LetterAsync(here, meeting);
        await here.InviteAsync(meeting, "Ann;0611111111;");

        await here.ReplyAsync(Ann, $"ja {letter.Code}");
        await here.ReplyAsync(Ann, "nee");

        Assert.Equal(Reply.No, (await here.InvitationAsync(meeting, Ann))!.Reply);
        Assert.Equal(Reply.Yes, here.Invitations(meeting).Single(invitation => invitation.Code == letter.Code).Reply);
    }

    [Fact]
    public async Task Whoever_writes_yes_with_a_code_that_was_handed_over_joins_once()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, code) = await HandedOverAsync(here);

        await here.ReplyAsync(Unknown, $"ja met 3 {code}", "sms1");
        await here.ReplyAsync(Unknown, "nee", "sms2");
        await here.ReplyAsync(Unknown, $"ja met 3 {code}", "sms1");

        var invitation = Assert.Single(here.Invitations(meeting), i => i.Source is Source.Nomination);
        Assert.Equal((Reply.No, 1), (invitation.Reply, invitation.Wave));
        Assert.Equal(2, here.Rows<Outreach.Records.Message>($"msg|{invitation.Person}|").Count(m => m.State is Outreach.Records.MessageState.Received));
    }

    [Theory]
    [InlineData("ja", 3)]
    [InlineData("ja met 2", 2)]
    public async Task Whoever_sends_the_code_again_keeps_their_party_unless_they_name_another(string again, int party)
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, code) = await HandedOverAsync(here);
        await here.ReplyAsync(Unknown, $"ja met 3 {code}");

        await here.ReplyAsync(Unknown, $"{again} {code}");

        Assert.Equal(party, Assert.Single(here.Invitations(meeting), i => i.Source is Source.Nomination).Party);
    }

    [Fact]
    public async Task Thanks_offer_only_the_codes_that_nobody_has_used_yet()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (_, used) = await HandedOverAsync(here);
        var ann = (await here.WhoIsAsync(Ann))!.Id;
        var unused = ((NominateOutcome.PassedOn)await here.Get<PassOn>().HandleAsync(Neighbourhood.Group, ann, here.Rows<Invitation>("inv|").First(i => i.Person == ann).Meeting, default)).Code;
        await here.ReplyAsync(Unknown, $"ja {used}");

        await here.AdvanceAsync(TimeSpan.FromDays(1));

        var thanks = (await here.SentToAsync(Ann))[^1];
        Assert.Contains(unused.Value, thanks, StringComparison.Ordinal);
        Assert.DoesNotContain(used.Value, thanks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_without_a_yes_goes_to_a_person()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, code) = await HandedOverAsync(here);

        await here.ReplyAsync(Unknown, $"wie bent u? {code}");

        Assert.DoesNotContain(here.Invitations(meeting), i => i.Source is Source.Nomination);
        Assert.Equal(Unknown, Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default)).From);
    }

    [Fact]
    public async Task What_a_stranger_writes_is_read_by_one_group_also_where_there_are_more()
    {
        using var here = await Neighbourhood.OpenAsync();
        var other = new GroupId("andere-wijk");
        await here.Get<GroupStore>().SaveAsync(new Group { Id = other, Name = "De andere wijk", Language = "nl", CreatedAt = here.Now }, default);

        await here.ReplyAsync(Unknown, "Wanneer is het buurtfeest?");

        Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        Assert.Empty(await here.Get<Inbox>().ListAsync(other, open: true, default));
    }

    private static async Task<Invitation> LetterAsync(Neighbourhood here, Meeting meeting)
    {
        var content = new MemoryStream("naam;straat;huisnr;postcode\nAnn Bakker;Kerkstraat;4;1234 AB\n"u8.ToArray());
        await here.Get<UploadList>().HandleAsync(new UploadListCommand(Neighbourhood.Group, meeting.Id, "adressen.csv", content, Basis.None, null, "nl"), default);
        await here.DrainAsync();
        await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        await here.DrainAsync();
        return Assert.Single(here.Invitations(meeting));
    }

    private static async Task<(Meeting Meeting, Code Code)> HandedOverAsync(Neighbourhood here)
    {
        var first = await here.PlanAsync(inDays: 3);
        var second = await here.PlanAsync(inDays: 14);
        await here.InviteAsync(first, "Ann;0611111111;");
        await here.AttendAsync(first, Ann);
        await here.AdvanceToAsync(first.EndsAt.AddHours(1));
        var passedOn = (NominateOutcome.PassedOn)await here.Get<PassOn>().HandleAsync(Neighbourhood.Group, (await here.WhoIsAsync(Ann))!.Id, first.Id, default);
        return (second, passedOn.Code);
    }
}
