using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;
using Outreach.Tests.Support;
using Outreach.Texts;

namespace Outreach.Tests.Sending;

/// <summary>A limited number of messages leave in a day. Later ones wait for an owner, or for tomorrow.</summary>
public sealed class SpendingTests : IAsyncLifetime, IDisposable
{
    private const string Owner = "noor@buurt.example";
    private const int Most = 10;
    private const int Asked = 14;

    private Neighbourhood here = null!;

    public async ValueTask InitializeAsync()
    {
        here = await Neighbourhood.OpenAsync();
        await here.Get<GroupStore>().SaveAsync(new Group { Id = Neighbourhood.Group, Name = "De buurt", Language = "nl", Organisers = [Owner], MessagesPerDay = Most }, default);
    }

    public ValueTask DisposeAsync() => default;

    public void Dispose() => here.Dispose();

    [Fact]
    public async Task What_is_too_much_waits_for_an_owner_and_then_leaves_once()
    {
        await AskAsync();
        await here.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(Most, await WrittenToAsync());
        Assert.Contains("/group/spending", Assert.Single(await here.SentToAsync(Owner)), StringComparison.Ordinal);
        Assert.NotNull((await TodayAsync()).HeldAt);

        await here.Get<Spending>().GoOnAsync(Neighbourhood.Group, default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(20));

        Assert.Equal(Asked, await WrittenToAsync());
        Assert.Equal((Asked, null), ((await TodayAsync()).Messages, (await TodayAsync()).HeldAt));
        Assert.Single(await here.SentToAsync(Owner));
    }

    [Fact]
    public async Task A_higher_limit_lets_it_go_as_well()
    {
        await AskAsync();

        Assert.False(await here.Get<Spending>().ChangeLimitAsync(Neighbourhood.Group, Spending.Max + 1, default));
        Assert.True(await here.Get<Spending>().ChangeLimitAsync(Neighbourhood.Group, Most + 2, default));
        await here.AdvanceAsync(TimeSpan.FromMinutes(20));

        Assert.Equal(Most + 2, await WrittenToAsync());
    }

    [Fact]
    public async Task Without_an_owner_the_rest_leaves_the_next_day()
    {
        await AskAsync();
        await here.AdvanceAsync(TimeSpan.FromHours(12));
        Assert.Equal(Most, await WrittenToAsync());

        await here.AdvanceAsync(TimeSpan.FromHours(14));

        Assert.Equal(Asked, await WrittenToAsync());
    }

    [Fact]
    public async Task A_whole_part_of_a_mailing_waits_as_one()
    {
        await AskAsync();
        var jobs = await here.Queues.CountAsync("invitations", default) + await here.Queues.CountAsync("messages", default);
        var meeting = await here.PlanAsync();

        await here.InviteAsync(meeting, [.. Enumerable.Range(0, 5).Select(i => $"Later {i};;later{i}@buurt.example")]);

        Assert.Equal(Most, await WrittenToAsync());
        Assert.InRange(await here.Queues.CountAsync("invitations", default) + await here.Queues.CountAsync("messages", default) - jobs, 1, 2);
        Assert.All(here.Invitations(meeting), invitation => Assert.Equal(Delivery.Created, invitation.Delivery));
    }

    [Fact]
    public async Task The_confirmation_of_a_stop_is_never_held_back()
    {
        await AskAsync();
        string[] written = [.. (await here.Outbox.ListAsync(null, default)).Select(message => message.To).Where(to => to != Owner)];
        var (stops, comes) = (written[0], written[1]);

        await here.ReplyAsync(stops, "stop");
        await here.ReplyAsync(comes, "ja");

        Assert.Equal(2, (await here.SentToAsync(stops)).Count);
        Assert.Single(await here.SentToAsync(comes));
        await here.Get<Spending>().GoOnAsync(Neighbourhood.Group, default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(20));
        Assert.Equal(2, (await here.SentToAsync(comes)).Count);
    }

    [Fact]
    public async Task What_an_owner_lets_go_in_another_process_leaves_from_this_one_too()
    {
        var group = await here.Get<GroupStore>().GetAsync(Neighbourhood.Group, default);
        var other = new Spending(new DayCounts(here.Get<ITables>(), here.Get<Settings>(), here.Clock), here.Get<GroupStore>(), here.Get<LimitAlarms>(), here.Get<Settings>(), here.Clock);
        Assert.Equal(Most, (await here.Get<Spending>().TakeAsync(group, [.. Enumerable.Repeat(Sms("kort"), Most + 1)], default)).Count);
        Assert.Empty(await here.Get<Spending>().TakeAsync(group, [Sms("kort")], default));

        await other.GoOnAsync(group.Id, default);
        Assert.Single(await here.Get<Spending>().TakeAsync(group, [Sms("kort")], default));
        Assert.Single(await other.TakeAsync(group, [Sms("kort")], default));
        Assert.Single(await here.Get<Spending>().TakeAsync(group, [Sms("kort")], default));

        Assert.Equal(Most + 3, (await TodayAsync()).Messages);
    }

    [Fact]
    public async Task An_answer_that_has_to_be_decided_again_counts_once()
    {
        var faults = new Faults();
        using var other = await Neighbourhood.OpenAsync(faults);
        await other.InviteAsync(await other.PlanAsync(), "Ann;0611111111;");
        var before = (await other.Get<Spending>().TodayAsync(Neighbourhood.Group, default)).Messages;
        faults.Hook = (moment, operation, target) =>
        {
            if (moment is not Moment.Before || operation != nameof(ITables.SubmitAsync) || !target.StartsWith(TableNames.People, StringComparison.Ordinal))
                return;
            faults.Hook = null;
            throw new ConflictException(ConflictKind.Changed, 0, "somebody else was first");
        };

        await other.ReplyAsync("+31611111111", "ja");

        Assert.Null(faults.Hook);
        Assert.Equal(before + 1, (await other.Get<Spending>().TodayAsync(Neighbourhood.Group, default)).Messages);
    }

    [Fact]
    public void An_SMS_counts_for_each_of_its_parts()
    {
        var (day, left) = SpendingDay.None.Take([Sms(new string('a', 161)), Sms("kort"), Sms("te veel")], 3, Moments.Monday);

        Assert.Equal((3, 0, 2), (day.SmsParts, day.Emails, left.Count));
        Assert.Equal(Moments.Monday, day.HeldAt);
    }

    [Fact]
    public void What_no_provider_took_is_given_back()
    {
        var item = Sms("kort");

        Assert.Equal(0, SpendingDay.None.Take([item], 3, Moments.Monday).After.Without([item.Message]).Messages);
    }

    [Fact]
    public void What_was_claimed_before_was_counted_before()
    {
        var claimed = Sms("kort") with { Message = Sms("kort").Message with { State = MessageState.Sending } };

        var (day, left) = (SpendingDay.None with { SmsParts = 3 }).Take([claimed], 3, Moments.Monday);

        Assert.Equal((3, 1, null), (day.SmsParts, left.Count, day.HeldAt));
    }

    private static Outgoing Sms(string text)
    {
        var person = new Person { Id = PersonId.New(0, Moments.Monday), CreatedAt = Moments.Monday };
        var message = new Message { Person = person.Id, At = Moments.Monday, Step = "invitation", Kind = MessageKind.Invitation, Channel = Channel.Sms, Text = text };
        return new Outgoing(message, null, new(person, "1"), null, null);
    }

    private async Task AskAsync() =>
        await here.InviteAsync(await here.PlanAsync(), [.. Enumerable.Range(0, Asked).Select(i => $"Buur {i};;buur{i}@buurt.example")]);

    private Task<SpendingDay> TodayAsync() => here.Get<Spending>().TodayAsync(Neighbourhood.Group, default);

    /// <returns>Of the neighbours; nobody was written to twice.</returns>
    private async Task<int> WrittenToAsync()
    {
        var to = (await here.Outbox.ListAsync(null, default)).Select(message => message.To).Where(to => to != Owner).ToList();
        Assert.Equal(to.Distinct().Count(), to.Count);
        return to.Count;
    }
}
