using Outreach.Languages;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Texts;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

/// <param name="Text">The welcome in words, as in an e-mail.</param>
public sealed record WelcomeLetter(WelcomeView View, Language Language, string Text);

/// <summary>The letters that go into the packages: the words of the welcome message, in the language of each.</summary>
internal sealed class WelcomeLetters(OwnTextStore texts, Settings settings)
{
    public async Task<IReadOnlyList<WelcomeLetter>> HandleAsync(Group group, IReadOnlyList<WelcomeView> views, CancellationToken ct)
    {
        var own = await texts.ForAsync(group.Id, null, MessageKind.Welcome, ct);
        return [.. views.Where(view => view.Contents.Any(part => part.Part.Kind is KitPartKind.Letter)).Select(view => new WelcomeLetter(view, Language.Find(view.Language)!, TextOf(group, view, own)))];
    }

    private string TextOf(Group group, WelcomeView view, OwnTexts own)
    {
        var message = new Message { Person = view.Person.Id, At = view.Package.At, Step = MessageStep.Once(MessageKind.Welcome), Kind = MessageKind.Welcome, Language = view.Language, Page = view.Package.Code };
        return Compose.Of(new Outgoing(message, null, new Stored<Person>(view.Person, ""), null, null) { OwnTexts = own }, group, null, settings).Text;
    }
}
