using Outreach.Languages;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

public sealed class AnswerInboxTests
{
    private const string Ann = "+31611111111";

    [Fact]
    public async Task The_same_answer_given_twice_leaves_once()
    {
        using var here = await Neighbourhood.OpenAsync();
        var item = await AskAsync(here);
        var before = (await here.SentToAsync(Ann)).Count;

        Assert.Equal(InboxAnswerOutcome.OnItsWay, await AnswerAsync(here, item, "Om zeven uur."));
        Assert.Equal(InboxAnswerOutcome.OnItsWay, await AnswerAsync(here, item, "Om zeven uur."));

        Assert.Equal(before + 1, (await here.SentToAsync(Ann)).Count);
    }

    [Fact]
    public async Task A_second_answer_in_other_words_leaves_too()
    {
        using var here = await Neighbourhood.OpenAsync();
        var item = await AskAsync(here);
        var before = (await here.SentToAsync(Ann)).Count;

        Assert.Equal(InboxAnswerOutcome.OnItsWay, await AnswerAsync(here, item, "Om zeven uur."));
        Assert.Equal(InboxAnswerOutcome.OnItsWay, await AnswerAsync(here, item, "En neem gerust iemand mee."));

        Assert.Equal(before + 2, (await here.SentToAsync(Ann)).Count);
    }

    private static async Task<InboxItem> AskAsync(Neighbourhood here)
    {
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "hoe laat begint het eigenlijk?");
        return Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
    }

    private static async Task<InboxAnswerOutcome> AnswerAsync(Neighbourhood here, InboxItem item, string text)
    {
        var done = await here.Get<AnswerInbox>().HandleAsync(Neighbourhood.Group, item.Id, text, default);
        await here.DrainAsync();
        return done;
    }
}
