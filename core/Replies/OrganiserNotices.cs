using Outreach.Meetings;
using Outreach.Messages;
using Outreach.People;
using Outreach.Storage;

namespace Outreach.Replies;

public enum OrganiserNotice
{
    /// <summary>Questions wait in the inbox.</summary>
    Inbox,

    /// <summary>A week after the meeting nobody has told the neighbourhood what came of it.</summary>
    NoReport,

    /// <summary>A line of the contact card was not looked at for half a year.</summary>
    StaleCard,
}

/// <summary>Tells organisers by e-mail what waits for them; about the inbox at most once an hour. No names and no words of residents.</summary>
public sealed class OrganiserNotices(ITables tables, Senders senders, Settings settings, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public async Task TellAsync(Group group, OrganiserNotice notice, Meeting? meeting, CancellationToken ct)
    {
        if (group.Organisers.Count == 0 || (notice is OrganiserNotice.Inbox && !await MayTellAsync(group.Id, ct)))
            return;
        var now = clock.GetUtcNow();
        var (subject, text) = Words(notice, meeting, group.Language, settings);
        var emails = group.Organisers.Select((address, i) => new EmailToSend(
            $"{group.Id}.notice{notice}.{now.UtcTicks:x}.{i}", new EmailAddress(address), null, "Outreach", subject, text,
            $"<!doctype html><html lang=\"{group.Language}\"><body><p>{System.Net.WebUtility.HtmlEncode(text)}</p></body></html>", group.Language, now));
        foreach (var call in emails.Chunk(senders.Email.BatchSize))
            await senders.Email.SendAsync(call, ct);
    }

    private async Task<bool> MayTellAsync(GroupId group, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var stored = await tables.GetAsync(TableNames.Inbox, group.Value, "notice", ct);
        if (stored is not null && RowJson.Read<Suppression>(stored.Json).At + Pause > now)
            return false;
        try
        {
            var json = RowJson.Write(new Suppression(now, "notice"));
            await tables.SubmitAsync(TableNames.Inbox, group.Value, [stored is null ? Operation.Insert("notice", json) : Operation.Replace("notice", json, stored.ETag)], ct);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    private static (string Subject, string Text) Words(OrganiserNotice notice, Meeting? meeting, string language, Settings settings) => (notice, language) switch
    {
        (OrganiserNotice.Inbox, "en") => ("A neighbour asks something", $"Somebody has a question, or an answer that we could not read. Please look in the inbox: {settings.Link("/inbox")}"),
        (OrganiserNotice.Inbox, _) => ("Een buur vraagt iets", $"Iemand heeft een vraag, of een antwoord dat wij niet konden lezen. Kijk in de berichten: {settings.Link("/inbox")}"),
        (OrganiserNotice.StaleCard, "en") => ("Are these numbers still right?", $"Some numbers on your contact card were not checked for half a year. Please call them once: {settings.Link("/welcome/card")}"),
        (OrganiserNotice.StaleCard, _) => ("Kloppen deze nummers nog?", $"Een paar nummers op de contactkaart zijn een half jaar niet nagekeken. Bel ze een keer: {settings.Link("/welcome/card")}"),
        (_, "en") => ("What came of the meeting?", $"People came to \"{meeting!.Title}\". Tell them what came of it: {settings.Link($"/meetings/{meeting.Id}")}"),
        _ => ("Wat is er uit de bijeenkomst gekomen?", $"Er kwamen mensen naar \"{meeting!.Title}\". Vertel hun wat ermee is gebeurd: {settings.Link($"/meetings/{meeting.Id}")}"),
    };
}
