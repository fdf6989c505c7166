using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Tests.Support;
using Outreach.Tests.Web;
using Outreach.Texts;

namespace Outreach.Tests.Sending;

public sealed class SpendingPagesTests : AsOrganiser
{
    [Fact]
    public async Task That_messages_wait_is_said_on_today_and_how_it_goes_and_an_owner_lets_them_go()
    {
        await FillAsync();
        Assert.NotNull((await Site.PageAsync("/")).QuerySelector(".todo a[href='/group/spending']"));
        Assert.NotNull((await Site.PageAsync("/status")).QuerySelector(".error a[href='/group/spending']"));
        Assert.Contains("€ 1,00", (await Site.PageAsync("/group/spending")).QuerySelector("dl")!.TextContent, StringComparison.Ordinal);

        var after = await Site.FollowAsync("/group/spending", "/group/spending/go-on");

        Assert.Contains($"10 van hoogstens {2 * Spending.Min}", after.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await Site.PageAsync("/")).QuerySelector(".todo a[href='/group/spending']"));
        Assert.Contains(await Site.Get<Audit>().ListAsync(GroupId.Default, default), line => line is { Kind: AuditKind.Settings, What: "/group/spending/go-on" });
    }

    [Fact]
    public async Task An_owner_chooses_the_limit_within_bounds()
    {
        var refused = await OrganiserSite.ReadAsync(await Site.PostAsync("/group/spending", ("most", "3")), System.Net.HttpStatusCode.UnprocessableEntity);
        Assert.Contains($"{Spending.Min}", refused.QuerySelector(".error")!.TextContent, StringComparison.Ordinal);

        await Site.FollowAsync("/group/spending", "/group/spending", ("most", "250"));

        Assert.Equal(250, (await Site.Get<GroupStore>().GetAsync(GroupId.Default, default)).MessagesPerDay);
        Assert.Contains(await Site.Get<Audit>().ListAsync(GroupId.Default, default), line => line is { Kind: AuditKind.Settings, What: "/group/spending" });
    }

    /// <summary>A day of ten messages at most, and one more.</summary>
    private async Task FillAsync()
    {
        var spending = Site.Get<Spending>();
        await spending.ChangeLimitAsync(GroupId.Default, Spending.Min, default);
        var person = new Person { Id = PersonId.New(0, Moments.Monday), CreatedAt = Moments.Monday };
        var message = new Message { Person = person.Id, At = Moments.Monday, Step = "invitation", Channel = Channel.Sms, Text = "Kom je ook?" };
        var items = Enumerable.Repeat(new Outgoing(message, null, new(person, "1"), null, null), Spending.Min + 1).ToList();
        Assert.Equal(Spending.Min, (await spending.TakeAsync(await Site.Get<GroupStore>().GetAsync(GroupId.Default, default), items, default)).Count);
    }
}
