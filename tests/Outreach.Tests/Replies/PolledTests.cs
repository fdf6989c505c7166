using Outreach.Records;
using Outreach.Replies;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

/// <summary>What came by the webhook is found again by every poll of the next hour.</summary>
public sealed class PolledTests
{
    private const string Ann = "+31611111111";

    [Fact]
    public async Task What_the_webhook_brought_is_not_weighed_again()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;");
        var inbound = new InboundEvent(InboundKind.Sms, "SM1", Ann, null, "ja", here.Now);
        var polled = inbound with { IsPolled = true };

        Assert.NotNull(await LoadAsync(here, polled));
        await here.InboundAsync(inbound);

        Assert.Null(await LoadAsync(here, polled));
        await here.InboundAsync(polled);
        Assert.Single(here.Rows<Message>("msg|"), message => message.State is MessageState.Received);
    }

    [Fact]
    public async Task What_no_webhook_brought_counts()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");

        await here.InboundAsync(new InboundEvent(InboundKind.Sms, "SM1", Ann, null, "ja", here.Now) { IsPolled = true });

        Assert.Equal(Reply.Yes, (await here.InvitationAsync(meeting, Ann))!.Reply);
    }

    private static async Task<Conversation?> LoadAsync(Neighbourhood here, InboundEvent inbound)
    {
        var writer = Assert.Single(await here.Get<WhoWrote>().FindAsync(inbound, null, default));
        return await here.Get<LoadConversation>().HandleAsync(inbound, writer, here.Get<Understand>().Of(inbound.Words, inbound, writer), default);
    }
}
