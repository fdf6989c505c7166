using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Doors;

/// <summary>Where an organiser wants to have doors rung.</summary>
public abstract record WantedDoors
{
    private WantedDoors()
    {
    }

    /// <summary>The households that no message and no letter reaches.</summary>
    /// <param name="Title">As the organiser knows these addresses.</param>
    public sealed record OfPeople(string Title) : WantedDoors;

    /// <summary>Streets with their numbers, as somebody types them.</summary>
    public sealed record Typed(string Text) : WantedDoors;

    /// <param name="Language">In which it is said what is wrong with a row.</param>
    public sealed record OfFile(Stream Content, string Name, string Language) : WantedDoors;
}

public abstract record PlanDoorsOutcome
{
    private PlanDoorsOutcome()
    {
    }

    /// <param name="Refused">Rows of a file without an address that can be read.</param>
    public sealed record Planned(AddedDoors Doors, int Refused) : PlanDoorsOutcome;

    /// <summary>Lines that cannot be read.</summary>
    public sealed record Unreadable(IReadOnlyList<TypedLine> Lines) : PlanDoorsOutcome;

    /// <summary>Columns of a file that may hold a no.</summary>
    public sealed record Asked(IReadOnlyList<string> Columns) : PlanDoorsOutcome;

    /// <summary>Nothing was typed.</summary>
    public sealed record Empty : PlanDoorsOutcome;

    /// <summary>A file without an address.</summary>
    /// <param name="Why">Of its first row that was refused; null where there is none.</param>
    public sealed record NoAddress(string? Why) : PlanDoorsOutcome;

    /// <summary>A file with more addresses than may be added at a time.</summary>
    public sealed record TooMany : PlanDoorsOutcome;
}

/// <summary>What an organiser gives becomes doors to ring at, divided over pairs of volunteers; or nothing is added.</summary>
public sealed class PlanDoors(AddDoors add, AddDoorFile addFile, DivideDoors divide, Settings settings)
{
    /// <param name="pairs">Null: new doors are for the first pair, and nobody else's walk changes.</param>
    public async Task<PlanDoorsOutcome> HandleAsync(GroupId group, MeetingId meeting, WantedDoors wanted, int? pairs, CancellationToken ct)
    {
        var outcome = wanted switch
        {
            WantedDoors.OfPeople people => new PlanDoorsOutcome.Planned(await add.OfPeopleAsync(group, meeting, people.Title, ct), 0),
            WantedDoors.Typed typed => await AddAsync(group, meeting, typed.Text, ct),
            WantedDoors.OfFile file => await AddAsync(group, meeting, file, ct),
            _ => throw new InvalidOperationException($"{wanted.GetType().Name} are not doors that are known."),
        };
        if (outcome is PlanDoorsOutcome.Planned && pairs is { } number)
            await divide.HandleAsync(group, meeting, number, ct);
        return outcome;
    }

    private async Task<PlanDoorsOutcome> AddAsync(GroupId group, MeetingId meeting, string text, CancellationToken ct)
    {
        var (addresses, problems) = TypedStreets.Read(text, settings.Countries);
        if (problems.Count > 0)
            return new PlanDoorsOutcome.Unreadable(problems);
        return addresses.Count == 0
            ? new PlanDoorsOutcome.Empty()
            : new PlanDoorsOutcome.Planned(await add.HandleAsync(group, meeting, OneLine.Of(text), [.. addresses.Select(address => new NewDoor(address, []))], ct), 0);
    }

    private async Task<PlanDoorsOutcome> AddAsync(GroupId group, MeetingId meeting, WantedDoors.OfFile given, CancellationToken ct)
    {
        var file = DoorFile.Read(given.Content, given.Name, new ListRules(settings.Countries, given.Language));
        if (file.List.Asked.Count > 0)
            return new PlanDoorsOutcome.Asked(file.List.Asked);
        if (file.List.IsEmpty)
            return new PlanDoorsOutcome.NoAddress(file.List.Refused is [var first, ..] ? first.Message : null);
        return file.Addresses.Count > TypedStreets.MaxDoors
            ? new PlanDoorsOutcome.TooMany()
            : new PlanDoorsOutcome.Planned(await addFile.HandleAsync(group, meeting, OneLine.OrNull(given.Name) ?? "list", file, ct), file.List.Refused.Count);
    }
}
