using Outreach.Ids;
using Outreach.Lists;
using Outreach.OptOuts;
using Outreach.Records;

namespace Outreach.Welcome;

/// <param name="Added">Number of new welcomes.</param>
/// <param name="Known">Number already being welcomed.</param>
/// <param name="Stopped">Number who said stop before, or want no contact according to this list.</param>
/// <param name="OfOthers">Number of those who gave no address, and whose number or e-mail address we know as somebody else's: nobody was welcomed.</param>
public sealed record WelcomedMany(int Added, int Known, int Stopped, int OfOthers = 0);

/// <summary>Takes in a list of new residents. Interrupted and uploaded again, nobody is welcomed twice.</summary>
public sealed class WelcomeMany(WelcomeResident welcome, WelcomeStore welcomes, OptOutContacts optOut)
{
    /// <summary>At a time: each of them is visited by a volunteer.</summary>
    public const int MaxResidents = 300;

    /// <param name="ground">May we write to these people, and what says so.</param>
    public async Task<WelcomedMany> HandleAsync(GroupId group, ShortList list, DateOnly movedIn, Ground ground, CancellationToken ct)
    {
        // A no first: it holds for all rows of the same person, wherever it is.
        await optOut.HandleAsync(group, list.OptedOut.Concat(list.Closed), ct);
        var before = (await welcomes.ListAsync(group, ct)).Select(package => package.Value.Person).ToHashSet();
        var (added, known, stopped, ofOthers) = (0, 0, list.OptedOut.Count, 0);
        foreach (var resident in list.Candidates)
        {
            var (package, problem) = await welcome.HandleAsync(group, new NewResident(resident, movedIn) { Ground = ground }, ct);
            if (problem is WelcomeProblem.OthersNumber)
                ofOthers++;
            else if (package is null)
                stopped++;
            else if (before.Add(package.Person))
                added++;
            else
                known++;
        }

        return new WelcomedMany(added, known, stopped, ofOthers);
    }
}
