using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.OptOuts;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;
using Outreach.Tests.Support;
using Outreach.Texts;

namespace Outreach.Tests.Sending;

public sealed class DeliverTests
{
    private const string Ann = "+31611111111";

    [Fact]
    public async Task A_job_comes_back_for_a_message_that_changed_under_its_hands_but_still_waits()
    {
        using var here = await Neighbourhood.OpenAsync();
        var asking = await AskAsync(here, await here.PlanAsync());
        await StoreAsync(here, asking.Message);
        var stale = asking with { Stored = new Stored<Message>(asking.Message, "0") };
        var group = await here.Get<GroupStore>().GetAsync(Neighbourhood.Group, default);

        await Assert.ThrowsAsync<ConflictException>(() => here.Get<Deliver>().RunAsync(group, [stale], default));
    }

    [Fact]
    public async Task A_job_comes_back_for_a_message_that_another_run_took_under_its_hands_for_that_run_may_die()
    {
        using var here = await Neighbourhood.OpenAsync();
        var asking = await AskAsync(here, await here.PlanAsync());
        await StoreAsync(here, asking.Message with { State = MessageState.Sending, TriedAt = here.Now, Address = Ann, Text = "Komt u ook?" });
        var (group, key) = (await here.Get<GroupStore>().GetAsync(Neighbourhood.Group, default), asking.Message.Key);

        await Assert.ThrowsAsync<ConflictException>(() => here.Get<Deliver>().RunAsync(group, [asking], default));
        await here.Get<SendMessage>().HandleAsync(new SendMessageJob(group.Id, key.Person, key.Ticks, key.Step), default);
        await here.AdvanceAsync(Claims.Period + TimeSpan.FromMinutes(1));

        Assert.Single(await here.SentToAsync(Ann));
    }

    [Fact]
    public async Task What_another_run_has_sent_is_not_put_back_by_one_that_found_too_many_messages_this_week()
    {
        using var here = await Neighbourhood.OpenAsync();
        var asking = await AskAsync(here, await here.PlanAsync());
        await StoreAsync(here, asking.Message with { State = MessageState.Sent, TriedAt = here.Now, Address = Ann, Text = "Komt u ook?" });
        var full = asking with { Person = asking.Person with { Value = asking.Person.Value with { Unasked = [here.Now, here.Now] } } };

        await here.Get<Deliver>().RunAsync(await here.Get<GroupStore>().GetAsync(Neighbourhood.Group, default), [full], default);
        await here.AdvanceAsync(SendRules.UnaskedWindow + TimeSpan.FromDays(1));

        Assert.Equal(MessageState.Sent, here.Rows<Message>("msg|").Single(message => message.Step == asking.Message.Step).State);
        Assert.DoesNotContain(await here.SentToAsync(Ann), text => text.Contains("Buurtavond", StringComparison.Ordinal) && text.StartsWith("Dag Ann! Welkom", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whose_number_went_bad_while_the_invitation_waited_goes_one_step_down_the_ladder()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var (message, _, person, _, _) = await AskAsync(here, meeting);
        var changes = new Changes(Shard.Of(Neighbourhood.Group, message.Person));
        changes.Change(person, person.Value with { Mobile = person.Value.Mobile! with { BadCode = "30003" }, Address = new("Dorpsstraat", "1", null, "1234 AB", null) });
        changes.Send(message, here.Now);
        await here.Get<PeopleStore>().SaveAsync(changes, default);

        await here.DrainAsync();

        Assert.Equal((Channel.Door, Delivery.HandedOn), await here.InvitationAsync(meeting, Ann) is { } after ? (after.Channel, after.Delivery) : default);
        Assert.Empty(await here.SentToAsync(Ann));
    }

    [Fact]
    public async Task A_stop_while_many_sms_leave_one_by_one_is_in_time_for_those_that_are_not_claimed_yet()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var items = await AskManyAsync(here, meeting);
        var last = items[^1];
        var phone = new InterruptedPhone(() => here.Get<OptOut>().HandleAsync(Neighbourhood.Group, last.Message.Person, OptOutSource.Page, null, null, default));
        var deliver = Deliver(here, phone);

        await Assert.ThrowsAsync<ConflictException>(async () => await deliver.RunAsync(await here.Get<GroupStore>().GetAsync(Neighbourhood.Group, default), items, default));

        Assert.Equal(59, phone.Sent.Distinct().Count());
        Assert.DoesNotContain(last.Person.Value.Mobile!.Value, phone.Sent);
    }

    [Fact]
    public async Task A_change_of_the_meeting_while_many_sms_leave_is_told_to_who_got_the_old_day_and_the_others_get_the_new_one()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var items = await AskManyAsync(here, meeting);
        var phone = new InterruptedPhone(async () =>
        {
            here.Clock.MoveTo(here.Now.AddSeconds(5));
            await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { StartsAt = meeting.StartsAt.AddDays(1) }, default);
            here.Clock.MoveTo(here.Now.AddSeconds(5));
        });

        await Assert.ThrowsAsync<ConflictException>(async () => await Deliver(here, phone).RunAsync(await here.Get<GroupStore>().GetAsync(Neighbourhood.Group, default), items, default));

        Assert.Equal(DeliveryResult.PeoplePerSubmit, phone.Sent.Count);
        var moved = await here.Get<MeetingStore>().GetAsync(Neighbourhood.Group, meeting.Id, default);
        Assert.All(here.Invitations(meeting), invitation => Assert.Equal(invitation.Delivery is Delivery.Sent, News.Concerns(moved, invitation)));
    }

    [Fact]
    public async Task Many_neighbours_whose_sms_is_refused_are_all_asked_by_mail()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var items = await AskManyAsync(here, meeting, withMail: true);

        await Deliver(here, new DeadPhone()).RunAsync(await here.Get<GroupStore>().GetAsync(Neighbourhood.Group, default), items, default);

        Assert.All(here.Invitations(meeting), invitation => Assert.Equal((Channel.Email, Delivery.Queued), (invitation.Channel, invitation.Delivery)));
    }

    private static Deliver Deliver(Neighbourhood here, ISmsSender phone)
    {
        var providers = new CallProviders(new Senders(phone, here.Outbox), here.Get<Alerts>(), here.Get<Spending>(), here.Get<Settings>(), here.Clock);
        return new Deliver(here.Get<PrepareMessage>(), here.Get<Claims>(), providers, here.Get<RecordResults>(), here.Get<Spending>(), here.Get<MeetingStore>());
    }

    private static async Task<List<Outgoing>> AskManyAsync(Neighbourhood here, Meeting meeting, bool withMail = false)
    {
        await here.ImportAsync(meeting, [.. Enumerable.Range(10, 60).Select(i => $"Buur {i};06111111{i};{(withMail ? $"buur{i}@post.example" : "")}")]);
        var items = new List<Outgoing>();
        foreach (var invitation in here.Invitations(meeting))
            items.Add(await AskingAsync(here, meeting, invitation.Person));
        return items;
    }

    /// <summary>Something happens as soon as the first SMS has left.</summary>
    private sealed class InterruptedPhone(Func<Task> happens) : ISmsSender
    {
        public List<string> Sent { get; } = [];

        public async Task<MessageEvent> SendAsync(SmsToSend sms, CancellationToken ct)
        {
            Sent.Add(sms.To.Value);
            if (Sent.Count == 1)
                await happens();
            return new MessageEvent.Accepted($"SM{Sent.Count}");
        }

        public Task<MessageEvent?> ReconcileAsync(SmsToSend sms, DateTimeOffset triedAt, CancellationToken ct) => Task.FromResult<MessageEvent?>(null);
    }

    /// <summary>No SMS arrives: the provider refuses the number.</summary>
    private sealed class DeadPhone : ISmsSender
    {
        public Task<MessageEvent> SendAsync(SmsToSend sms, CancellationToken ct) => Task.FromResult<MessageEvent>(new MessageEvent.AddressBad("21211"));

        public Task<MessageEvent?> ReconcileAsync(SmsToSend sms, DateTimeOffset triedAt, CancellationToken ct) => Task.FromResult<MessageEvent?>(null);
    }

    private static async Task StoreAsync(Neighbourhood here, Message message)
    {
        var changes = new Changes(Shard.Of(Neighbourhood.Group, message.Person));
        changes.Add(message);
        await here.Get<PeopleStore>().SaveAsync(changes, default);
    }

    /// <summary>The message that would ask Ann to a meeting, by SMS.</summary>
    private static async Task<Outgoing> AskAsync(Neighbourhood here, Meeting meeting)
    {
        await here.ImportAsync(meeting, "Ann;0611111111;");
        return await AskingAsync(here, meeting, (await here.WhoIsAsync(Ann))!.Id);
    }

    private static async Task<Outgoing> AskingAsync(Neighbourhood here, Meeting meeting, PersonId id)
    {
        var people = here.Get<PeopleStore>();
        var (person, invitation) = ((await people.FindAsync(Neighbourhood.Group, id, default))!, (await people.FindAsync(Neighbourhood.Group, meeting.Id, id, default))!);
        return new Outgoing(AskingMessage.For(person.Value, invitation.Value, meeting), null, person, invitation, meeting);
    }
}
