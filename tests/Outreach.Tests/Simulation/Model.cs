using Outreach.Invitations;
using Outreach.Messages;
using Outreach.Replies;
using Outreach.Storage;

namespace Outreach.Tests.Simulation;

internal enum Word
{
    Yes,
    No,
    Maybe,
    Question,
    Stop,
    Start,
}

/// <param name="Id">The provider's id of the message; null for what was said on a page.</param>
internal sealed record Said(DateTimeOffset At, Word Word, int Party, MeetingId Meeting, string? Id);

/// <summary>Somebody of the neighbourhood, as they know it themselves.</summary>
internal sealed class Resident(string name, string? phone, string? email)
{
    public string Name => name;

    public string? Phone => phone;

    public string? Email => email;

    public bool PhoneIsBad { get; init; }

    public bool EmailIsBad { get; init; }

    public bool IsReachable => Phone is not null ? !PhoneIsBad : !EmailIsBad;

    public bool IsErased { get; set; }

    public List<Said> Words { get; } = [];

    public HashSet<MeetingId> AskedTo { get; } = [];

    public HashSet<MeetingId> ListedFor { get; } = [];

    public HashSet<MeetingId> ToldOfCancelling { get; } = [];

    /// <summary>Fills in a page just now, and does not write meanwhile.</summary>
    public bool IsOnAPage { get; set; }

    /// <summary>Said stop to the provider, not to us.</summary>
    public bool HasStoppedElsewhere { get; set; }

    /// <summary>When the program was done with the stop: from then on it must be silent.</summary>
    public long? SilentSince { get; set; }

    public bool HasStopped => HasStoppedElsewhere || Words.Any(w => w.Word is Word.Stop);

    /// <summary>The answer as the resident remembers it: the last one counts; nothing between a stop and a start.</summary>
    public (Reply Reply, int Party) AnswerTo(MeetingId meeting)
    {
        var (answer, stopped) = ((Reply: Reply.None, Party: 0), false);
        foreach (var said in Words.OrderBy(w => w.At))
        {
            var isAbout = said.Meeting == meeting && !stopped;
            stopped = said.Word switch { Word.Stop => true, Word.Start => false, _ => stopped };
            answer = said.Word switch
            {
                Word.Stop when said.Meeting == meeting => (Reply.Stop, 0),
                Word.Yes when isAbout => (Reply.Yes, said.Party),
                Word.No when isAbout => (Reply.No, 0),
                Word.Maybe when isAbout => (Reply.Maybe, 0),
                Word.Question when isAbout && answer.Reply is Reply.None => (Reply.Question, 0),
                _ => answer,
            };
        }

        return answer;
    }
}

internal sealed record Upload(MeetingId Meeting, string Text, int Rows, int Bad)
{
    public ListId? Accepted { get; set; }
}

/// <summary>What people and providers know to be true, kept apart from the program.</summary>
internal sealed class Model(World world)
{
    private readonly HashSet<string> handled = [];

    public List<Resident> Residents { get; } = [];

    public List<Upload> Uploads { get; } = [];

    public List<Outreach.Meetings.Meeting> Meetings { get; } = [];

    /// <summary>Since when a meeting is off.</summary>
    public Dictionary<MeetingId, long> Cancelled { get; } = [];

    public void Took(Taken taken)
    {
        var run = Run.Current.Value!;
        world.Tell($"   out: {taken.Reference} to {taken.To}: {taken.Text[..Math.Min(30, taken.Text.Length)]}");
        if (!MessageKey.TryParseReference(taken.Reference, out _, out var key) || world.ByContact(taken.To) is not { } resident)
            return;
        var isAnswer = key.Step is "joined" || key.Step.StartsWith("re-", StringComparison.Ordinal);
        if (world.Provider.All.Any(m => m != taken && m.Reference == taken.Reference && m.Tells))
            world.Broken($"sent twice: {key.Step}");
        if (resident.SilentSince < run.Since && !resident.Words.Any(w => w.Word is Word.Stop && w.Id is { } id && key.Step == $"re-{InboxItem.HashOf(id)}"))
            world.Broken($"messaged after stop: {key.Step}");
        if (!isAnswer && run.StartedQuiet && Calendar.IsQuiet(taken.At))
            world.Broken($"sent in quiet hours: {key.Step}");
        if (Meetings.Find(m => key.Step.Contains(m.Id.Value, StringComparison.Ordinal))?.Id is not { } meeting)
            return;
        if (key.Step.StartsWith("ask-", StringComparison.Ordinal))
            resident.AskedTo.Add(meeting);
        if (key.Step.StartsWith(nameof(MessageKind.MeetingCancelled), StringComparison.Ordinal))
            resident.ToldOfCancelling.Add(meeting);
        else if (Cancelled.TryGetValue(meeting, out var since) && since < run.Since)
            world.Broken($"sent about a cancelled meeting: {key.Step}");
    }

    /// <summary>Somebody who was asked says something.</summary>
    public void Speak()
    {
        var resident = Residents[world.Chance.Next(Residents.Count)];
        var meeting = Meetings.LastOrDefault(m => world.Now < m.StartsAt - TimeSpan.FromHours(3) && resident.AskedTo.Contains(m.Id));
        if (meeting is null || resident is not { IsErased: false, IsOnAPage: false, HasStoppedElsewhere: false } || resident.Words.LastOrDefault()?.At >= world.Now)
            return;
        var isSilent = resident.Words.LastOrDefault()?.Word is Word.Stop;
        if (isSilent && (resident.SilentSince is null || world.Chance.Next(3) > 0))
            return;
        var word = isSilent ? Word.Start : world.Chance.Next(20) switch { < 9 => Word.Yes, < 13 => Word.No, < 15 => Word.Maybe, < 18 => Word.Question, _ => Word.Stop };
        var party = word is Word.Yes ? world.Chance.Next(1, 4) : 1;
        var id = $"in{resident.Name}{resident.Words.Count}";
        var said = new Said(world.Now, word, party, meeting.Id, id);
        resident.Words.Add(said);
        if (word is Word.Start)
            resident.SilentSince = null;
        world.Tell($"{resident.Name} says {word} {party}");
        var text = word switch { Word.Yes => $"ja {party}", Word.No => "nee", Word.Maybe => "misschien", Word.Stop => "stop", Word.Start => "start", _ => "Hoe laat begint het eigenlijk?" };
        world.Webhook(resident.Phone is { } phone
            ? new InboundEvent(InboundKind.Sms, id, phone, null, text, said.At)
            : new InboundEvent(InboundKind.Email, id, resident.Email!, null, text, said.At));
    }

    public void Handled(InboundBatch batch)
    {
        foreach (var inbound in batch.Events.Where(e => handled.Add(e.Id)))
        {
            if (world.ByContact(inbound.From) is { } resident && (inbound.Report is DeliveryReport.OptedOut || resident.Words.Find(w => w.Id == inbound.Id) is { Word: Word.Stop }))
                resident.SilentSince = world.Moment;
        }
    }
}
