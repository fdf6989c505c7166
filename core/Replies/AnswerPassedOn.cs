using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Replies;

public abstract record PassedOnOutcome
{
    private PassedOnOutcome()
    {
    }

    public sealed record SignedUp(Invitation Invitation) : PassedOnOutcome;

    /// <summary>Somebody else has answered with this code.</summary>
    public sealed record Used : PassedOnOutcome;

    public sealed record NoMeeting : PassedOnOutcome;

    /// <summary>This number or address said stop once: only the start word, sent from it, undoes that.</summary>
    /// <param name="Meeting">That they would come to.</param>
    public sealed record Stopped(GroupId Group, MeetingId Meeting) : PassedOnOutcome;

    /// <summary>On a form: the number or address belongs to somebody whom we know by another name. What they have answered stays as it is; an organiser finds out who comes.</summary>
    /// <param name="Meeting">That they would come to.</param>
    public sealed record OthersNumber(GroupId Group, MeetingId Meeting) : PassedOnOutcome;

    public sealed record Unknown : PassedOnOutcome;
}

/// <summary>A neighbour answers with a code that an attendee handed over, or with a flyer's: only now do we know who it is, and by their own hand.</summary>
public sealed class AnswerPassedOn(AdmitByCode admit, PeopleStore people, RecordReply replies, TellOfSignUp organisers, TimeProvider clock)
{
    public Task<PassedOnOutcome> HandleAsync(Code code, Candidate newcomer, Reply reply, int party, CancellationToken ct) =>
        HandleAsync(code, newcomer, new Said(reply, party, Basis.Form, null), ct);

    /// <summary>They sent the code from the number or address itself: that is their consent.</summary>
    /// <param name="party">Null: they did not say how many come.</param>
    /// <param name="at">When they wrote it: read again after a crash, it overtakes nothing that they wrote since.</param>
    public Task<PassedOnOutcome> SentAsync(Code code, Candidate newcomer, int? party, DateTimeOffset at, CancellationToken ct) =>
        HandleAsync(code, newcomer, new Said(Reply.Yes, party, Basis.Consent, at), ct);

    private async Task<PassedOnOutcome> HandleAsync(Code code, Candidate newcomer, Said said, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (admitted, refusal) = await admit.HandleAsync(code, newcomer, new Ground(said.Basis, $"code {code}", now), ct);
        // What they wrote themselves is read by a person anyway.
        if (refusal is not null && said is { Basis: Basis.Form, Reply: Reply.Yes })
            await organisers.HandleAsync(refusal, newcomer, said.Party ?? 1, ct);
        if (admitted is not { } who)
            return refusal!;

        var known = (await people.FindAsync(who.Group, who.Meeting, who.Person, ct))?.Value;
        // The same answer again, from a form that was sent twice, is confirmed once. It still overtakes what was written before it and is read after it.
        var isNew = known is not null && (known.Reply, known.Party) != (said.Reply, said.Party ?? known.Party);
        var way = isNew && said.Reply is Reply.Yes && (await people.FindAsync(who.Group, who.Person, ct))?.Value is { } person ? ConfirmSignUp.WayTo(person, who.Given) : null;
        var confirmation = way is null ? null : ConfirmSignUp.Of(known!, way, now);
        return await replies.HandleAsync(new ReplyCommand(who.Group, who.Person, who.Meeting, said.Reply, said.Party, confirmation) { SaidAt = said.At }, ct) switch
        {
            ReplyOutcome.Saved saved => new PassedOnOutcome.SignedUp(saved.Invitation),
            ReplyOutcome.Waiting waiting => new PassedOnOutcome.SignedUp(waiting.Invitation),
            _ => new PassedOnOutcome.NoMeeting(),
        };
    }

    /// <param name="Basis">A form, or their own message.</param>
    /// <param name="At">Null: now.</param>
    private sealed record Said(Reply Reply, int? Party, Basis Basis, DateTimeOffset? At);
}
