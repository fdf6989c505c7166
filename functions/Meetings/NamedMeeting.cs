using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Functions.Meetings;

/// <summary>The meeting that an address names as <c>{id}</c>, of the group of whoever asks. Another group's looks as if it did not exist.</summary>
internal sealed record NamedMeeting(GroupId Group, Meeting Meeting)
{
    public MeetingId Id => Meeting.Id;

    public static async ValueTask<NamedMeeting> BindAsync(HttpContext context)
    {
        var (group, meetings) = (Asking.GroupOf(context), context.RequestServices.GetRequiredService<MeetingStore>());
        return MeetingId.TryParse((string)context.Request.RouteValues["id"]!, out var id) && await meetings.FindAsync(group, id, context.RequestAborted) is { Value: var meeting }
            ? new NamedMeeting(group, meeting)
            : throw new UnknownException("meeting");
    }
}
