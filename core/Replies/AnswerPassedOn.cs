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
    public Task<PassedOnOutcome> HandleAsync(Code code, Candidate newcomer, Reply reply, int party, CancellationToken ct) =>
        HandleAsync(code, newcomer, new Said(reply, party, Basis.Form), ct);

    /// <summary>They sent the code from the number or address itself: that is their consent.</summary>
    public Task<PassedOnOutcome> SentAsync(Code code, Candidate newcomer, int party, CancellationToken ct) =>
        HandleAsync(code, newcomer, new Said(Reply.Yes, party, Basis.Consent), ct);

    private async Task<PassedOnOutcome> HandleAsync(Code code, Candidate newcomer, Said said, CancellationToken ct)
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
        newcomer = await WithoutStrangersAsync(group.Id, newcomer, ct);
        var who = new Newcomer(newcomer, new Ground(said.Basis, $"code {code}", now), origin) { IsAskedAtOnce = said.Basis is Basis.Form };
        var registered = (await register.RunAsync(group, target.Id, [who], await suppressions.AllAsync(group.Id, ct), null, ct))[0];
        if (registered.Person is not { } id || registered.Kind is RegisterKind.Suppressed)
            return new PassedOnOutcome.Stopped();
        if (row.Kind is CodeKind.PassOn && !await UseAsync(code, stored, id, ct))
            return new PassedOnOutcome.Used();

        // The same answer again, from a form that was sent twice.
        var known = (await people.FindAsync(group.Id, target.Id, id, ct))?.Value;
        if (known is not null && known.Reply == said.Reply && known.Party == said.Party)
            return new PassedOnOutcome.Joined(known);
        var way = known is not null && said.Reply is Reply.Yes && (await people.FindAsync(group.Id, id, ct))?.Value is { } person ? ConfirmJoined.WayTo(person, newcomer) : null;
        return await replies.HandleAsync(new ReplyCommand(group.Id, id, target.Id, said.Reply, said.Party, way is null ? null : ConfirmJoined.Of(known!, way, now)), ct) switch
        {
            ReplyOutcome.Saved saved => new PassedOnOutcome.Joined(saved.Invitation),
            ReplyOutcome.Waiting waiting => new PassedOnOutcome.Joined(waiting.Invitation),
            _ => new PassedOnOutcome.NoMeeting(),
        };
    }

    /// <summary>A form tells nothing new of somebody we know: only the contact points that are theirs already count, or else all of it is somebody new.</summary>
    private async Task<Candidate> WithoutStrangersAsync(GroupId group, Candidate given, CancellationToken ct)
    {
        if (given is not { Mobile: { } mobile, Email: { } email })
            return given;
        var (first, second) = (await OwnerAsync(group, hasher.Of(group, mobile), ct), await OwnerAsync(group, hasher.Of(group, email), ct));
        return first == second ? given : first is not null ? given with { Email = null } : given with { Mobile = null };
    }

    private async Task<PersonId?> OwnerAsync(GroupId group, ContactHash contact, CancellationToken ct) =>
        await people.FindAsync(group, contact, ct) is { Value.Person: var owner } && await people.FindAsync(group, owner, ct) is not null ? owner : null;

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

    /// <param name="Basis">A form, or their own message.</param>
    private sealed record Said(Reply Reply, int Party, Basis Basis);
}
