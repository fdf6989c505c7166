using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Welcome;

namespace Outreach.Funnel;

/// <summary>Reads the group's open work that belongs to no meeting.</summary>
public sealed class ReadChores(Inbox inbox, ListStore lists, CardStore cards, WelcomeStore welcomes, ReadWelcomes addresses)
{
    public async Task<GroupChores> HandleAsync(GroupId group, CancellationToken ct)
    {
        IReadOnlyList<WelcomePackage> packages = [.. (await welcomes.ListAsync(group, ct)).Select(package => package.Value)];
        return new GroupChores(
            await inbox.ListAsync(group, open: true, ct),
            [.. (await lists.HeldAsync(group, ct)).Where(list => list.State is not ListState.Reading)],
            [.. (await cards.ListAsync(group, ct)).Select(line => line.Value)],
            packages)
        {
            WithoutAddress = await addresses.WithoutAddressAsync(group, packages, ct),
        };
    }
}

/// <summary>Reads what a person of the group has to do now.</summary>
public sealed class ReadToday(ReadMeetings meetings, ReadUntold readUntold, WaitingNominees waiting, ReadChores chores, Spending spending, Settings settings)
{
    public async Task<IReadOnlyList<TodayTask>> HandleAsync(GroupId group, DateTimeOffset now, CancellationToken ct)
    {
        var overviews = await meetings.HandleAsync(group, ct);
        var untold = new Dictionary<MeetingId, Untold>();
        foreach (var meeting in overviews.Select(overview => overview.Meeting).Where(meeting => now < meeting.StartsAt))
            untold[meeting.Id] = await readUntold.HandleAsync(group, meeting, ct);
        IReadOnlyList<WaitingNominee> nominees = [.. (await waiting.ListAsync(group, ct)).Where(nominee => nominee.InvitedTo is null)];
        var facts = new TodayFacts(overviews, untold, nominees, await chores.HandleAsync(group, ct)) { HeldSince = (await spending.TodayAsync(group, ct)).HeldAt };
        return Today.Of(facts, settings, now);
    }
}

/// <summary>Reads how all meetings of a group are doing.</summary>
public sealed class ReadMeetings(MeetingStore meetings, ReadOverview read)
{
    public async Task<IReadOnlyList<MeetingOverview>> HandleAsync(GroupId group, CancellationToken ct)
    {
        var overviews = new List<MeetingOverview>();
        foreach (var meeting in await meetings.ListAsync(group, ct))
            overviews.Add(await read.HandleAsync(group, meeting, ct));
        return overviews;
    }
}
