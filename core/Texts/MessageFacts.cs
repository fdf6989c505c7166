namespace Outreach.Texts;

/// <summary>What a message is about. The wording comes from the language; nothing here is a sentence except the organiser's own lines.</summary>
public sealed record MessageFacts
{
    /// <summary>First or full name as on the list; null when the list had none.</summary>
    public string? Name { get; init; }

    /// <summary>Who asks: the project group.</summary>
    public required string Group { get; init; }

    public MeetingFacts? Meeting { get; init; }

    /// <summary>The organiser's own line, in the language of the message or the group's.</summary>
    public string? PersonalLine { get; init; }

    /// <summary>The page of this message: invitation, nomination or welcome page.</summary>
    public string? Link { get; init; }

    public string? StopLink { get; init; }

    /// <summary>The resident's key, as letters have it.</summary>
    public string? Code { get; init; }

    /// <summary>Who named this person, when they agreed to be named.</summary>
    public string? Nominator { get; init; }

    /// <summary>The recipient did not ask for it, so it must say how to stop; added when the text does not.</summary>
    public bool OffersStop { get; init; }

    /// <summary>The recipient may not be the one who filled in the form, so it asks them and says how to stop.</summary>
    public bool AsksWhetherItWasThem { get; init; }

    /// <summary>There is no room for as many as they asked for; they keep the places that they had.</summary>
    public bool KeepsPlaces { get; init; }

    /// <summary>The language to offer in one line at the end.</summary>
    public string? OfferLanguage { get; init; }

    /// <summary>How many people come, for a confirmation or reminder of a yes.</summary>
    public int Party { get; init; } = 1;

    /// <summary>Pass-on links that an attendee may hand over, or the organiser's answer or report.</summary>
    public IReadOnlyList<string> PassOnLinks { get; init; } = [];

    /// <summary>What is otherwise than whoever gets it knows; empty where nobody can tell.</summary>
    public IReadOnlyList<MeetingPoint> Changes { get; init; } = [];

    /// <summary>They had said yes, which holds no longer.</summary>
    public bool NotExpected { get; init; }

    /// <summary>The organiser's own text: an inbox answer, what came of it, what changed.</summary>
    public string? OwnText { get; init; }

    /// <summary>Where our data about a person came from: list, nomination, door, flyerCode, welcome, walkIn, signUp.</summary>
    public string Source { get; init; } = "list";
}

/// <summary>What may change about a meeting.</summary>
public enum MeetingPoint
{
    Day,
    Time,
    Place,
}

/// <param name="StartsAt">In the local time of the group, as the offset says.</param>
public sealed record MeetingFacts(
    string Title,
    string Place,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string ContactName,
    string ContactPhone);

/// <summary>One message in one language, ready for each channel.</summary>
/// <param name="Sms">Plain text; as short as the language allows.</param>
/// <param name="Text">The plain-text part of an e-mail, also the text of a letter.</param>
/// <param name="Html">The HTML part, with lang and dir set and names, numbers and links isolated.</param>
public sealed record RenderedMessage(string Subject, string Sms, string Text, string Html);
