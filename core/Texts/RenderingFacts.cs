using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;

namespace Outreach.Texts;

/// <summary>What the placeholders of the language files stand for in a message. A fact that we do not have is not in it.</summary>
internal static class RenderingFacts
{
    private const int MaxNameLength = 40;
    private const int MaxTitleLength = 60;
    private const int MaxPlaceLength = 80;
    private const int MaxLineLength = 160;
    private const int MaxAnswerLength = 1200;

    public static Dictionary<string, Fact> Of(MessageKind kind, Language language, MessageFacts facts)
    {
        var known = new Dictionary<string, Fact> { ["count"] = Fact.Words(language.Number(facts.Party)) };
        AddForeign(known, "name", facts.Name, MaxNameLength);
        AddForeign(known, "firstName", FirstName(facts.Name), MaxNameLength);
        AddForeign(known, "group", facts.Group, MaxNameLength);
        AddForeign(known, "nominator", facts.Nominator, MaxNameLength);
        AddForeign(known, "personalLine", facts.PersonalLine, MaxLineLength);
        if (SmsCharacters.Clean(facts.OwnText) is { Length: > 0 } own)
            known["ownText"] = Fact.Foreign(own, MaxAnswerLength);
        if (Language.Find(facts.OfferLanguage) is { } offered)
            (known["offered"], known["offerCode"]) = (Fact.Foreign(offered.Name, MaxNameLength), Fact.Words(offered.Code.ToUpperInvariant()));
        if (facts.Meeting is { } meeting)
            AddMeeting(known, language, meeting);

        AddLinks(known, kind, language, facts);
        AddSentences(known, kind, language, facts);
        return known;
    }

    private static void AddForeign(Dictionary<string, Fact> known, string name, string? text, int maxLengthInSms)
    {
        if (SmsCharacters.OneLine(text) is { Length: > 0 } clean)
            known[name] = Fact.Foreign(clean, maxLengthInSms);
    }

    /// <summary>Of "J. Bakker" and "Dhr. Bakker" we know no first name: then it is the whole.</summary>
    private static string? FirstName(string? name) =>
        SmsCharacters.OneLine(name).Split(' ')[0] is { Length: > 1 } first && !first.EndsWith('.') ? first : name;

    private static void AddMeeting(Dictionary<string, Fact> known, Language language, MeetingFacts meeting)
    {
        AddForeign(known, "title", meeting.Title, MaxTitleLength);
        AddForeign(known, "place", meeting.Place, MaxPlaceLength);
        AddForeign(known, "contact", meeting.ContactName, MaxNameLength);
        known["day"] = Fact.Words(language.Day(meeting.StartsAt));
        known["time"] = Fact.Words(language.Time(meeting.StartsAt));
        known["when"] = Fact.Words(language.Period(meeting.StartsAt, meeting.EndsAt), language.ShortMoment(meeting.StartsAt));
        if (SmsCharacters.OneLine(meeting.ContactPhone) is { Length: > 0 } phone)
            known["phone"] = Fact.Phone(phone, language.IsRightToLeft);
    }

    private static void AddLinks(Dictionary<string, Fact> known, MessageKind kind, Language language, MessageFacts facts)
    {
        if (facts.Link is { Length: > 0 } link)
        {
            known["link"] = Fact.Link(link);
            if (language.File.Texts.TryGetValue(MessageTexts.Key(kind, "button"), out var label))
                known["button"] = Fact.Link(link, label.Source);
        }

        if (facts.StopLink is { Length: > 0 } stop)
            known["stopLink"] = Fact.Link(stop);
        if (facts.Code is { Length: > 0 } code)
            known["code"] = Fact.Phone(code, language.IsRightToLeft);
        if (facts.PassOnLinks.Count > 0)
            known["passOnLinks"] = Fact.Links(facts.PassOnLinks);
    }

    private static void AddSentences(Dictionary<string, Fact> known, MessageKind kind, Language language, MessageFacts facts)
    {
        void Sentence(string name, string key)
        {
            if (Fact.Sentence(language.Template(key), known) is { } sentence)
                known[name] = sentence;
        }

        Sentence("greeting", known.ContainsKey("name") ? "message.greeting.named" : "message.greeting.plain");
        Sentence("party", $"count.party.{PluralRules.Category(language.Code, facts.Party)}");
        var source = kind is MessageKind.NomineeInvitation ? "source.nomination" : $"source.{facts.Source}";
        Sentence("source", language.File.Texts.ContainsKey(source) ? source : "source.list");
        if (facts.NotExpected)
            Sentence("notExpected", "message.stopped.notExpected");
        if (kind is MessageKind.MeetingChanged)
            AddChanges(known, language, facts.Changes);
        if (kind is MessageKind.NomineeInvitation)
            known["whoNamed"] = WhoNamed(known, language, known.ContainsKey("nominator"));
    }

    /// <summary>Each change in a sentence of its own, first of all; else that there is one.</summary>
    private static void AddChanges(Dictionary<string, Fact> known, Language language, IReadOnlyList<MeetingPoint> changes)
    {
        if (Fact.Sentences([.. changes.Select(point => Fact.Sentence(language.Template($"message.meetingChanged.{EnumWord.Of(point)}"), known)).OfType<Fact>()]) is { } said)
            known["changes"] = said;
        known["whatChanged"] = known.GetValueOrDefault("changes") ?? Fact.Words(language.Text("message.meetingChanged.something"));
    }

    // In an SMS it has to be short.
    private static Fact WhoNamed(Dictionary<string, Fact> known, Language language, bool isNamed)
    {
        var sms = Fact.Sentence(language.Template(isNamed ? "message.nomineeInvitation.smsNamed" : "message.nomineeInvitation.smsUnnamed"), known)!;
        var full = Fact.Sentence(language.Template(isNamed ? "message.nomineeInvitation.named" : "message.nomineeInvitation.unnamed"), known)!;
        return full with { Sms = sms.Sms, IsolatedSms = sms.IsolatedSms };
    }
}
