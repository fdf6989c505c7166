using System.Text;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;

namespace Outreach.Texts;

/// <summary>Puts a message into words. Pure: the same facts give the same text.</summary>
public static class MessageTexts
{
    private static readonly MessageKind[] AboutAMeeting =
    [
        MessageKind.Invitation, MessageKind.NomineeInvitation, MessageKind.Nudge, MessageKind.ConfirmYes, MessageKind.ConfirmNo,
        MessageKind.ConfirmMaybe, MessageKind.ConfirmWaiting, MessageKind.PlaceFreed, MessageKind.Reminder,
        MessageKind.MeetingChanged, MessageKind.MeetingCancelled, MessageKind.Thanks, MessageKind.MissedYou, MessageKind.PartReminder,
    ];

    /// <param name="own">What the organiser wrote instead, in this language; what must be said is kept around it.</param>
    public static RenderedMessage Render(MessageKind kind, Language language, MessageFacts facts, OwnText? own = null)
    {
        if (facts.Meeting is null && AboutAMeeting.Contains(kind))
            throw new ArgumentException($"A message of the kind {kind} is about a meeting, and the facts have none.", nameof(facts));

        var known = RenderingFacts.Of(kind, language, facts);
        var subject = OwnWords.OfSubject(own?.Parts.Subject, known) ?? language.Template(Key(kind, "subject")).Fill(name => known.GetValueOrDefault(name)?.Text)
            ?? throw new ArgumentException($"The facts lack what the subject of {kind} names.", nameof(facts));
        Template[][] offer = [.. Line("noMorePlaces", facts.KeepsPlaces), .. Line("wasItYou", facts.AsksWhetherItWasThem), .. Offer(language, facts.OfferLanguage)];
        var stop = Line("stopOffer", facts.AsksWhetherItWasThem || (facts.OffersStop && MessageKinds.IsNews(kind)));
        var paragraphs = Paragraphs(kind, language, own?.Parts.Text, offer, known).ToList();

        return new(
            subject,
            RenderingSms.Write(language, [.. OwnWords.Into(language.Paragraphs(Key(kind, "sms")), OwnWords.OfSms(own?.Parts.Sms, known)), .. offer, .. stop], known),
            WriteText(paragraphs, known),
            WriteHtml(language, subject, paragraphs, known));

        Template[][] Line(string key, bool isSaid) => isSaid ? [[language.Template($"message.{key}")]] : [];
    }

    /// <summary>"message.confirmYes.sms"</summary>
    internal static string Key(MessageKind kind, string part) =>
        $"message.{EnumWord.Of(kind)}.{part}";

    /// <summary>In the language that is offered, and in the one they have: either may be the one they read.</summary>
    private static Template[][] Offer(Language language, string? offered) =>
        Language.Find(offered) is { } other && other != language ? [[other.Template("message.languageOffer")], [language.Template("message.languageOffer")]] : [];

    /// <summary>Of the standard words of a message: when they change, whoever checked them has not checked these.</summary>
    public static string HashOf(MessageKind kind, Language language)
    {
        var own = Key(kind, "");
        var texts = language.File.Texts.Where(text => text.Key.StartsWith(own, StringComparison.Ordinal)).Select(text => $"{text.Key}\n{Words(text.Value)}");
        var lists = language.File.Paragraphs.Where(list => list.Key.StartsWith(own, StringComparison.Ordinal))
            .Select(list => $"{list.Key}\n{string.Join('\n', list.Value.SelectMany(lines => lines).Select(Words))}");
        var all = string.Join('\n', texts.Concat(lists).Order(StringComparer.Ordinal));
        return TextHash.Of(all, 32);

        // The marks before a text say how it is used, not how it reads.
        static string Words(Template text) => text.Source.TrimStart('!', '?');
    }

    // Somebody who said stop, or whom we did not know, is told nothing more than that it is done.
    private static IEnumerable<Template[]> Paragraphs(
        MessageKind kind, Language language, string? own, IReadOnlyList<Template[]> offer, Dictionary<string, Fact> known) =>
        kind is MessageKind.Stopped or MessageKind.WrongNumber
            ? language.Paragraphs(Key(kind, "body"))
            : [.. OwnWords.Into(language.Paragraphs(Key(kind, "body")), OwnWords.Of(own, known)), .. offer, .. language.Paragraphs("message.closing"), .. language.Paragraphs("message.footer")];

    private static string WriteText(List<Template[]> paragraphs, Dictionary<string, Fact> known) =>
        string.Join("\n\n", Filled(paragraphs, "\n", template => template.Fill(name => known.GetValueOrDefault(name)?.Text)));

    private static string WriteHtml(Language language, string subject, List<Template[]> paragraphs, Dictionary<string, Fact> known)
    {
        // Said twice: mail on the web keeps only what is inside the body.
        var reading = $"lang=\"{language.Code}\" dir=\"{language.Direction}\"";
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html ").Append(reading).Append(">\n<head><meta charset=\"utf-8\"><title>").Append(Language.Html.Encode(subject))
            .Append("</title></head>\n<body>\n<div ").Append(reading).Append(">\n");
        foreach (var paragraph in Filled(paragraphs, "<br>\n", template => template.Fill(name => known.GetValueOrDefault(name)?.Html, Language.Html.Encode)))
            html.Append("<p>").Append(paragraph).Append("</p>\n");
        return html.Append("</div>\n</body>\n</html>\n").ToString();
    }

    private static IEnumerable<string> Filled(List<Template[]> paragraphs, string lineBreak, Func<Template, string?> fill) => paragraphs
        .Select(lines => string.Join(lineBreak, lines.Select(fill).OfType<string>()))
        .Where(paragraph => paragraph.Length > 0);
}
