using Outreach.Calls;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Functions.Demo;

/// <summary>The helpers at an evening of the demo, and the calls of the day before.</summary>
internal sealed class DayBefore(Stage stage)
{
    /// <summary>Calls that a volunteer makes in an hour and a half.</summary>
    private const int Calls = 24;

    /// <summary>One person in this many is not at home.</summary>
    private const int NotAtHome = 5;

    public async Task GivePartsAsync(MeetingId meeting, CancellationToken ct)
    {
        await stage.Get<GivePart>().HandleAsync(stage.Group, meeting, PartKind.Host, Helper("Coby Waterman", "+31612000091"), null, ct);
        await stage.Get<GivePart>().HandleAsync(stage.Group, meeting, PartKind.Leader, Helper("Idris Farah", "+31612000092"), null, ct);
        await stage.Get<GivePart>().HandleAsync(stage.Group, meeting, PartKind.Speaker, Helper("Lena Kuiper", "+31612000093"), 75, ct);
    }

    public async Task CallAsync(MeetingId meeting, CancellationToken ct)
    {
        var planned = await stage.Get<MeetingStore>().GetAsync(stage.Group, meeting, ct);
        var calls = (await stage.Get<ReadCalls>().HandleAsync(stage.Group, planned, ct)).Where(call => call.Turn is CallTurn.Now).Take(Calls);
        foreach (var (place, call) in calls.Index())
            await stage.Get<RecordCall>().HandleAsync(new CallCommand(stage.Group, meeting, call.Person.Id, place % NotAtHome == NotAtHome - 1 ? CallAnswer.NoAnswer : CallAnswer.Told), ct);
    }

    public async Task ThankAsync(MeetingId meeting, CancellationToken ct)
    {
        foreach (var (part, _) in await stage.Get<MeetingParts>().ListAsync(stage.Group, meeting, ct))
            await stage.Get<GivePart>().ChangeAsync(stage.Group, meeting, part.Id, (before, now) => before with { ThankedAt = now }, ct);
    }

    private static Candidate Helper(string name, string phone) => new() { Name = name, Language = "nl", Mobile = new PhoneNumber(phone) };
}
