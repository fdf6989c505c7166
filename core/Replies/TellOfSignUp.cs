using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;

namespace Outreach.Replies;

/// <summary>
/// Somebody filled in a form with a number or address that said stop once, or that belongs to somebody of another name. Nothing is sent there, and the page says nothing
/// of it; but they want to come, so a person reads of it, once.
/// </summary>
public sealed class TellOfSignUp(GroupStore groups, PeopleStore people, PutInInbox inbox, ContactHasher hasher, TimeProvider clock)
{
    public Task HandleAsync(PassedOnOutcome refusal, Candidate given, int party, CancellationToken ct) => refusal switch
    {
        PassedOnOutcome.Stopped to => TellAsync(to.Group, to.Meeting, given, party, isStopped: true, ct),
        PassedOnOutcome.OthersNumber to => TellAsync(to.Group, to.Meeting, given, party, isStopped: false, ct),
        _ => Task.CompletedTask,
    };

    /// <summary>Somebody whom nobody can find, for all that was given of them is somebody else's: a new resident, or a neighbour whom an attendee named.</summary>
    /// <param name="meeting">The one they were named at; null for a new resident.</param>
    /// <param name="text">What a person reads of it.</param>
    public Task OfOthersNumberAsync(GroupId group, MeetingId? meeting, Candidate given, string text, CancellationToken ct) => PutAsync(group, meeting, given, _ => text, isStopped: false, ct);

    private Task TellAsync(GroupId group, MeetingId meeting, Candidate given, int party, bool isStopped, CancellationToken ct) =>
        PutAsync(group, meeting, given, language => party > 1 ? $"{language.Text("word.yes")} {party}" : language.Text("word.yes"), isStopped, ct);

    private async Task PutAsync(GroupId id, MeetingId? meeting, Candidate given, Func<Language, string> text, bool isStopped, CancellationToken ct)
    {
        if ((given.Mobile?.Value ?? given.Email?.Value) is not { } from)
            return;
        var group = await groups.GetAsync(id, ct);
        var channel = given.Mobile is null ? Channel.Email : Channel.Sms;
        var (now, contact) = (clock.GetUtcNow(), hasher.Of(group.Id, channel, from));
        var owner = await people.FindAsync(group.Id, contact, ct) is { } row ? await people.FollowAsync(group.Id, row.Value.Person, ct) : null;
        var language = Language.Choose(given.Language, group.Language);
        var identity = isStopped ? $"{meeting}|{contact}|stopped" : $"{meeting}|{contact}|{given.Name}";
        // An answer to somebody else's number would be noted as the owner's.
        await inbox.HandleAsync(
            group,
            new InboxItem(InboxItem.IdFrom(identity), isStopped ? owner?.Value.Id : null, given.Name, channel, from, language.Code, text(language), now, meeting)
            {
                SaidStopBefore = isStopped,
                NumberOf = isStopped ? null : owner?.Value.Label,
                // Filled in again, it adds nothing.
                Event = InboxItem.IdFrom($"{now.UtcTicks}"),
            },
            ct);
    }
}
