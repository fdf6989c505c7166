using Outreach.Doors;
using Outreach.Functions.Meetings;
using Outreach.Funnel;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Functions.Funnel;

/// <param name="By">In <c>source</c> the code of each place is beside <c>flyerCode</c>, which counts all of them.</param>
/// <param name="Doors">What came of ringing at doors; null where there are none.</param>
internal sealed record FunnelAnswer(
    int Invited, int Delivered, int Failed, int Replied, int Yes, int No, int Maybe, int Waiting, int Reminded, int Attended, int NoShow, int Nominated,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, FunnelCounts>> By, DoorResults? Doors)
    : FunnelCounts(Invited, Delivered, Failed, Replied, Yes, No, Maybe, Waiting, Reminded, Attended, NoShow, Nominated)
{
    public static FunnelAnswer Of(MeetingFunnel funnel, DoorResults? doors)
    {
        var t = funnel.Total;
        return new(t.Invited, t.Delivered, t.Failed, t.Replied, t.Yes, t.No, t.Maybe, t.Waiting, t.Reminded, t.Attended, t.NoShow, t.Nominated, funnel.By, doors);
    }
}

internal static class FunnelRoutes
{
    public static void MapFunnel(this RouteGroupBuilder api)
    {
        api.MapGet("/meetings/{id}/funnel", FunnelAsync).Produces<FunnelAnswer>();
        api.MapGet("/meetings/{id}/tree", TreeAsync).Produces<Tree>();
    }

    private static async Task<IResult> FunnelAsync(NamedMeeting at, Tallies tallies, ReadDoorResults doors, ReadPlaces places, CancellationToken ct)
    {
        var funnel = MeetingFunnel.Of(await tallies.SumAsync(at.Group, at.Id, ct)).WithPlaces(await places.FunnelAsync(at.Group, at.Id, ct));
        return Results.Ok(FunnelAnswer.Of(funnel, await doors.HandleAsync(at.Group, at.Id, ct)));
    }

    private static async Task<IResult> TreeAsync(NamedMeeting at, ReadSnowball read, CancellationToken ct) =>
        Results.Ok(Tree.Of(await read.HandleAsync(at.Group, at.Meeting, ct)));
}
