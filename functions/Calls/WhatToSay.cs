using Outreach.Calls;
using Outreach.Languages;
using Outreach.Records;

namespace Outreach.Functions.Calls;

/// <summary>What to say on the phone, in plain words and in the language of whoever is called.</summary>
internal static class WhatToSay
{
    public static IReadOnlyList<string> Of(CallEntry entry, Meeting meeting, Group group, Settings settings)
    {
        var language = Language.Choose(entry.Invitation.Language, group.Language);
        var when = language.Period(settings.Local(meeting.StartsAt), settings.Local(meeting.EndsAt));
        return [.. Keys(entry, meeting).Select(key => language.Text(
            key, ("group", group.Name), ("title", meeting.Title), ("when", when), ("place", meeting.Place), ("contact", meeting.ContactName), ("phone", meeting.ContactPhone)))];
    }

    private static IEnumerable<string> Keys(CallEntry entry, Meeting meeting)
    {
        yield return "call.hello";
        if (meeting.CancelledAt is not null)
        {
            yield return "call.cancelled";
        }
        else
        {
            if (entry.Why[0] is CallReason.Asked)
                yield return "call.asked";
            if (entry.Why.Contains(CallReason.Place))
                yield return "message.placeFreed.subject";
            yield return entry.Why[0] switch
            {
                CallReason.Change => "call.changed",
                CallReason.Missed => "call.missed",
                _ => entry.Invitation.Reply is Reply.Yes or Reply.Maybe ? "call.remind" : "call.invite",
            };
        }

        yield return "call.close";
    }
}
