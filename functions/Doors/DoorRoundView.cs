using Outreach.Doors;
using Outreach.Functions.Meetings;
using Outreach.Functions.Web.Components;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;

namespace Outreach.Functions.Doors;

/// <summary>The page with all doors of a meeting, and what came of them.</summary>
internal sealed class DoorRoundView(ReadDoors read, ReadDoorResults results)
{
    /// <summary>Houses drawn on one page; a street is not cut.</summary>
    private const int MaxHouses = 300;

    public async Task<IResult> ShowAsync(NamedMeeting at, OrganiserPage page, TableQuery query, FormState state, CancellationToken ct)
    {
        var doors = await read.HandleAsync(at.Group, at.Id, ct);
        var streets = InPages(doors);
        var paging = Paging.Of(query, streets.Count, 1);
        return page.View<DoorRoundPage>(
            new
            {
                at.Meeting,
                Doors = doors,
                Streets = (IReadOnlyList<Door>)[.. paging.Cut(streets, 1).SelectMany(street => street)],
                Paging = paging,
                Results = await results.HandleAsync(at.Group, at.Id, ct) ?? DoorResults.Of([], page.Settings),
            },
            state);
    }

    private static List<List<Door>> InPages(IEnumerable<Door> doors)
    {
        var pages = new List<List<Door>>();
        foreach (var street in doors.GroupBy(door => door.Address.Street, StringComparer.OrdinalIgnoreCase))
        {
            if (pages.Count == 0 || pages[^1].Count + street.Count() > MaxHouses)
                pages.Add([]);
            pages[^1].AddRange(street);
        }

        return pages;
    }
}
