using Outreach.Ids;
using Outreach.Languages;
using Outreach.PlainLanguage;
using Outreach.Records;

namespace Outreach.Texts;

/// <summary>Where an organiser's own words are used.</summary>
public enum WrittenPlace
{
    Title,
    Place,
    PersonalLine,
    Report,

    /// <summary>The parts of an own text.</summary>
    Subject,
    Sms,
    Text,
}

/// <summary>A word that says what is wrong with people.</summary>
/// <param name="At">Its position in the text.</param>
/// <param name="Alternative">What may be written instead, when known.</param>
public sealed record FoundLabel(WrittenPlace Place, string Language, string Word, int At, string? Alternative);

/// <summary>Words that an organiser wrote and residents will read.</summary>
public sealed record WrittenWords(WrittenPlace Place, string Language, string Words)
{
    /// <summary>What the plain-language check says of them. What a placeholder stands for is not the organiser's to change.</summary>
    public PlainReport Check(string organiserLanguage) => PlainCheck.Of(Placeholders.Masked(Words), Language, null, organiserLanguage);

    /// <summary>What is in every invitation to a meeting.</summary>
    public static IEnumerable<WrittenWords> InInvitations(Meeting meeting, OwnTexts own, string groupLanguage) =>
    [
        .. OfMeeting(meeting.Title, meeting.Place, meeting.PersonalLines, groupLanguage),
        .. from language in Languages.Language.All
           let text = own.Find(MessageKind.Invitation, language.Code)
           where text is not null
           from part in text.Parts.Written
           select new WrittenWords(part.Place, language.Code, part.Words),
    ];

    /// <summary>As they are filled in; anything may be missing.</summary>
    public static IEnumerable<WrittenWords> OfMeeting(string? title, string? place, IReadOnlyDictionary<string, string>? lines, string groupLanguage)
    {
        if (title is not null)
            yield return new WrittenWords(WrittenPlace.Title, groupLanguage, title);
        if (place is not null)
            yield return new WrittenWords(WrittenPlace.Place, groupLanguage, place);
        foreach (var (language, line) in lines ?? new Dictionary<string, string>())
        {
            if (line is not null)
                yield return new WrittenWords(WrittenPlace.PersonalLine, language.Length > 0 ? language : groupLanguage, line);
        }
    }
}

/// <summary>The one rule that does not only advise: an organiser who saves or sends words that label people must confirm.</summary>
public static class LabelRule
{
    public static IReadOnlyList<FoundLabel> Labels(this IEnumerable<WrittenWords> written) =>
    [
        .. from own in written
           from mark in own.Check(own.Language).Marks
           where mark.NeedsConfirm
           select new FoundLabel(own.Place, own.Language, own.Words.Substring(mark.Start, mark.Length), mark.Start, mark.Rewrite),
    ];
}

/// <summary>What labels people in the invitations to a meeting, before they leave.</summary>
public sealed class FindLabels(GroupStore groups, OwnTextStore texts)
{
    public async Task<IReadOnlyList<FoundLabel>> HandleAsync(GroupId group, Meeting meeting, CancellationToken ct) =>
        WrittenWords.InInvitations(meeting, await texts.OfAsync(group, meeting.Id, ct), (await groups.GetAsync(group, ct)).Language).Labels();
}
