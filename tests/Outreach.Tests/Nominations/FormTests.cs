using Outreach.Calls;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Tests.Support;

namespace Outreach.Tests.Nominations;

/// <summary>Anybody can fill in any number on a form. It is not consent of the number's owner until they answer.</summary>
public sealed class FormTests
{
    private const string Bo = "+31622222222";
    private const string Mail = "bo@post.example";

    [Fact]
    public async Task A_form_sends_one_message_to_the_number_and_no_reminder_and_the_seat_counts()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, code) = await FlyerAsync(here);

        await SignUpAsync(here, code, Bo);
        await here.AdvanceToAsync(meeting.EndsAt.AddDays(8));

        var text = Assert.Single(await here.SentToAsync(Bo));
        Assert.Contains("Klopt dit? Stuur JA", text, StringComparison.Ordinal);
        Assert.Contains("STOP", text, StringComparison.Ordinal);
        Assert.Equal(1, (await here.FunnelAsync(meeting)).Yes);
    }

    [Fact]
    public async Task Whoever_has_not_answered_is_called_the_day_before()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, code) = await FlyerAsync(here);

        await SignUpAsync(here, code, Bo);

        var call = Assert.Single(await here.Get<ReadCalls>().HandleAsync(Neighbourhood.Group, meeting, default));
        Assert.Equal((Bo, CallReason.NoMobile), (call.Number, call.Why[0]));
    }

    [Fact]
    public async Task The_number_s_own_yes_is_consent_and_brings_the_reminder()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, code) = await FlyerAsync(here);
        await SignUpAsync(here, code, Bo);
        Assert.Equal(Basis.Form, (await here.WhoIsAsync(Bo))!.Mobile!.Ground.Basis);

        await here.ReplyAsync(Bo, "ja");
        Assert.Equal(Basis.Consent, (await here.WhoIsAsync(Bo))!.Mobile!.Ground.Basis);
        var before = (await here.SentToAsync(Bo)).Count;
        await here.AdvanceToAsync(meeting.StartsAt.AddHours(-1));

        Assert.Equal(before + 1, (await here.SentToAsync(Bo)).Count);
        Assert.Equal(Channel.Sms, (await here.InvitationAsync(meeting, Bo))!.Channel);
    }

    [Theory]
    [InlineData("nee")]
    [InlineData("stop")]
    [InlineData("wie bent u?")]
    public async Task A_no_a_stop_or_a_question_is_no_consent(string words)
    {
        using var here = await Neighbourhood.OpenAsync();
        var (_, code) = await FlyerAsync(here);
        await SignUpAsync(here, code, Bo);

        await here.ReplyAsync(Bo, words);

        Assert.Equal(Basis.Form, (await here.WhoIsAsync(Bo))!.Mobile!.Ground.Basis);
    }

    [Fact]
    public async Task The_same_number_on_other_forms_gets_nothing_more()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, code) = await FlyerAsync(here);
        var second = await here.PlanAsync(inDays: 20);
        var other = await here.Get<Codes>().DrawAsync(new CodeRow(Neighbourhood.Group, CodeKind.Flyer, null, second.Id), default);

        await SignUpAsync(here, code, Bo);
        await here.AdvanceAsync(TimeSpan.FromHours(1));
        await SignUpAsync(here, code, Bo, party: 3);
        await SignUpAsync(here, other, Bo);
        await WalkInAsync(here, first, Bo);
        await here.AdvanceToAsync(second.EndsAt.AddDays(2));

        Assert.Single(await here.SentToAsync(Bo));
        Assert.Equal((3, 1), ((await here.InvitationAsync(first, Bo))!.Party, (await here.InvitationAsync(second, Bo))!.Party));
    }

    [Fact]
    public async Task Whoever_texts_the_code_in_has_answered()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, code) = await FlyerAsync(here);

        await here.ReplyAsync(Bo, $"JA {code}");
        await here.AdvanceToAsync(meeting.StartsAt.AddHours(-1));

        Assert.Equal(Basis.Consent, (await here.WhoIsAsync(Bo))!.Mobile!.Ground.Basis);
        var sent = await here.SentToAsync(Bo);
        Assert.Equal(2, sent.Count);
        Assert.DoesNotContain("Klopt dit?", sent[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_texts_the_code_in_after_the_form_has_answered_as_well()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (_, code) = await FlyerAsync(here);
        await SignUpAsync(here, code, Bo);

        await here.ReplyAsync(Bo, $"JA {code}");

        Assert.Equal(Basis.Consent, (await here.WhoIsAsync(Bo))!.Mobile!.Ground.Basis);
    }

    [Fact]
    public async Task A_walk_in_is_thanked_once_and_hears_no_more_until_they_answer()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, second) = (await here.PlanAsync(inDays: 3), await here.PlanAsync(inDays: 12));
        foreach (var meeting in (Meeting[])[first, second])
        {
            await here.AdvanceToAsync(meeting.StartsAt.AddMinutes(5));
            await WalkInAsync(here, meeting, Bo);
        }

        await here.AdvanceAsync(TimeSpan.FromDays(4));

        Assert.Single(await here.SentToAsync(Bo));
    }

    [Fact]
    public async Task A_form_gives_somebody_we_know_no_new_address_that_reads_their_messages()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, code) = await FlyerAsync(here);
        await here.ImportAsync(meeting, "Bo;;" + Mail);

        await here.Get<AnswerPassedOn>().HandleAsync(code, Neighbourhood.Candidate("Bo", Bo, Mail), Reply.Yes, 1, default);
        await here.DrainAsync();

        Assert.Empty(await here.SentToAsync(Bo));
        Assert.Single(await here.SentToAsync(Mail));
        Assert.Null((await here.WhoIsAsync(Mail))!.Mobile);
    }

    [Fact]
    public async Task A_number_that_a_list_says_no_for_gets_nothing_from_a_form()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, code) = await FlyerAsync(here);
        await here.ImportTextAsync(meeting, "naam;mobiel;toestemming\nBo;0622222222;nee\n");
        Assert.Equal(Basis.Refused, (await here.WhoIsAsync(Bo))!.Mobile!.Ground.Basis);

        Assert.IsType<PassedOnOutcome.SignedUp>(await here.Get<AnswerPassedOn>().HandleAsync(code, Neighbourhood.Candidate("Bo", Bo), Reply.Yes, 1, default));
        await here.DrainAsync();

        Assert.Empty(await here.SentToAsync(Bo));
    }

    [Fact]
    public void A_message_that_left_at_the_very_moment_of_the_form_was_the_one_that_may_go_there()
    {
        var given = Neighbourhood.Candidate("Bo", Bo);
        var form = new Person { Id = PersonId.New(0, Moments.Monday), CreatedAt = Moments.Monday, Mobile = new Contact(Bo, new Ground(Basis.Form, "welcome", Moments.Monday)) };

        Assert.NotNull(ConfirmSignUp.WayTo(form, given));
        Assert.Null(ConfirmSignUp.WayTo(form.WithOneMessageUsed(Moments.Monday), given));
    }

    [Fact]
    public async Task The_same_answer_once_more_overtakes_a_message_that_was_written_before_it()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, code) = await FlyerAsync(here);
        await SignUpAsync(here, code, Bo, party: 2);
        await here.AdvanceAsync(TimeSpan.FromHours(1));
        var before = here.Now.AddMinutes(-1);

        await SignUpAsync(here, code, Bo, party: 2);
        await here.ReplyAsync(Bo, "ja 1", at: before);

        Assert.Equal(2, Assert.Single(here.Invitations(meeting)).Party);
        Assert.Single(await here.SentToAsync(Bo));
    }

    private static async Task<(Meeting Meeting, Code Code)> FlyerAsync(Neighbourhood here)
    {
        var meeting = await here.PlanAsync();
        return (meeting, await here.Get<Codes>().DrawAsync(new CodeRow(Neighbourhood.Group, CodeKind.Flyer, null, meeting.Id), default));
    }

    private static async Task SignUpAsync(Neighbourhood here, Code code, string phone, int party = 1)
    {
        Assert.IsType<PassedOnOutcome.SignedUp>(await here.Get<AnswerPassedOn>().HandleAsync(code, Neighbourhood.Candidate("Buur", phone), Reply.Yes, party, default));
        await here.DrainAsync();
    }

    private static Task WalkInAsync(Neighbourhood here, Meeting meeting, string phone) =>
        here.Get<WalkIn>().HandleAsync(new WalkInCommand(Neighbourhood.Group, meeting.Id, Neighbourhood.Candidate("Buur", phone)), default);
}
