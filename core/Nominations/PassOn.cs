using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Nominations;

/// <summary>Makes a personal code that an attendee hands over: we learn who it is, and have their consent, only when they answer.</summary>
public sealed class PassOn(PeopleStore people, Allowances allowances, Codes codes)
{
    public async Task<NominateOutcome> HandleAsync(GroupId group, PersonId nominator, MeetingId meeting, CancellationToken ct)
    {
        if (await allowances.CameToAsync(group, nominator, meeting, ct) is not var (attended, at))
            return new NominateOutcome.NoMeeting();
        var code = await codes.DrawAsync(new CodeRow(group, CodeKind.PassOn, nominator, attended.Id), ct);
        return await Retry.OnConflictAsync<NominateOutcome>(async () =>
        {
            var stored = await people.FindAsync(group, at.Id, nominator, ct);
            if (Snowball.Refusal(stored?.Value, at) is { } refusal)
                return refusal;
            var changes = new Changes(Shard.Of(group, nominator));
            changes.Change(stored!, stored!.Value with { Nominations = stored.Value.Nominations + 1, PassOnCodes = [.. stored.Value.PassOnCodes, code] });
            await people.SaveAsync(changes, ct);
            return new NominateOutcome.PassedOn(code, at.Quota - stored.Value.Nominations - 1);
        });
    }
}
