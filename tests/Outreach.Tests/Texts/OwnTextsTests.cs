using Outreach.Languages;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Tests.Support;
using Outreach.Texts;

namespace Outreach.Tests.Texts;

public sealed class OwnTextsTests
{
    [Fact]
    public async Task A_mailing_on_its_way_keeps_the_words_it_left_with()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, "Anna;0612345601;", "Bram;0612345602;", "Cas;0612345603;", "Dirk;0612345604;");
        await WriteAsync(here, meeting.Id, "Er is taart.");
        await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, new SendWish(1), default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(1, (await here.FunnelAsync(meeting)).Invited);

        await WriteAsync(here, meeting.Id, "Er is soep.");
        await here.AdvanceAsync(TimeSpan.FromHours(4));
        await here.InviteAsync(meeting, "Eva;0612345605;");

        foreach (var number in Enumerable.Range(1, 4))
            Assert.Contains("Er is taart.", Assert.Single(await here.SentToAsync($"+3161234560{number}")), StringComparison.Ordinal);
        Assert.Contains("Er is soep.", Assert.Single(await here.SentToAsync("+31612345605")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_languages_and_texts_stay_as_they_are_and_a_text_can_be_taken_back()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await WriteAsync(here, meeting.Id, "Er is taart.");

        var own = await here.Get<OwnTextStore>().OfAsync(Neighbourhood.Group, meeting.Id, default);
        await WriteAsync(here, meeting.Id, null);
        var after = await here.Get<OwnTextStore>().OfAsync(Neighbourhood.Group, meeting.Id, default);

        Assert.NotNull(own.Find(MessageKind.NomineeInvitation, "nl"));
        Assert.Null(own.Find(MessageKind.Invitation, "en"));
        Assert.Null(own.Find(MessageKind.Reminder, "nl"));
        Assert.Null(after.Find(MessageKind.Invitation, "nl"));
    }

    [Fact]
    public async Task An_answer_is_confirmed_in_the_organisers_words()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await WriteAsync(here, meeting.Id, "Wat fijn, tot dan!", MessageKind.ConfirmYes);
        await here.InviteAsync(meeting, "Anna;0612345601;");

        await here.ReplyAsync("+31612345601", "Ja 2");

        Assert.StartsWith("Wat fijn, tot dan!", (await here.SentToAsync("+31612345601"))[^1], StringComparison.Ordinal);
    }

    private static async Task WriteAsync(Neighbourhood here, Outreach.Ids.MeetingId meeting, string? sms, MessageKind kind = MessageKind.Invitation)
    {
        var (saved, _) = await here.Get<WriteOwnText>().HandleAsync(Neighbourhood.Group, meeting, new OwnTextDraft(kind, "nl", new OwnParts(null, sms, null), false, "Noor"), default);
        Assert.NotNull(saved);
    }
}
