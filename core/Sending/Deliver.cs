using System.Runtime.ExceptionServices;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.OptOuts;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>The two ways out.</summary>
public sealed record Senders(ISmsSender Sms, IEmailSender Email);

/// <summary>
/// Sends messages of one group, one or a thousand: decides, claims, calls the provider, records. Killed at any point, a second run finds from the
/// stored state how far the first came; a claim in doubt is reconciled with the provider before anything is sent again.
/// </summary>
public sealed class Deliver(
    PeopleStore people, Suppressions suppressions, OptOut optOut, Claims claims, ContactHasher hasher, Senders senders, Alerts alerts, Settings settings, TimeProvider clock)
{
    /// <summary>As long as a queue hides a message from others: a younger claim may be somebody at work.</summary>
    public static readonly TimeSpan ClaimPeriod = TimeSpan.FromMinutes(10);

    /// <summary>A provider that says "later" so often will not take it at all: then the next channel is tried.</summary>
    private const int MaxTries = 8;

    /// <summary>Until a stopped channel is tried again; each try renews the alert.</summary>
    private static readonly TimeSpan StoppedFor = TimeSpan.FromMinutes(15);

    private readonly SendingHours _hours = new(settings.Zone);

    public async Task RunAsync(Group group, IReadOnlyList<Outgoing> items, CancellationToken ct)
    {
        var blocked = items.Count == 1 ? null : await suppressions.AllAsync(group.Id, ct);
        var sms = new List<Outgoing>();
        var emails = new List<Outgoing>();
        var fates = new List<(Outgoing Item, Fate Fate, DateTimeOffset? Again)>();
        foreach (var item in items)
        {
            if (item.Message.State is not (MessageState.Queued or MessageState.Sending))
                continue;
            var decision = SendRules.Decide(item, await BlockedAsync(group.Id, item, blocked, ct), _hours, clock.GetUtcNow());
            if (item.Message.State is MessageState.Sending)
                await ResolveDoubtAsync(group, item, decision, fates, sms, emails, ct);
            else if (decision is SendDecision.Send send)
                (send.Channel is Channel.Sms ? sms : emails).Add(await WriteAsync(group, item, send, ct));
            else
                fates.Add(OnHold(item, decision));
        }

        await SaveAsync(group, fates, ct);
        var (claimed, missed) = await claims.HandleAsync(group.Id, [.. sms, .. emails], ct);
        await SendClaimedAsync(group, claimed, ct);
        if (missed is not null)
            ExceptionDispatchInfo.Throw(missed);
    }

    public SendDecision Decide(Outgoing item, bool isBlocked) => SendRules.Decide(item, _ => isBlocked, _hours, clock.GetUtcNow());

    /// <summary>Sends what was claimed, and records what the provider said.</summary>
    public async Task SendClaimedAsync(Group group, IReadOnlyList<Outgoing> claimed, CancellationToken ct) =>
        await SaveAsync(group, await SendAsync(group, claimed, ct), ct);

    private Task RaiseAsync(Group group, Channel channel, IEnumerable<SendOutcome> outcomes, CancellationToken ct) =>
        outcomes.OfType<SendOutcome.ChannelStopped>().FirstOrDefault() is { } stopped
            ? alerts.RaiseAsync(group.Id, new Alert(channel, stopped.Code, stopped.WhatToDo, clock.GetUtcNow()), ct)
            : Task.CompletedTask;

    private async Task<Func<Channel, bool>> BlockedAsync(GroupId group, Outgoing item, IReadOnlySet<string>? all, CancellationToken ct)
    {
        if (HashOf(group, item) is not { } contact)
            return _ => false;
        var isBlocked = all?.Contains(contact.Value) ?? await suppressions.BlocksAsync(group, contact, ct);
        return _ => isBlocked;
    }

    private ContactHash? HashOf(GroupId group, Outgoing item) => item.Message.Channel switch
    {
        Channel.Sms when (item.Message.Address ?? item.Person.Value.Mobile?.Value) is { } number => hasher.Of(group, new PhoneNumber(number)),
        Channel.Email when (item.Message.Address ?? item.Person.Value.Email?.Value) is { } address => hasher.Of(group, new EmailAddress(address)),
        _ => null,
    };

    private (Outgoing, Fate, DateTimeOffset?) OnHold(Outgoing item, SendDecision decision) => decision switch
    {
        SendDecision.HandOn paper => (item, Fate.HandedOn(item, paper.Channel, clock.GetUtcNow()), null),
        SendDecision.Wait wait => (item, Fate.Later(item), wait.Until),
        SendDecision.Unreachable => (item, Fate.Failed(item, "unreachable", addressBad: false, clock.GetUtcNow()), null),
        SendDecision.Drop drop => (item, Fate.Dropped(item, drop.Why), null),
        _ => throw new InvalidOperationException(decision.GetType().Name),
    };

    /// <summary>Claimed before, by somebody who may be gone: asks the provider, waits for its reports, or sends again when that is safe.</summary>
    private async Task ResolveDoubtAsync(
        Group group, Outgoing item, SendDecision decision, List<(Outgoing, Fate, DateTimeOffset?)> fates, List<Outgoing> sms, List<Outgoing> emails, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var triedAt = item.Message.TriedAt ?? now;
        var isSms = item.Message.Channel is Channel.Sms;
        // Where nobody can be asked, only a report tells that it left; a machine that was off hears it when it is on again.
        var mustHear = !isSms && senders.Email.DoubtPeriod > ClaimPeriod;
        var doubtedAt = item.Message.DoubtedAt ?? now;
        if (now < triedAt + ClaimPeriod)
            fates.Add((item, new Fate(item.Message, item.Person.Value, item.Invitation?.Value), triedAt + ClaimPeriod));
        else if (mustHear && now < doubtedAt + senders.Email.DoubtPeriod)
            fates.Add((item, new Fate(item.Message with { DoubtedAt = doubtedAt }, item.Person.Value, item.Invitation?.Value), doubtedAt + senders.Email.DoubtPeriod));
        else if (isSms && await senders.Sms.ReconcileAsync(SmsOf(group, item), triedAt, ct) is { } outcome)
            fates.Add(After(item, outcome));
        else if (decision is SendDecision.Send send)
            (isSms ? sms : emails).Add(await WriteAsync(group, item, send, ct));
        else
            fates.Add(OnHold(item, decision));
    }

    /// <summary>Puts it into words.</summary>
    public async Task<Outgoing> WriteAsync(Group group, Outgoing item, SendDecision.Send send, CancellationToken ct)
    {
        var person = item.Person.Value;
        var nominator = person is { MayNameNominator: true, Nominator: { } id } && item.Message.Kind is MessageKind.NomineeInvitation
            ? (await people.FindAsync(group.Id, id, ct))?.Value
            : null;
        var words = Compose.Of(item, group, nominator, settings);
        return item with
        {
            Html = words.Html,
            Message = item.Message with
            {
                Address = send.Address,
                Subject = send.Channel is Channel.Email ? words.Subject : null,
                Text = send.Channel is Channel.Email ? words.Text : words.Sms,
            },
        };
    }

    private async Task<List<(Outgoing, Fate, DateTimeOffset?)>> SendAsync(Group group, IReadOnlyList<Outgoing> items, CancellationToken ct)
    {
        var fates = new List<(Outgoing, Fate, DateTimeOffset?)>();
        var emails = items.Where(item => item.Message.Channel is Channel.Email).ToList();
        foreach (var call in emails.Chunk(senders.Email.BatchSize))
        {
            var outcomes = await senders.Email.SendAsync([.. call.Select(item => EmailOf(group, item))], ct);
            await RaiseAsync(group, Channel.Email, outcomes, ct);
            fates.AddRange(call.Zip(outcomes, After));
        }

        foreach (var item in items.Where(item => item.Message.Channel is Channel.Sms))
        {
            var outcome = await senders.Sms.SendAsync(SmsOf(group, item), ct);
            await RaiseAsync(group, Channel.Sms, [outcome], ct);
            fates.Add(After(item, outcome));
        }

        return fates;
    }

    private (Outgoing, Fate, DateTimeOffset?) After(Outgoing item, SendOutcome outcome)
    {
        var now = clock.GetUtcNow();
        return outcome switch
        {
            SendOutcome.Accepted accepted => (item, Fate.Accepted(item, accepted.ProviderId, accepted.Delivered, now), null),
            SendOutcome.AddressBad bad => (item, Fate.Failed(item, bad.Code, addressBad: true, now), null),
            SendOutcome.Refused refused => (item, Fate.Failed(item, refused.Code, addressBad: false, now), null),
            SendOutcome.OptedOut optedOut => (item, Fate.OptedOut(item, optedOut.Code, now), null),
            SendOutcome.TryLater { Code: SendOutcome.TryLater.Pace } later => (item, Fate.Unhurried(item), now + later.After),
            SendOutcome.TryLater later when item.Message.Tries >= MaxTries => (item, Fate.Failed(item, later.Code, addressBad: false, now), null),
            SendOutcome.TryLater later => (item, Fate.Later(item), now + later.After),
            SendOutcome.ChannelStopped => (item, Fate.Unhurried(item), now + StoppedFor),
            SendOutcome.Unknown => (item, new Fate(item.Message, item.Person.Value, item.Invitation?.Value), now + ClaimPeriod),
            _ => throw new InvalidOperationException(outcome.GetType().Name),
        };
    }

    /// <summary>Saves what became of messages, many in a submit; where something has changed meanwhile, each against what is there now.</summary>
    private async Task SaveAsync(Group group, IReadOnlyList<(Outgoing Item, Fate Fate, DateTimeOffset? Again)> fates, CancellationToken ct)
    {
        foreach (var batch in Claims.Batches(fates, fate => fate.Item.Message.Person))
        {
            foreach (var (item, _, _) in batch.Where(one => one.Fate.Suppress))
                await optOut.HandleAsync(group.Id, item.Message.Person, OptOutSource.Provider, null, null, ct);
            try
            {
                var changes = new Changes(Shard.Of(group.Id, batch[0].Item.Message.Person));
                foreach (var job in batch.Where(one => one.Again is null).Select(one => one.Item.Job).OfType<Stored<Job>>())
                    changes.Forget(job);
                foreach (var (item, fate, again) in batch)
                    Add(changes, item.Stored, item.Person, item.Invitation, fate, again);
                await people.SaveAsync(changes, ct);
            }
            catch (ConflictException)
            {
                foreach (var (item, fate, again) in batch)
                    await SaveAnewAsync(group.Id, item, fate, again, ct);
            }
        }
    }

    /// <summary>The person or the invitation changed while the message was out (an answer can be that quick): carries over only what sending decided.</summary>
    private Task SaveAnewAsync(GroupId group, Outgoing item, Fate fate, DateTimeOffset? again, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        var message = await people.FindAsync(group, item.Message.Key, ct);
        var person = await people.FindAsync(group, item.Message.Person, ct);
        if (person is null || (message is null && item.Stored is not null))
            return;
        var changes = new Changes(Shard.Of(group, item.Message.Person));
        if (fate.IsOvertakenBy(message?.Value, item.Stored?.Value))
        {
            // Who has it in hand now may die over it: a job that comes back for it stays.
            var now = clock.GetUtcNow();
            if (message is { Value.State: MessageState.Queued or MessageState.Sending })
                changes.Tell(SendMessageJob.For(group, message.Value, now, again ?? now + ClaimPeriod));
        }
        else
        {
            var invitation = item.Invitation is { } i ? await people.FindAsync(group, i.Value.Meeting, i.Value.Person, ct) : null;
            Add(changes, message, person, invitation, fate.Onto(message?.Value, person.Value, invitation?.Value, clock.GetUtcNow()), again);
        }

        await people.SaveAsync(changes, ct);
    });

    private void Add(Changes changes, Stored<Message>? message, Stored<Person> person, Stored<Invitation>? invitation, Fate fate, DateTimeOffset? again)
    {
        var now = clock.GetUtcNow();
        fate.AddTo(changes, message, person, invitation, now);
        if (again is not null)
            changes.Tell(SendMessageJob.For(changes.Shard.Group, fate.Message, now, again));
    }

    private static SmsToSend SmsOf(Group group, Outgoing item) => new(
        item.Message.Key.ReferenceIn(group.Id), new PhoneNumber(item.Message.Address!), item.Message.Text!, item.Message.Language, item.Message.TriedAt!.Value);

    private EmailToSend EmailOf(Group group, Outgoing item) => new(
        item.Message.Key.ReferenceIn(group.Id),
        new EmailAddress(item.Message.Address!),
        item.Person.Value.Name,
        group.Name,
        item.Message.Subject!,
        item.Message.Text!,
        item.Html!,
        item.Message.Language,
        item.Message.TriedAt!.Value,
        ReplyToken: (item.Invitation?.Value.Code ?? item.Message.Page)?.Value.ToLowerInvariant(),
        StopUrl: (item.Message.IsAnswer && !item.Message.AsksWhetherItWasThem) || item.Invitation is null ? null : settings.Link($"/s/{item.Invitation.Value.Code}"));
}
