using Outreach.Contacts;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>The two ways out.</summary>
public sealed record Senders(ISmsSender Sms, IEmailSender Email);

/// <summary>Hands claimed messages to the providers, and asks them about those in doubt. A blocked channel raises an alert.</summary>
public sealed class CallProviders(Senders senders, Alerts alerts, Spending spending, Settings settings, TimeProvider clock)
{
    public async Task<IReadOnlyList<(Outgoing Item, MessageEvent Happened)>> SendAsync(Group group, IReadOnlyList<Outgoing> claimed, CancellationToken ct)
    {
        var answers = new List<(Outgoing, MessageEvent)>(claimed.Count);
        foreach (var call in claimed.Where(item => item.Message.Channel is Channel.Email).Chunk(senders.Email.BatchSize))
        {
            var said = await senders.Email.SendAsync([.. call.Select(item => EmailOf(group, item))], ct);
            await RaiseAsync(group, Channel.Email, said, ct);
            answers.AddRange(call.Zip(said));
        }

        foreach (var item in claimed.Where(item => item.Message.Channel is Channel.Sms))
        {
            var said = await senders.Sms.SendAsync(SmsOf(group, item), ct);
            await RaiseAsync(group, Channel.Sms, [said], ct);
            answers.Add((item, said));
        }

        await spending.GiveBackAsync(group, [.. answers.Where(one => IsUnsent(one.Item2)).Select(one => one.Item1)], ct);
        return answers;
    }

    /// <summary>What became of a message that was claimed before, by somebody who may be gone. Null: it never left, and may be sent again.</summary>
    public async Task<MessageEvent?> FindOutAsync(Group group, Outgoing item, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (isSms, triedAt, doubtedAt) = (item.Message.Channel is Channel.Sms, item.Message.TriedAt ?? now, item.Message.DoubtedAt ?? now);
        if (now < triedAt + Claims.Period)
            return new MessageEvent.InHand(triedAt + Claims.Period);
        if (isSms)
            return await senders.Sms.ReconcileAsync(SmsOf(group, item), triedAt, ct);
        // Where nobody can be asked, only a report tells that it left; a machine that was off hears it when it is on again.
        var reportBy = doubtedAt + senders.Email.DoubtPeriod;
        return senders.Email.DoubtPeriod > Claims.Period && now < reportBy ? new MessageEvent.AwaitsReport(reportBy) : null;
    }

    /// <summary>The provider did not take it. What is in doubt stays counted.</summary>
    private static bool IsUnsent(MessageEvent said) => said is MessageEvent.TryLater or MessageEvent.ChannelStopped or MessageEvent.AddressBad or MessageEvent.Refused or MessageEvent.OptedOut;

    private Task RaiseAsync(Group group, Channel channel, IEnumerable<MessageEvent> said, CancellationToken ct) =>
        said.OfType<MessageEvent.ChannelStopped>().FirstOrDefault() is { } stopped
            ? alerts.RaiseAsync(group.Id, new Alert(channel, stopped.Code, stopped.WhatToDo, clock.GetUtcNow()), ct)
            : Task.CompletedTask;

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
        StopUrl: StopUrlOf(item));

    /// <summary>An answer of ours has none, unless it asks whether it was them who signed up.</summary>
    private Uri? StopUrlOf(Outgoing item) => item.Invitation is { Value.Code: var code } && (!item.Message.IsAnswer || item.Message.AsksWhetherItWasThem) ? settings.Link($"/s/{code}") : null;
}
