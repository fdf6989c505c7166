using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.People;
using Outreach.Records;
using Outreach.Sending;

namespace Outreach.Funnel;

/// <param name="Person">Null for somebody who was erased meanwhile.</param>
public sealed record Invitee(Invitation Invitation, Person? Person, NextAction Next);

public enum InviteeOrder
{
    /// <summary>As they lie in the store.</summary>
    None,
    Name,
    Street,
    Answer,
    Channel,
    Language,
    Wave,
    Next,
}

/// <summary>Which people of a meeting to show; null: any.</summary>
/// <param name="Sought">A part of a name or a street.</param>
public sealed record InviteeFilter(string? Sought = null, Reply? Answer = null, Channel? Channel = null, string? Language = null, int? Wave = null, Source? Source = null, string? Street = null, NextAction? Next = null)
{
    public bool IsOpen => this == new InviteeFilter();

    /// <summary>What only the person tells.</summary>
    public bool NeedsPerson => Sought is not null || Street is not null;

    public bool Takes(Invitation invitation, NextAction next) =>
        (Answer ?? invitation.Reply) == invitation.Reply && (Channel ?? invitation.Channel) == invitation.Channel && (Language ?? invitation.Language) == invitation.Language
        && (Wave ?? invitation.Wave) == invitation.Wave && (Source ?? invitation.Source) == invitation.Source && (Next ?? next) == next;

    public bool Takes(Person? person) =>
        (Street is null || string.Equals(person?.Address?.Street ?? "", Street, StringComparison.OrdinalIgnoreCase))
        && (Sought is null || FindPeople.Matches(person?.Name, Sought) || FindPeople.Matches(person?.Address?.Street, Sought));
}

/// <summary>Reads who is asked to a meeting: all of them page by page, or those that somebody seeks in some order.</summary>
public sealed class ReadInvitees(PeopleStore people, MeetingStore meetings, ListInvitations list, Settings settings, TimeProvider clock)
{
    /// <summary>Without filter and order: a page is read, and no more.</summary>
    public async Task<(IReadOnlyList<Invitee> Invitees, PersonId? Next)> PageAsync(GroupId group, Meeting meeting, PersonId? after, int size, CancellationToken ct)
    {
        var (items, next) = await list.HandleAsync(group, meeting.Id, after, size, ct);
        var action = await ActionAsync(group, meeting, ct);
        return ([.. items.Select(item => new Invitee(item.Invitation, item.Person, action(item.Invitation)))], next);
    }

    /// <summary>All who fit, in order. Their invitations are looked at; people only where the filter or the order is about them, or for those that are shown.</summary>
    /// <param name="cut">What of the ordered people is shown; null: all.</param>
    public async Task<(IReadOnlyList<Invitee> Invitees, int Found)> FindAsync(GroupId group, Meeting meeting, InviteeFilter filter, (InviteeOrder By, bool IsDescending) order, Func<int, Range>? cut, CancellationToken ct)
    {
        var needsPerson = cut is null || filter.NeedsPerson || order.By is InviteeOrder.Name or InviteeOrder.Street;
        var found = new List<Invitee>();
        var action = await ActionAsync(group, meeting, ct);
        foreach (var shard in Shard.All(group))
            found.AddRange(await InShardAsync(shard, meeting, action, filter, needsPerson, ct));
        var sorted = Sorted(found, order.By);
        if (order.IsDescending)
            sorted.Reverse();
        var shown = cut is null ? sorted : sorted[cut(sorted.Count)];
        return (needsPerson ? shown : await WithPeopleAsync(group, shown, ct), found.Count);
    }

    private async Task<IEnumerable<Invitee>> InShardAsync(Shard shard, Meeting meeting, Func<Invitation, NextAction> action, InviteeFilter filter, bool needsPerson, CancellationToken ct)
    {
        var asked = new Dictionary<PersonId, Invitee>();
        await foreach (var (invitation, _) in people.InvitationsAsync(shard, meeting.Id, ct))
        {
            var invitee = new Invitee(invitation, null, action(invitation));
            if (filter.Takes(invitee.Invitation, invitee.Next))
                asked[invitee.Invitation.Person] = invitee;
        }

        if (!needsPerson || asked.Count == 0)
            return asked.Values;
        var found = new List<Invitee>();
        await foreach (var (person, _) in people.PeopleAsync(shard, ct))
        {
            if (asked.TryGetValue(person.Id, out var invitee) && filter.Takes(person))
                found.Add(invitee with { Person = person });
        }

        return found;
    }

    private async Task<IReadOnlyList<Invitee>> WithPeopleAsync(GroupId group, List<Invitee> invitees, CancellationToken ct)
    {
        var known = new Dictionary<PersonId, Person>();
        foreach (var shard in invitees.Select(invitee => invitee.Invitation.Person).GroupBy(person => person.Shard))
        {
            foreach (var (id, person) in await people.FindManyAsync(new Shard(group, shard.Key), shard, ct))
                known[id] = person.Value;
        }

        return [.. invitees.Select(invitee => invitee with { Person = known.GetValueOrDefault(invitee.Invitation.Person) })];
    }

    private async Task<Func<Invitation, NextAction>> ActionAsync(GroupId group, Meeting meeting, CancellationToken ct)
    {
        var (plan, now) = ((await meetings.FindPlanAsync(group, meeting.Id, ct))?.Value ?? new Plan(), clock.GetUtcNow());
        var leaves = StillLeaves.Of(meeting, plan, new SendingHours(settings.Zone), now);
        return invitation => NextActions.Of(invitation, meeting, leaves, now);
    }

    /// <summary>Each order ends in that of the store, so that pages follow each other.</summary>
    private static List<Invitee> Sorted(List<Invitee> invitees, InviteeOrder by) => by switch
    {
        InviteeOrder.Name => [.. invitees.OrderBy(invitee => invitee.Person?.Name, StringComparer.OrdinalIgnoreCase)],
        InviteeOrder.Street => [.. invitees.OrderBy(invitee => invitee.Person?.Address?.Street, StringComparer.OrdinalIgnoreCase).ThenBy(invitee => invitee.Person?.Address?.Number ?? 0)],
        InviteeOrder.Answer => [.. invitees.OrderBy(invitee => invitee.Invitation.Reply)],
        InviteeOrder.Channel => [.. invitees.OrderBy(invitee => invitee.Invitation.Channel)],
        InviteeOrder.Language => [.. invitees.OrderBy(invitee => invitee.Invitation.Language, StringComparer.Ordinal)],
        InviteeOrder.Wave => [.. invitees.OrderBy(invitee => invitee.Invitation.Wave)],
        InviteeOrder.Next => [.. invitees.OrderBy(invitee => invitee.Next)],
        _ => invitees,
    };
}
