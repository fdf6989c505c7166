using Outreach.Contacts;
using Outreach.Languages;
using Outreach.Records;

namespace Outreach.Replies;

/// <summary>
/// Somebody filled in a form with a number or address that said stop once. Nothing is sent there, and the page says nothing of it; but they want to come, so a person
/// reads of it, once, and may ask them for the start word.
/// </summary>
public sealed class TellOfStopped(GroupStore groups, PeopleStore people, PutInInbox inbox, ContactHasher hasher, TimeProvider clock)
{
    public async Task HandleAsync(PassedOnOutcome.Stopped to, Candidate given, int party, CancellationToken ct)
    {
        if ((given.Mobile?.Value ?? given.Email?.Value) is not { } from)
            return;
        var group = await groups.GetAsync(to.Group, ct);
        var channel = given.Mobile is null ? Channel.Email : Channel.Sms;
        var (now, contact) = (clock.GetUtcNow(), hasher.Of(group.Id, channel, from));
        var person = await people.FindAsync(group.Id, contact, ct) is { } row ? await people.FollowAsync(group.Id, row.Value.Person, ct) : null;
        var language = Language.Choose(given.Language, group.Language);
        var text = party > 1 ? $"{language.Text("word.yes")} {party}" : language.Text("word.yes");
        await inbox.HandleAsync(
            group,
            new InboxItem(InboxItem.IdFrom($"{to.Meeting}|{contact}|stopped"), person?.Value.Id, given.Name, channel, from, language.Code, text, now, to.Meeting)
            {
                SaidStopBefore = true,
                // Filled in again, it adds nothing.
                Event = InboxItem.IdFrom($"{now.UtcTicks}"),
            },
            ct);
    }
}
