using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

public sealed class InboxNoticeTests
{
    private const string Ann = "+31611111111";
    private const string Organiser = "fatima@post.example";

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
