using System.Xml;
using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Functions.Replies;
using Outreach.Functions.Web.Components;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Storage;

namespace Outreach.Functions.Sending;

/// <summary>The local outbox as phones and mailboxes, and on a virtual clock a way to play the residents.</summary>
internal static class MessagePages
{
    private const int BoxesPerPage = 20;

    private static readonly string[] Steps = ["PT1H", "P1D", "P3D", "P7D"];

    public static void MapMessagePages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/messages", ShowAsync);
        if (!((IEndpointRouteBuilder)pages).ServiceProvider.GetRequiredService<Launch>().IsVirtual)
            return;
        pages.MapPost("/messages/reply", ReplyAsync);
        pages.MapPost("/messages/clock", AdvanceAsync);
    }

    private static async Task<IResult> ShowAsync(string? to, OrganiserPage page, HttpContext http, Practice practice, Launch launch, CancellationToken ct)
    {
        var query = TableQuery.Of(http);
        var found = await practice.FindAsync(page.Group.Id, to, query.Search, ct);
        var paging = to is null ? Paging.Of(query, found.Count, BoxesPerPage) : Paging.None;
        var boxes = new List<Mailbox>();
        foreach (var box in paging.Cut(found, BoxesPerPage))
            boxes.Add(await practice.OpenAsync(page.Group.Id, box, ct));
        return page.View<MessagesPage>(new { To = to, Boxes = (IReadOnlyList<Mailbox>)boxes, Query = query, Found = found.Count, Paging = paging, IsVirtual = launch.IsVirtual, Steps });
    }

    private static async Task<IResult> ReplyAsync(OrganiserPage page, HttpContext http, IQueues queues, InboundTexts texts, DevClock clock, CancellationToken ct)
    {
        var state = FormState.Of(http);
        if (state["from"] is { } from && state["text"] is { } text && OutboxRoutes.InboundOf(from, text, page.Settings, page.Now) is { } inbound)
        {
            foreach (var queued in texts.Write([inbound]))
                await queues.SendAsync(QueueNames.Inbound, queued, TimeSpan.Zero, ct);
            await clock.DrainAsync(ct);
        }

        return Results.LocalRedirect($"/messages?to={Uri.EscapeDataString(state["from"] ?? "")}");
    }

    private static async Task<IResult> AdvanceAsync(HttpContext http, DevClock clock, CancellationToken ct)
    {
        if (FormState.Of(http)["by"] is { } by && Steps.Contains(by))
            await clock.AdvanceAsync(XmlConvert.ToTimeSpan(by), ct);
        return Results.LocalRedirect("/messages?done=clock");
    }
}
