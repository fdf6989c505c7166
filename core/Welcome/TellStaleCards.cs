using Outreach.Ids;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Welcome;

/// <summary>
/// Hourly: asks the owner of each line that is due whether it is still right. The group is told, in one mail, of those whose owner cannot be asked, or did not answer
/// in a month. Noted after the mail: interrupted in between, the group is told once more rather than never.
/// </summary>
public sealed class TellStaleCards(GroupStore groups, CardStore cards, AskCardOwner ask, OrganiserNotices notices, Settings settings, TimeProvider clock)
{
    public async Task HandleAsync(CancellationToken ct)
    {
        var today = settings.Day(clock.GetUtcNow());
        var turns = new EachInTurn(ct);
        foreach (var group in await groups.ListAsync(ct))
            await turns.TryAsync(() => HandleAsync(group, today, ct));
        turns.ThrowIfAnyFailed();
    }

    private async Task HandleAsync(Group group, DateOnly today, CancellationToken ct)
    {
        var asked = new List<(Stored<CardEntry> Line, CardAsked Outcome)>();
        foreach (var line in (await cards.ListAsync(group.Id, ct)).Where(line => line.Value.DueOn <= today))
            asked.Add((line, await ask.HandleAsync(group, line.Value, ct)));
        asked.RemoveAll(one => one.Outcome is CardAsked.Later);
        if (asked.Exists(one => one.Outcome is CardAsked.NobodyToAsk || one.Line.Value.ToldOn is not null))
            await notices.TellAsync(group, OrganiserNotice.StaleCard, null, ct);
        foreach (var (line, _) in asked)
            await NoteAsync(group.Id, line, today, ct);
    }

    private async Task NoteAsync(GroupId group, Stored<CardEntry> entry, DateOnly today, CancellationToken ct)
    {
        try
        {
            await cards.ReplaceAsync(group, entry, entry.Value with { ToldOn = today }, ct);
        }
        catch (ConflictException)
        {
            // Somebody looks at it right now.
        }
    }
}

public enum CardAsked
{
    Asked,
    NobodyToAsk,

    /// <summary>They changed at this moment: look again.</summary>
    Later,
}

/// <summary>Asks the owner of a line, by one message each time that it is due. Asked again after an interruption before it was noted, it is still said once.</summary>
public sealed class AskCardOwner(PeopleStore people, TellOnce tell)
{
    public async Task<CardAsked> HandleAsync(Group group, CardEntry line, CancellationToken ct)
    {
        if (line is not { OwnerPerson: { } owner, Code: { } code } || await people.FollowAsync(group.Id, owner, ct) is not { } person
            || ChannelOrder.ForMessage(person.Value) is not { } channel)
            return CardAsked.NobodyToAsk;
        var message = new Message
        {
            Person = person.Value.Id,
            At = new DateTimeOffset(line.DueOn, TimeOnly.MinValue, TimeSpan.Zero),
            Step = MessageStep.CardCheck(line.Id),
            Kind = MessageKind.CardCheck,
            Channel = channel,
            Language = person.Value.Language ?? group.Language,
            OwnText = $"{line.Name}, {line.Phone}",
            Page = code,
            State = MessageState.Queued,
        };
        return await tell.HandleAsync(group.Id, person, message, ct) ? CardAsked.Asked : CardAsked.Later;
    }
}
