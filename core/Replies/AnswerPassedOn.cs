using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Nominations;
using Outreach.People;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Replies;

public abstract record PassedOnOutcome
{
    private PassedOnOutcome()
    {
    }

    public sealed record Joined(Invitation Invitation) : PassedOnOutcome;

    /// <summary>Somebody else has answered with this code.</summary>
    public sealed record Used : PassedOnOutcome;

    public sealed record NoMeeting : PassedOnOutcome;

    /// <summary>This number or address said stop once: only the start word, sent from it, undoes that.</summary>
    public sealed record Stopped : PassedOnOutcome;

    public sealed record Unknown : PassedOnOutcome;
}

/// <summary>A neighbour answers with a code that an attendee handed over, or with a flyer's: only now do we know who it is, and by their own hand.</summary>
public sealed class AnswerPassedOn(Codes codes, GroupStore groups, PeopleStore people, MeetingStore meetings, Register register, Suppressions suppressions, RecordReply replies, ContactHasher hasher, TimeProvider clock)
{
    public async Task<PassedOnOutcome> HandleAsync(Code code, Candidate newcomer, Reply reply, int party, CancellationToken ct)
    {
        if (await codes.FindAsync(code, ct) is not { Value: { Kind: CodeKind.PassOn or CodeKind.Flyer, Meeting: { } named } row } stored)
            return new PassedOnOutcome.Unknown();
        if (row is { Kind: CodeKind.PassOn, UsedBy: { } user } && !await IsAsync(row.Group, newcomer, user, ct))
            return new PassedOnOutcome.Used();
        var now = clock.GetUtcNow();
        var all = await meetings.ListAsync(row.Group, ct);
        if (all.FirstOrDefault(m => m.Id == named) is not { } meeting || Snowball.Target(meeting, all, now) is not { } target)
            return new PassedOnOutcome.NoMeeting();

        var group = await groups.GetAsync(row.Group, ct);
        var origin = row.Kind is CodeKind.Flyer
            ? new Origin(Source.FlyerCode)
            : Nominate.OriginOf((await people.FindAsync(group.Id, row.Person!.Value, ct))?.Value, row.Person.Value, mayName: true);
        var who = new Newcomer(newcomer, new Ground(Basis.Consent, $"code {code}", now), origin);
        var registered = (await register.RunAsync(group, target.Id, [who], await suppressions.AllAsync(group.Id, ct), null, ct))[0];
        if (registered.Person is not { } id || registered.Kind is RegisterKind.Suppressed)
            return new PassedOnOutcome.Stopped();
        if (row.Kind is CodeKind.PassOn && !await UseAsync(code, stored, id, ct))
            return new PassedOnOutcome.Used();

        // The same answer again, from a form that was sent twice.
        if (await people.FindAsync(group.Id, target.Id, id, ct) is { } known && known.Value.Reply == reply && known.Value.Party == party)
            return new PassedOnOutcome.Joined(known.Value);
        return await replies.HandleAsync(new ReplyCommand(group.Id, id, target.Id, reply, party, null, outcome => Confirmation(outcome, newcomer, now)), ct) switch
        {
            ReplyOutcome.Saved saved => new PassedOnOutcome.Joined(saved.Invitation),
            ReplyOutcome.Waiting waiting => new PassedOnOutcome.Joined(waiting.Invitation),
            _ => new PassedOnOutcome.NoMeeting(),
        };
    }

    /// <summary>All they need to know, at once: they have just written to us.</summary>
    private static Message? Confirmation(ReplyOutcome outcome, Candidate newcomer, DateTimeOffset now) => outcome switch
    {
        ReplyOutcome.Saved { Invitation: { Reply: Reply.Yes } invitation } => Answer(invitation, MessageKind.ConfirmYes, newcomer, now),
        ReplyOutcome.Waiting { Invitation: var invitation } => Answer(invitation, MessageKind.ConfirmWaiting, newcomer, now),
        _ => null,
    };

    private static Message? Answer(Invitation invitation, MessageKind kind, Candidate newcomer, DateTimeOffset now) =>
        newcomer.Mobile is null && newcomer.Email is null ? null : new Message
        {
            Person = invitation.Person,
            At = now,
            Step = "joined",
            Kind = kind,
            Meeting = invitation.Meeting,
            Language = invitation.Language,
            Channel = newcomer.Mobile is null ? Channel.Email : Channel.Sms,
            Address = newcomer.Mobile?.Value ?? newcomer.Email?.Value,
            State = MessageState.Queued,
            IsAnswer = true,
        };

    /// <summary>Who used the code may answer again with it: to change the answer, or because the first try was cut off.</summary>
    private async Task<bool> IsAsync(GroupId group, Candidate candidate, PersonId user, CancellationToken ct)
    {
        foreach (var hash in new Newcomer(candidate, new Ground(Basis.None, null, clock.GetUtcNow()), new Origin(Source.Nomination)).Hashes(group, hasher))
        {
            if (await people.FindAsync(group, hash, ct) is { } contact && contact.Value.Person == user)
                return true;
        }

        return false;
    }

    private async Task<bool> UseAsync(Code code, Stored<CodeRow> stored, PersonId person, CancellationToken ct)
    {
        if (stored.Value.UsedBy is { } by)
            return by == person;
        try
        {
            await codes.ChangeAsync(code, stored, stored.Value with { UsedBy = person }, ct);
            return true;
        }
        catch (ConflictException)
        {
            return (await codes.FindAsync(code, ct))?.Value.UsedBy == person;
        }
    }
}
