using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Welcome;

/// <summary>Hourly: takes the steps of each welcome that are due. People whom no message reaches get the package brought to them.</summary>
public sealed class PlanWelcome(GroupStore groups, MeetingStore meetings, WelcomeStore welcomes, TakeWelcomeStep take, Settings settings, TimeProvider clock)
{
    private readonly SendingHours _hours = new(settings.Zone);

    public async Task HandleAsync(CancellationToken ct)
    {
        var turns = new EachInTurn(ct);
        foreach (var group in await groups.ListAsync(ct))
        {
            var due = (await welcomes.ListAsync(group.Id, ct)).Select(stored => stored.Value)
                .SelectMany(package => WelcomeSteps.Due(package, _hours, clock.GetUtcNow()).Select(step => (package, step))).ToList();
            if (due.Count == 0)
                continue;
            var next = WelcomeSteps.Next(await meetings.ListAsync(group.Id, ct), clock.GetUtcNow());
            foreach (var (package, step) in due)
                await turns.TryAsync(() => HandleAsync(group, package, step, next, ct));
        }

        turns.ThrowIfAnyFailed();
    }

    private async Task HandleAsync(Group group, WelcomePackage package, WelcomeStep step, Meeting? next, CancellationToken ct)
    {
        if (await take.HandleAsync(group, package, step, next, ct))
            await welcomes.ChangeAsync(group.Id, package.Person, current => WelcomeSteps.Done(current, step, clock.GetUtcNow()), ct);
    }
}

/// <summary>Says one step of a welcome, by message. Taken again after an interruption before it was noted, it is still said once.</summary>
public sealed class TakeWelcomeStep(PeopleStore people, InvitePerson invite, AskOne ask, TellOnce tell, FilledCard card, Settings settings)
{
    private readonly SendingHours _hours = new(settings.Zone);

    /// <param name="next">The next meeting for residents, when one is planned.</param>
    /// <returns>False when it has to wait: nobody can be reached, or there is nothing to tell of, as long as nobody has filled the contact card.</returns>
    public async Task<bool> HandleAsync(Group group, WelcomePackage package, WelcomeStep step, Meeting? next, CancellationToken ct)
    {
        if (await people.FindAsync(group.Id, package.Person, ct) is not { } person || ChannelOrder.ForMessage(person.Value) is not { } channel)
            return false;
        if (step is WelcomeStep.Welcome or WelcomeStep.FollowUp && !await card.IsForAsync(group.Id, person.Value, ct))
            return false;
        return step is WelcomeStep.Invite
            ? next is not null && await InviteAsync(group.Id, person.Value, next, ct)
            : await tell.HandleAsync(group.Id, person, MessageOf(group, package, person.Value, step, channel) with { Meeting = step is WelcomeStep.FollowUp ? next?.Id : null }, ct);
    }

    /// <summary>A place on an organiser's own list waits until they click Send.</summary>
    private async Task<bool> InviteAsync(GroupId group, Person person, Meeting next, CancellationToken ct)
    {
        if (await people.FindAsync(group, next.Id, person.Id, ct) is { Value.Source: not Source.Welcome })
            return true;
        if (await invite.HandleAsync(group, next.Id, person, Source.Welcome, ct) is not { Outcome: InviteOutcome.Listed or InviteOutcome.AlreadyInvited })
            return false;
        await Retry.OnConflictAsync(() => ask.HandleAsync(group, next, person.Id, ct));
        return true;
    }

    private Message MessageOf(Group group, WelcomePackage package, Person person, WelcomeStep step, Channel channel) => new()
    {
        Person = person.Id,
        At = WelcomeSteps.At(package, step, _hours),
        Step = MessageStep.Once(WelcomeSteps.KindOf(step)),
        Kind = WelcomeSteps.KindOf(step),
        Channel = channel,
        Language = person.Language ?? group.Language,
        Page = package.Code,
        State = MessageState.Queued,
    };
}
