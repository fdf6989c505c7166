using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>What kind of place shows a code.</summary>
[JsonConverter(typeof(EnumWordConverter<PlaceKind>))]
public enum PlaceKind
{
    Other,
    Pharmacy,
    Doctor,
    Shop,
    School,
    EatCafe,

    /// <summary>The group chat of a neighbourhood.</summary>
    Chat,

    /// <summary>A gathering that is there already, where somebody tells of the meeting.</summary>
    Gathering,
}

/// <summary>A place that shows a code of its own for a meeting: on a poster, on flyers, in a chat. People who sign up with it are counted there.</summary>
public sealed record FlyerPlace(Code Code, MeetingId Meeting, string Name, PlaceKind Kind, DateTimeOffset MadeAt) : IOfMeeting, IStored<FlyerPlace>
{
    [JsonIgnore]
    public string Id => Code.Value;

    static JsonTypeInfo<FlyerPlace> IStored<FlyerPlace>.Json => MeetingsJson.Default.FlyerPlace;

    public const int MaxNameLength = 100;
}

/// <summary>The places of a meeting lie beside it.</summary>
public sealed class FlyerPlaces(ITables tables) : RowsOfMeeting<FlyerPlace>(tables, "place")
{
    /// <summary>In the order in which they were made.</summary>
    public async Task<IReadOnlyList<FlyerPlace>> InOrderAsync(GroupId group, MeetingId meeting, CancellationToken ct) =>
        [.. (await ListAsync(group, meeting, ct)).Select(place => place.Value).OrderBy(place => place.MadeAt).ThenBy(place => place.Name, StringComparer.OrdinalIgnoreCase)];
}

/// <summary>Gives a place its own code. The number of places is not limited.</summary>
public sealed class AddPlace(FlyerPlaces places, Codes codes, TimeProvider clock)
{
    /// <returns>The existing place of that name and kind if there is one, so that pressing twice makes one. Null when the name is blank or too long.</returns>
    public async Task<FlyerPlace?> HandleAsync(GroupId group, MeetingId meeting, string? name, PlaceKind kind, CancellationToken ct)
    {
        if (OneLine.OrNull(name) is not { Length: <= FlyerPlace.MaxNameLength } named)
            return null;
        if ((await places.InOrderAsync(group, meeting, ct)).FirstOrDefault(known => known.Kind == kind && string.Equals(known.Name, named, StringComparison.OrdinalIgnoreCase)) is { } same)
            return same;
        var place = new FlyerPlace(await codes.DrawAsync(new CodeRow(group, CodeKind.Flyer, null, meeting), ct), meeting, named, kind, clock.GetUtcNow());
        await places.AddAsync(group, place, ct);
        return place;
    }
}

/// <param name="SignedUp">Invitations that came by this place; <paramref name="Came"/> of them were there.</param>
/// <param name="People">Number who come, as the sign-ups say.</param>
public sealed record PlaceCounts(FlyerPlace Place, int SignedUp, int People, int Came);

/// <summary>Counts who signed up at each place, and who of them came.</summary>
public sealed class ReadPlaces(FlyerPlaces places, PeopleStore people)
{
    public async Task<IReadOnlyList<PlaceCounts>> HandleAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var all = await places.InOrderAsync(group, meeting, ct);
        var at = await SignedUpAsync(group, meeting, all, ct);
        return [.. all.Select(place => new PlaceCounts(place, at[place.Code].Count(), at[place.Code].Sum(i => i.Party), at[place.Code].Count(i => i.Attendance is Attendance.Attended)))];
    }

    /// <summary>From the code of each place to its counts in the order of <see cref="Milestone"/>.</summary>
    public async Task<IReadOnlyDictionary<Code, int[]>> FunnelAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var all = await places.InOrderAsync(group, meeting, ct);
        var at = await SignedUpAsync(group, meeting, all, ct);
        var funnel = all.ToDictionary(place => place.Code, _ => new int[Milestones.Count]);
        foreach (var place in all)
        {
            foreach (var invitation in at[place.Code])
                Milestones.AddTo(funnel[place.Code], invitation);
        }

        return funnel;
    }

    private async Task<ILookup<Code, Invitation>> SignedUpAsync(GroupId group, MeetingId meeting, IReadOnlyList<FlyerPlace> all, CancellationToken ct)
    {
        var signedUp = new List<Invitation>();
        if (all.Count > 0)
        {
            await foreach (var (invitation, _) in people.InvitationsAsync(group, meeting, ct))
            {
                if (invitation.Place is not null)
                    signedUp.Add(invitation);
            }
        }

        return signedUp.ToLookup(invitation => invitation.Place!.Value);
    }
}
