using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Texts;

/// <summary>The people of a meeting who read one language.</summary>
/// <param name="Unnamed">How many of them have no name on the list.</param>
/// <param name="First">The first few, to show a text to their organiser as they will read it.</param>
public sealed record Readers(Language Language, int Count, int Unnamed, IReadOnlyList<PaperEntry> First);

/// <summary>A text as one person would read it.</summary>
/// <param name="IsMadeUp">Nobody on the list reads this language: it is written to a person who does not exist.</param>
public sealed record TextSample(string? Name, bool IsMadeUp, RenderedMessage Message, SmsSegments Size);

/// <summary>Who reads which language at a meeting, and how they would read a text. Nothing is changed.</summary>
public sealed class ReadTexts(PeopleStore people, Settings settings)
{
    public const int MaxSamples = 3;

    /// <returns>Every language, also those that nobody reads; the most read first.</returns>
    public async Task<IReadOnlyList<Readers>> HandleAsync(Group group, Meeting meeting, CancellationToken ct)
    {
        var readers = Language.All.ToDictionary(language => language.Code, language => new Readers(language, 0, 0, []));
        await foreach (var (person, invitation) in people.AskedAsync(group.Id, meeting.Id, _ => true, ct))
            Add(readers, Language.Choose(invitation.Value.Language, group.Language).Code, new PaperEntry(person.Value, invitation.Value));

        return [.. readers.Values.OrderByDescending(found => found.Count)];
    }

    /// <summary>One text to the first readers of its language, or to somebody made up.</summary>
    public IReadOnlyList<TextSample> Samples(Group group, Meeting meeting, MessageKind kind, Readers readers, OwnText? own)
    {
        IReadOnlyList<PaperEntry> shown = readers.Count == 0 ? [MadeUp(meeting, readers.Language)] : readers.First;
        return [.. shown.Select(reader =>
        {
            var message = AskingMessage.For(reader.Person, reader.Invitation, meeting) with { Language = readers.Language.Code };
            var item = new Outgoing(
                message with { Kind = message.Kind is MessageKind.NomineeInvitation && kind is MessageKind.Invitation ? message.Kind : kind },
                null, new Stored<Person>(reader.Person, ""), new Stored<Invitation>(reader.Invitation, ""), meeting)
            {
                OwnTexts = own is null ? OwnTexts.None : new OwnTexts([own]),
            };
            var rendered = Compose.Of(item, group, null, settings);
            return new TextSample(reader.Person.Name, readers.Count == 0, rendered, SmsSegments.Count(rendered.Sms));
        })];
    }

    /// <summary>A text of the welcome, to somebody made up: a new resident is one person, not a list.</summary>
    public TextSample SampleOfWelcome(Group group, MessageKind kind, Language language, OwnText? own, DateTimeOffset now)
    {
        var person = new Person { Id = PersonId.New(0, now), Name = "Noor Bakker", Language = language.Code, Source = Source.Welcome, CreatedAt = now };
        var message = new Message { Person = person.Id, At = now, Step = MessageStep.Once(kind), Kind = kind, Language = language.Code, Page = new Code("0000000000") };
        var rendered = Compose.Of(new Outgoing(message, null, new Stored<Person>(person, ""), null, null) { OwnTexts = own is null ? OwnTexts.None : new OwnTexts([own]) }, group, null, settings);
        return new TextSample(person.Name, true, rendered, SmsSegments.Count(rendered.Sms));
    }

    private static void Add(Dictionary<string, Readers> readers, string language, PaperEntry reader)
    {
        var before = readers[language];
        readers[language] = before with
        {
            Count = before.Count + 1,
            Unnamed = before.Unnamed + (string.IsNullOrWhiteSpace(reader.Person.Name) ? 1 : 0),
            First = before.First.Count < MaxSamples ? [.. before.First, reader] : before.First,
        };
    }

    private static PaperEntry MadeUp(Meeting meeting, Language language)
    {
        var (id, created) = (PersonId.New(0, meeting.CreatedAt), meeting.CreatedAt);
        return new PaperEntry(
            new Person { Id = id, Name = "Noor Bakker", Language = language.Code, CreatedAt = created },
            new Invitation { Meeting = meeting.Id, Person = id, Code = new Code("0000000000"), Language = language.Code, CreatedAt = created });
    }
}
