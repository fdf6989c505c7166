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
}

/// <summary>From now on they are known, and get the welcome package.</summary>
public sealed class WelcomeResident(RegisterOne register, WelcomeStore welcomes, Codes codes, SignUps signUps, Settings settings, TimeProvider clock)
{
    /// <returns>Null when they said stop before.</returns>
    public async Task<WelcomePackage?> HandleAsync(GroupId group, NewResident resident, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var newcomer = await NewcomerAsync(group, resident, now, ct);
        var registered = await register.HandleAsync(group, null, [newcomer], ct);
        if (registered is { Kind: RegisterKind.Suppressed } or { Person: null })
            return null;
        var person = registered.Person.Value;
        if (await welcomes.FindAsync(group, person, ct) is { } known)
            return known.Value;
        var code = await codes.DrawAsync(new CodeRow(group, CodeKind.Welcome, person, null), ct);
        var package = PackageOf(resident, person, code, now);
        return await welcomes.AddAsync(group, package, ct) ? package : (await welcomes.FindAsync(group, person, ct))!.Value;
    }

    private async Task<Newcomer> NewcomerAsync(GroupId group, NewResident resident, DateTimeOffset now, CancellationToken ct)
    {
        var origin = new Origin(Source.Welcome);
        return resident.Ground is { } ground
            ? new Newcomer(resident.Candidate, ground, origin)
            : new Newcomer(resident.Candidate, new Ground(Basis.Form, "welcome", now), origin) { IsAskedAtOnce = !await signUps.TakeAsync(group, AbuseLimit.Welcome, null, resident.Candidate, ct) };
    }

    private WelcomePackage PackageOf(NewResident resident, PersonId person, Code code, DateTimeOffset now)
    {
        var today = settings.Day(now);
        return new WelcomePackage
        {
            Person = person,
            Code = code,
            Name = resident.Candidate.Name,
            MovedIn = resident.MovedIn,
            By = resident.By,
            DueOn = (resident.MovedIn > today ? resident.MovedIn : today).AddDays(WelcomePackage.DaysToBring),
            Way = resident.Way,
            At = now,
        };
    }
}
