using Outreach.Contacts;
using Outreach.Ids;
using Outreach.People;
using Outreach.Records;

namespace Outreach.Welcome;

/// <summary>Somebody who has moved in, or will.</summary>
public sealed record NewResident(Candidate Candidate, DateOnly MovedIn)
{
    /// <summary>Null: it was filled in on a form. One message goes there, and the rest once they answer.</summary>
    public Ground? Ground { get; init; }

    /// <summary>The poster or the host of a building by which they came.</summary>
    public Code? Way { get; init; }

    /// <summary>Who brings the package.</summary>
    public string? By { get; init; }

    /// <summary>On a public form anybody may fill in anybody's number: it moves nobody whom we know.</summary>
    public bool IsByAnybody => Way is not null;

    /// <summary>A list of an earlier day says nothing of where they live now.</summary>
    public bool IsOfList => Ground is not null;
}

public enum WelcomeProblem
{
    /// <summary>They said stop before.</summary>
    Stopped,

    /// <summary>The number or address belongs to somebody whom we know by another name.</summary>
    OthersNumber,
}

/// <summary>From now on they are known, and get the welcome package, where they live.</summary>
public sealed class WelcomeResident(TakeInResident takeIn, NumberOwner owners, WelcomeStore welcomes, Codes codes, Settings settings, TimeProvider clock)
{
    public async Task<(WelcomePackage? Package, WelcomeProblem? Problem)> HandleAsync(GroupId group, NewResident resident, CancellationToken ct)
    {
        var own = await owners.WithoutOthersAsync(group, resident.Candidate, resident.Candidate.Address, ct);
        var isFound = own is not { Mobile: null, Landline: null, Email: null, Address: null };
        if (own != resident.Candidate && (!isFound || resident is { IsByAnybody: false, IsOfList: false }))
            return (null, WelcomeProblem.OthersNumber);
        // Nobody is there to be asked again, and the package finds them by what is theirs.
        resident = resident with { Candidate = own };
        return await WelcomeAsync(group, resident, ct) is { } package ? (package, null) : (null, WelcomeProblem.Stopped);
    }

    private async Task<WelcomePackage?> WelcomeAsync(GroupId group, NewResident resident, CancellationToken ct)
    {
        if (await takeIn.HandleAsync(group, resident, ct) is not { } person)
            return null;
        var home = await takeIn.ElsewhereAsync(group, person, resident, ct);
        if (await welcomes.FindAsync(group, person, ct) is { Value: var known })
            return home is null ? known : await FollowAsync(group, known, resident, home, ct) ?? known;
        var toCheck = home is null || (!resident.IsByAnybody && !IsToCome(resident) && await takeIn.MoveAsync(group, person, home, ct)) ? null : home;
        var code = await codes.DrawAsync(new CodeRow(group, CodeKind.Welcome, person, null), ct);
        var package = PackageOf(resident, person, code, clock.GetUtcNow()) with { HomeToCheck = toCheck };
        return await welcomes.AddAsync(group, package, ct) ? package : (await welcomes.FindAsync(group, person, ct))!.Value;
    }

    /// <summary>They move again. The package follows first: interrupted before the address does, it is done again, and nothing is forgotten of what it was.</summary>
    private async Task<WelcomePackage?> FollowAsync(GroupId group, WelcomePackage known, NewResident resident, Address home, CancellationToken ct)
    {
        var isEarlier = resident.MovedIn < known.MovedIn;
        if (isEarlier && resident.IsOfList)
            return known;
        if (isEarlier || resident.IsByAnybody)
            return await welcomes.ChangeAsync(group, known.Person, package => package with { HomeToCheck = home }, ct);
        var followed = await welcomes.ChangeAsync(group, known.Person, package => package.Follow(resident.MovedIn, DueOn(resident.MovedIn), clock.GetUtcNow()), ct);
        if (IsToCome(resident))
            return await welcomes.ChangeAsync(group, known.Person, package => package with { HomeToCheck = home }, ct);
        return await takeIn.MoveAsync(group, known.Person, home, ct) ? followed : await welcomes.ChangeAsync(group, known.Person, package => package.Stay(known, home), ct);
    }

    /// <summary>Until that day letters go to where they still live.</summary>
    private bool IsToCome(NewResident resident) => resident.MovedIn > settings.Day(clock.GetUtcNow());

    private WelcomePackage PackageOf(NewResident resident, PersonId person, Code code, DateTimeOffset now) => new()
    {
        Person = person,
        Code = code,
        Name = resident.Candidate.Name,
        MovedIn = resident.MovedIn,
        By = resident.By,
        DueOn = DueOn(resident.MovedIn),
        Way = resident.Way,
        At = now,
    };

    private DateOnly DueOn(DateOnly movedIn)
    {
        var today = settings.Day(clock.GetUtcNow());
        return (movedIn > today ? movedIn : today).AddDays(WelcomePackage.DaysToBring);
    }
}
