using Outreach.Contacts;
using Outreach.Ids;
using Outreach.People;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Welcome;

/// <summary>Somebody has moved in: from now on they are known, and get the welcome package.</summary>
public sealed class WelcomeResident(Register register, GroupStore groups, Suppressions suppressions, WelcomeStore welcomes, Codes codes, SignUps signUps, TimeProvider clock)
{
    /// <returns>Null when they said stop before.</returns>
    public async Task<WelcomePackage?> HandleAsync(GroupId groupId, Candidate candidate, DateOnly movedIn, CancellationToken ct)
    {
        var group = await groups.GetAsync(groupId, ct);
        var now = clock.GetUtcNow();
        var newcomer = new Newcomer(candidate, new Ground(Basis.Form, "welcome", now), new Origin(Source.Welcome)) { IsAskedAtOnce = !await signUps.TakeAsync(groupId, AbuseLimit.Welcome, null, candidate, ct) };
        var registered = (await register.RunAsync(group, null, [newcomer], await suppressions.AllAsync(groupId, ct), null, ct))[0];
        if (registered is { Kind: RegisterKind.Suppressed } or { Person: null })
            return null;
        if (await welcomes.FindAsync(groupId, registered.Person.Value, ct) is { } known)
            return known.Value;
        var package = new WelcomePackage
        {
            Person = registered.Person.Value,
            Code = await codes.DrawAsync(new CodeRow(groupId, CodeKind.Welcome, registered.Person, null), ct),
            Name = candidate.Name,
            MovedIn = movedIn,
            At = now,
        };
        return await welcomes.AddAsync(groupId, package, ct) ? package : (await welcomes.FindAsync(groupId, package.Person, ct))!.Value;
    }

    /// <returns>Null when nobody with this id is being welcomed.</returns>
    public Task<WelcomePackage?> ChangeAsync(GroupId group, PersonId person, WelcomeState state, string? by, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await welcomes.FindAsync(group, person, ct) is not { } stored)
            return null;
        var after = stored.Value with { State = state, By = by ?? stored.Value.By, DoneAt = state is WelcomeState.Waiting ? null : clock.GetUtcNow() };
        await welcomes.SaveAsync(group, stored, after, ct);
        return after;
    });
}

/// <summary>Hourly: sends welcome packages to those who can be reached by message, and the follow-up some weeks later. The others stay on the list of who brings one.</summary>
public sealed class PlanWelcome(GroupStore groups, WelcomeStore welcomes, PeopleStore people, TimeProvider clock)
{
    public async Task HandleAsync(CancellationToken ct)
    {
        foreach (var group in await groups.ListAsync(ct))
        {
            foreach (var package in await welcomes.ListAsync(group.Id, ct))
                await HandleAsync(group, package, ct);
        }
    }

    private async Task HandleAsync(Group group, Stored<WelcomePackage> stored, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var package = stored.Value;
        if (package.State is WelcomeState.Waiting)
        {
            if (await TellAsync(group, package, MessageKind.Welcome, ct))
                await welcomes.SaveAsync(group.Id, stored, package with { State = WelcomeState.Sent, DoneAt = now }, ct);
        }
        else if (package.NeedsFollowUp(now))
        {
            await TellAsync(group, package, MessageKind.WelcomeFollowUp, ct);
            await welcomes.SaveAsync(group.Id, stored, package with { FollowedUpAt = now }, ct);
        }
    }

    /// <summary>The message's key follows from the package, so that a crash before the package is saved does not send it twice.</summary>
    private async Task<bool> TellAsync(Group group, WelcomePackage package, MessageKind kind, CancellationToken ct)
    {
        if ((await people.FindAsync(group.Id, package.Person, ct))?.Value is not { } person || Ladder.First(person) is not { } channel || channel is not (Channel.Sms or Channel.Email))
            return false;
        var message = new Message
        {
            Person = person.Id,
            At = package.At,
            Step = MessageStep.Once(kind),
            Kind = kind,
            Channel = channel,
            Language = person.Language ?? group.Language,
            Page = package.Code,
            State = MessageState.Queued,
        };
        var changes = new Changes(Shard.Of(group.Id, person.Id));
        changes.Send(message, clock.GetUtcNow());
        try
        {
            await people.SaveAsync(changes, ct);
        }
        catch (ConflictException)
        {
            // Told already, by a run that was cut off.
        }

        return true;
    }
}
