using Outreach.Contacts;
using Outreach.Ids;
using Outreach.People;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>The host ticks who is there, or takes a tick back; afterwards, from the paper list, as well.</summary>
public sealed class MarkAttendance(PeopleStore people)
{
    /// <param name="attended">Null: a tick is taken back, and nothing is known again.</param>
    /// <returns>Null when this person has no invitation to the meeting.</returns>
    public Task<Invitation?> HandleAsync(GroupId group, MeetingId meeting, PersonId person, bool? attended, CancellationToken ct) =>
        HandleAsync(group, meeting, person, attended, came: null, ct);

    /// <param name="came">How many came together; null: nobody counted.</param>
    public Task<Invitation?> HandleAsync(GroupId group, MeetingId meeting, PersonId person, bool? attended, int? came, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await people.FindAsync(group, meeting, person, ct) is not { } stored)
            return null;
        var after = stored.Value with { Attendance = attended switch { true => Attendance.Attended, false => Attendance.NoShow, null => Attendance.Unknown }, Came = attended is true ? came ?? stored.Value.Came : 0 };
        if (after != stored.Value)
        {
            var changes = new Changes(Shard.Of(group, person));
            changes.Change(stored, after);
            await people.SaveAsync(changes, ct);
        }

        return after;
    });
}

/// <summary>Somebody walks in: known or not, invited or not, they are there.</summary>
public sealed class WalkIn(Register register, GroupStore groups, PeopleStore people, MeetingStore meetings, Suppressions suppressions, Codes codes, SignUps signUps, ContactHasher hasher, TimeProvider clock)
{
    private static readonly TimeSpan TappedTwice = TimeSpan.FromMinutes(2);

    /// <param name="came">How many walk in together; 0: nobody counted.</param>
    /// <param name="tap">Made by the page: the same tap that is sent again is the same person.</param>
    public async Task<Invitation?> HandleAsync(GroupId groupId, MeetingId meeting, Records.Candidate candidate, CancellationToken ct, int came = 0, string? tap = null)
    {
        if (await meetings.FindAsync(groupId, meeting, ct) is null)
            return null;
        var group = await groups.GetAsync(groupId, ct);
        var now = clock.GetUtcNow();
        var id = await PersonAsync(group, meeting, candidate, tap, ct);
        return await Retry.OnConflictAsync(async () =>
        {
            var changes = new Changes(new Shard(groupId, id.Shard));
            Invitation after;
            if (await people.FindAsync(groupId, meeting, id, ct) is { } stored)
            {
                after = stored.Value with { Attendance = Attendance.Attended, Came = came > 0 ? came : stored.Value.Came };
                changes.Change(stored, after);
            }
            else
            {
                after = await InvitationAsync(group, meeting, id, now, ct) with { Attendance = Attendance.Attended, Came = came };
                changes.Add(after);
            }

            await people.SaveAsync(changes, ct);
            return after;
        });
    }

    private async Task<PersonId> PersonAsync(Group group, MeetingId meeting, Records.Candidate candidate, string? tap, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var newcomer = new Newcomer(candidate, new Ground(Basis.Form, "walk-in", now), new Origin(Source.WalkIn)) { IsAskedAtOnce = !await signUps.TakeAsync(group.Id, AbuseLimit.WalkIn, meeting, candidate, ct) };
        if (candidate.Mobile is not null || candidate.Email is not null || candidate.Landline is not null || candidate.Address is not null)
        {
            var blocked = await suppressions.AllAsync(group.Id, ct);
            if ((await register.RunAsync(group, meeting, [newcomer], blocked, null, ct))[0].Person is { } known)
                return known;
        }

        return await Retry.OnConflictAsync(() => GuestAsync(group.Id, meeting, newcomer with { Candidate = candidate with { Mobile = null, Landline = null, Email = null } }, tap, ct));
    }

    /// <summary>
    /// Without a number or address there is nothing to know them by: each is a person of their own. Only the same name within two minutes is a button that was
    /// pressed twice; the row that says so is theirs, and goes when they are erased.
    /// </summary>
    private async Task<PersonId> GuestAsync(GroupId group, MeetingId meeting, Newcomer newcomer, string? tap, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var guest = hasher.OfGuest(group, meeting, tap is null ? newcomer.Candidate.Name ?? Base32.Random(16) : $"tap {tap}");
        var before = await people.FindAsync(group, guest, ct);
        if (before is not null && (tap is not null || now - before.Value.At < TappedTwice))
            return before.Value.Person;
        var id = PersonId.New(guest.Shard, now);
        var changes = new Changes(Shard.Of(group, id));
        changes.Add(newcomer.ToPerson(id, now) with { GivenUp = [guest] });
        if (before is null)
            changes.Claim(guest, new ContactRow(id, now));
        else
            changes.TakeOver(guest, before, new ContactRow(id, now));
        await people.SaveAsync(changes, ct);
        return id;
    }

    private async Task<Invitation> InvitationAsync(Group group, MeetingId meeting, PersonId id, DateTimeOffset now, CancellationToken ct)
    {
        var person = (await people.FindAsync(group.Id, id, ct))!.Value;
        return new Invitation
        {
            Meeting = meeting,
            Person = id,
            Code = await codes.DrawAsync(new CodeRow(group.Id, CodeKind.Invitation, id, meeting), ct),
            Channel = ChannelOrder.First(person) ?? Channel.Door,
            Language = person.Language ?? group.Language,
            Source = Source.WalkIn,
            Wave = person.Wave,
            CreatedAt = now,
        };
    }
}
