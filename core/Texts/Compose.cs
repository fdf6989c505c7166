using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Texts;

/// <summary>Turns a message and what it is about into words.</summary>
public static class Compose
{
    /// <param name="nominator">Who named this person, when they agreed to be named.</param>
    public static RenderedMessage Of(Outgoing item, Group group, Person? nominator, Settings settings)
    {
        var language = Language.Choose(item.Message.Language, group.Language);
        var kind = item.Message.Kind ?? MessageKind.InboxAnswer;
        return MessageTexts.Render(kind, language, Facts(item, group, nominator, settings), item.OwnTexts.Find(kind, language.Code, item.Message.WordedAt));
    }

    private static MessageFacts Facts(Outgoing item, Group group, Person? nominator, Settings settings)
    {
        var (message, person, invitation) = (item.Message, item.Person.Value, item.Invitation?.Value);
        var code = message.Page ?? invitation?.Code;
        var about = item.Meeting;
        return new MessageFacts
        {
            Name = person.Name,
            Group = group.Name,
            Meeting = about is null ? null : Facts(about, settings),
            PersonalLine = about is null ? null : PersonalLine(about, message.Language, group.Language),
            Link = message.HasLink && code is { } page ? settings.Link($"/{PageOf(message.Kind)}/{page}").ToString() : null,
            StopLink = code is { } stop ? settings.Link($"/s/{stop}").ToString() : null,
            Code = code?.ToString(),
            Nominator = nominator?.Name,
            OfferLanguage = message.OfferLanguage,
            KeepsPlaces = message.KeepsPlaces,
            NotExpected = message.NotExpected,
            Changes = message.Kind is MessageKind.MeetingChanged && item.Meeting is { } changed && invitation is not null ? [.. Changes(changed, invitation, settings)] : [],
            AsksWhetherItWasThem = message.AsksWhetherItWasThem,
            OffersStop = MessageKinds.IsUnasked(message, invitation),
            Party = Math.Max(1, invitation?.Party ?? 1),
            PassOnLinks = [.. item.PassOn.Select(code => settings.Link($"/p/{code}").ToString())],
            OwnText = message.OwnText ?? (message.Kind is MessageKind.WhatCameOfIt ? item.Meeting?.Report : null),
            Source = EnumWord.Of(person.Source),
        };
    }

    public static MeetingFacts Facts(Meeting meeting, Settings settings) => new(
        meeting.Title,
        meeting.Place,
        settings.Local(meeting.StartsAt),
        settings.Local(meeting.EndsAt),
        meeting.ContactName,
        meeting.ContactPhone);

    private static IEnumerable<MeetingPoint> Changes(Meeting meeting, Invitation invitation, Settings settings)
    {
        if (News.CountsOn(meeting, invitation) is not { } known)
            yield break;
        if (settings.Day(known.StartsAt) != settings.Day(meeting.StartsAt))
            yield return MeetingPoint.Day;
        else if (known.StartsAt != meeting.StartsAt)
            yield return MeetingPoint.Time;
        if (known.Place != meeting.Place)
            yield return MeetingPoint.Place;
    }

    private static string? PersonalLine(Meeting meeting, string language, string groupLanguage) =>
        meeting.PersonalLines.GetValueOrDefault(language) ?? (language == groupLanguage ? meeting.PersonalLines.GetValueOrDefault("") : null);

    private static char PageOf(MessageKind? kind) => kind switch
    {
        MessageKind.Thanks => 'n',
        _ when MessageKinds.IsWelcome(kind) => 'w',
        MessageKind.CardCheck => 'c',
        _ => 'i',
    };
}
