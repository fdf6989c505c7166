using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Functions.Lists;

/// <summary>The list that the address of a call names as <c>{id}</c>.</summary>
internal sealed record NamedList(GroupId Group, UploadedList List)
{
    public ListId Id => List.Id;

    public static async ValueTask<NamedList> BindAsync(HttpContext context) => await FindAsync(context, Asking.GroupOf(context), "id") ?? throw new UnknownException("list");

    public static async Task<NamedList?> FindAsync(HttpContext context, GroupId group, string name) =>
        ListId.TryParse((string)context.Request.RouteValues[name]!, out var id) && await context.RequestServices.GetRequiredService<ListStore>().FindAsync(group, id, context.RequestAborted) is { Value: var list }
            ? new NamedList(group, list)
            : null;
}

/// <summary>A list of the meeting that the address of a page names as <c>{id}</c>, as <c>{list}</c>.</summary>
internal sealed record ListOfMeeting(GroupId Group, Meeting Meeting, UploadedList List)
{
    public ListId Id => List.Id;

    public string Path => $"/meetings/{Meeting.Id}/lists/{Id}";

    public static async ValueTask<ListOfMeeting> BindAsync(HttpContext context)
    {
        var at = await NamedMeeting.BindAsync(context);
        return await NamedList.FindAsync(context, at.Group, "list") is { List: var list } && list.Meeting == at.Id
            ? new ListOfMeeting(at.Group, at.Meeting, list)
            : throw new UnknownException("list");
    }
}
