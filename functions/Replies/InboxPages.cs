using Outreach.Functions.Web;
using Outreach.Functions.Web.Components;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Replies;

namespace Outreach.Functions.Replies;

internal static class InboxPages
{
    private const int MaxShown = 25;
    private const int MaxSettled = 20;

    public static void MapInboxPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/inbox", ListAsync);
        pages.MapGet("/inbox/{id}", (string id, OrganiserPage page, InboxItemView view, CancellationToken ct) => view.ShowAsync(id, page, FormState.Empty, ct));
        pages.MapPost("/inbox/{id}/answer", AnswerAsync);
        pages.MapPost("/inbox/{id}/close", CloseAsync);
        pages.MapPost("/inbox/{id}/reopen", ReopenAsync);
    }

    private static async Task<IResult> ListAsync(OrganiserPage page, HttpContext http, Inbox inbox, CancellationToken ct)
    {
        var open = await inbox.ListAsync(page.Group.Id, true, ct);
        var paging = Paging.Of(TableQuery.Of(http), open.Count, MaxShown);
        var settled = await inbox.ListAsync(page.Group.Id, false, ct);
        return page.View<InboxPage>(new
        {
            Open = (IReadOnlyList<InboxItem>)[.. paging.Cut(open, MaxShown)],
            Paging = paging,
            Settled = (IReadOnlyList<InboxItem>)[.. settled.OrderByDescending(item => item.At).Take(MaxSettled)],
        });
    }

    private static async Task<IResult> AnswerAsync(string id, OrganiserPage page, HttpContext http, AnswerInbox answer, InboxItemView view, CancellationToken ct)
    {
        var state = FormState.Of(http);
        if (state["text"] is not { Length: <= AnswerInbox.MaxLength } text)
            return await view.ShowAsync(id, page, state.WithError("text", page["inbox.wrongText"]), ct);
        return await answer.HandleAsync(page.Group.Id, id, text, sawOpen: true, ct) switch
        {
            InboxAnswerOutcome.OnItsWay => Results.LocalRedirect("/inbox?done=answered"),
            InboxAnswerOutcome.NotFound => page.NotFound(),
            _ => await view.ShowAsync(id, page, state, ct),
        };
    }

    private static async Task<IResult> CloseAsync(string id, OrganiserPage page, HttpContext http, CloseInbox close, InboxItemView view, CancellationToken ct)
    {
        var state = FormState.Of(http);
        return await close.HandleAsync(page.Group.Id, id, AnswerWord.KindOf(state["as"]), state.Number("party") is { } party ? Math.Clamp(party, 1, Invitation.MaxParty) : null, ct) switch
        {
            InboxCloseOutcome.Closed => Results.LocalRedirect("/inbox?done=closed"),
            InboxCloseOutcome.ClosedWaiting => Results.LocalRedirect("/inbox?done=closed-waiting"),
            InboxCloseOutcome.NotFound => page.NotFound(),
            InboxCloseOutcome.NotInvited => await view.ShowAsync(id, page, FormState.Empty.WithError("as", page["inbox.notInvited"]), ct),
            InboxCloseOutcome.Overtaken => await view.ShowAsync(id, page, FormState.Empty.WithError("as", page["inbox.overtaken"]), ct),
            _ => await view.ShowAsync(id, page, FormState.Empty, ct),
        };
    }

    private static async Task<IResult> ReopenAsync(string id, OrganiserPage page, Inbox inbox, CancellationToken ct) =>
        await inbox.FindAsync(page.Group.Id, id, ct) is { Value: var item } && await inbox.ReopenAsync(page.Group.Id, item, ct)
            ? Results.LocalRedirect($"/inbox/{id}?done=reopened")
            : page.NotFound();

    public static async Task<IReadOnlyList<Message>> ThreadAsync(this PeopleStore people, GroupId group, PersonId person, CancellationToken ct)
    {
        var messages = new List<Message>();
        await foreach (var message in people.ConversationAsync(group, person, ct))
            messages.Add(message.Value);
        return messages;
    }
}

/// <summary>One message that came in, with all that was said before, and whether an answer can go there.</summary>
internal sealed class InboxItemView(Inbox inbox, AnswerInbox answer, PeopleStore people)
{
    public async Task<IResult> ShowAsync(string id, OrganiserPage page, FormState state, CancellationToken ct)
    {
        if (await inbox.FindAsync(page.Group.Id, id, ct) is not { Value: var item })
            return page.NotFound();
        var whyNot = await answer.WhyNotAsync(page.Group.Id, item, ct);
        var thread = item.Person is { } person ? await people.ThreadAsync(page.Group.Id, person, ct) : [];
        return page.View<InboxItemPage>(new { Item = item, Messages = thread, WhyNot = whyNot }, state);
    }
}
