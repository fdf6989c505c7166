using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

public sealed class InboxNoticeTests
{
    private const string Ann = "+31611111111";
    private const string Organiser = "fatima@post.example";

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task A_question_within_the_hour_is_told_when_it_is_over_unless_somebody_answered_it(bool isAnswered, int notices)
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.Get<GroupStore>().SaveAsync(new Group { Id = Neighbourhood.Group, Name = "De buurt", Language = "nl", Organisers = [Organiser] }, default);
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;", "Bo;0622222222;");
        await here.ReplyAsync(Ann, "Is er een lift in het gebouw?");
        await SettleAsync(here);
        await here.AdvanceAsync(TimeSpan.FromMinutes(6));

        await here.ReplyAsync("+31622222222", "Waar is de ingang?");
        if (isAnswered)
            await SettleAsync(here);

        Assert.Single(await here.SentToAsync(Organiser));
        await here.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.Equal(notices, (await here.SentToAsync(Organiser)).Count);
    }

    private static async Task SettleAsync(Neighbourhood here)
    {
        foreach (var item in await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default))
            await here.Get<Inbox>().SettleAsync(Neighbourhood.Group, item, InboxState.Closed, null, here.Now, default);
    }

    [Fact]
    public async Task An_organiser_hears_of_a_question_also_when_the_answer_of_the_store_was_lost()
    {
        var faults = new Faults();
        using var here = await Neighbourhood.OpenAsync(faults);
        await here.Get<GroupStore>().SaveAsync(new Group { Id = Neighbourhood.Group, Name = "De buurt", Language = "nl", Organisers = [Organiser] }, default);
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;");
        var lost = 0;
        faults.Hook = (moment, operation, target) =>
        {
            if (moment is Moment.After && operation == "SubmitAsync" && target.StartsWith("People/", StringComparison.Ordinal) && lost++ == 0)
                throw new IOException("The answer was lost.");
        };

        await here.ReplyAsync(Ann, "Is er een lift in het gebouw?");
        await here.AdvanceAsync(TimeSpan.FromMinutes(30));

        Assert.True(lost > 1);
        Assert.Single(await here.SentToAsync(Organiser));
        Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
    }
}
