using System.Xml;
using Outreach.Contacts;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Functions.Replies;
using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Functions.Sending;

/// <summary>A phone or mailbox that the local outbox delivered to.</summary>
public sealed record Mailbox(string To, string? Name, bool IsPhone, IReadOnlyList<Line> Lines);

/// <summary>A line in it: to the resident, or from them.</summary>
public sealed record Line(DateTimeOffset At, bool IsTheirs, string? Subject, string Text, string Language);

/// <summary>The local outbox as phones and mailboxes, and on a made-up clock a way to play the residents.</summary>
internal static class MessagePages
{
    private static readonly string[] Steps = ["PT1H", "P1D", "P3D", "P7D"];

    public static void MapMessagePages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/messages", ShowAsync);
        if (!((IEndpointRouteBuilder)pages).ServiceProvider.GetRequiredService<Launch>().IsPlayed())
            return;
        pages.MapPost("/messages/reply", ReplyAsync);
        pages.MapPost("/messages/clock", AdvanceAsync);
    }

    private static bool IsPlayed(this Launch launch) => launch.Clock is not null;

    private static async Task<IResult> ShowAsync(string? to, OrganiserPage page, LocalOutbox outbox, PeopleStore people, ContactHasher hasher, Launch launch, CancellationToken ct)
    {
        var sent = (await outbox.ListAsync(page.Group.Id, to, ct)).GroupBy(message => message.To, StringComparer.OrdinalIgnoreCase);
        var boxes = new List<Mailbox>();
        foreach (var box in sent.OrderByDescending(b => b.Max(m => m.At)).Take(to is null ? 50 : 1))
        {
            var lines = box.Select(m => new Line(m.At, false, m.Subject, m.Text, m.Language)).ToList();
            var person = await PersonAsync(page.Group.Id, box.Key, people, hasher, ct);
            if (person is not null)
                lines.AddRange((await people.ThreadAsync(page.Group.Id, person.Id, ct)).Where(m => m.State is MessageState.Received && m.Address == box.Key).Select(m => new Line(m.At, true, m.Subject, m.Text ?? "", m.Language)));
            boxes.Add(new Mailbox(box.Key, person?.Name, !box.Key.Contains('@', StringComparison.Ordinal), [.. lines.OrderByDescending(l => l.At)]));
        }

        return page.View<MessagesPage>(new { To = to, Boxes = (IReadOnlyList<Mailbox>)boxes, IsPlayed = launch.IsPlayed(), Steps });
    }

    private static async Task<Person?> PersonAsync(GroupId group, string to, PeopleStore people, ContactHasher hasher, CancellationToken ct)
    {
        var hash = to.Contains('@', StringComparison.Ordinal) ? hasher.Of(group, new EmailAddress(to)) : hasher.Of(group, new PhoneNumber(to));
        return await people.FindAsync(group, hash, ct) is { } contact ? (await people.FindAsync(group, contact.Value.Person, ct))?.Value : null;
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
