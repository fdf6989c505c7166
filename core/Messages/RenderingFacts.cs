using System.Text;
using Outreach.Languages;

namespace Outreach.Messages;

/// <summary>One fact, in the shape that each channel needs.</summary>
/// <param name="IsolatedSms">For an SMS in a right-to-left language, when there is room for the signs that keep directions apart.</param>
internal sealed record Fact(string Sms, string IsolatedSms, string Text, string Html)
{
    private const char LeftToRightMark = '\u200E';
    private const char LeftToRightIsolate = '\u2066';
    private const char FirstStrongIsolate = '\u2068';
    private const char EndOfIsolate = '\u2069';

    /// <summary>Words in the language itself.</summary>
    public static Fact Words(string text, string? sms = null) => new(sms ?? text, sms ?? text, text, Language.Html.Encode(text));

    /// <summary>A name, a title or a place: written by somebody, in whatever language or direction.</summary>
    public static Fact Foreign(string text, int longestInSms)
    {
        var sms = Cut(SmsSigns.Plain(text), longestInSms);
        var html = Language.Html.Encode(text).Replace("&#xA;", "<br>", StringComparison.Ordinal);
        return new(sms, FirstStrongIsolate + sms + EndOfIsolate, text, $"<bdi>{html}</bdi>");
    }

    /// <summary>A phone number: without a mark, right-to-left text shows its groups in the wrong order.</summary>
    public static Fact Phone(string number, bool rightToLeft)
    {
        var sms = rightToLeft ? LeftToRightMark + number : number;
        return new(sms, LeftToRightIsolate + number + EndOfIsolate, number, $"<bdi dir=\"ltr\">{Language.Html.Encode(number)}</bdi>");
    }

    /// <summary>Bare in an SMS: phones take an isolating sign for a part of the address. It starts and ends with Latin letters, so it keeps its order.</summary>
    public static Fact Link(string url, string? label = null)
    {
        var html = Language.Html.Encode(url);
        return label is null
            ? new(url, url, url, $"<bdi dir=\"ltr\"><a href=\"{html}\">{html}</a></bdi>")
            : new(url, url, $"{label}:\n{url}", $"<a href=\"{html}\" {ButtonStyle}>{Language.Html.Encode(label)}</a>");
    }

    public static Fact Links(IReadOnlyList<string> urls)
    {
        var all = urls.Select(url => Link(url)).ToList();
        return new(
            string.Join(' ', all.Select(link => link.Sms)),
            string.Join(' ', all.Select(link => link.IsolatedSms)),
            string.Join('\n', all.Select(link => link.Text)),
            string.Join("<br>", all.Select(link => link.Html)));
    }

    /// <summary>A sentence of the language about other facts.</summary>
    public static Fact? Sentence(Template template, IReadOnlyDictionary<string, Fact> facts)
    {
        string? Fill(Func<Fact, string> shape, Func<string, string>? encode = null) =>
            template.Fill(name => facts.TryGetValue(name, out var fact) ? shape(fact) : null, encode);

        return Fill(fact => fact.Sms) is { } sms
            ? new(sms, Fill(fact => fact.IsolatedSms)!, Fill(fact => fact.Text)!, Fill(fact => fact.Html, Language.Html.Encode)!)
            : null;
    }

    // Mail programs know no style sheets; without this line it is still a link.
    private const string ButtonStyle =
        "style=\"display:inline-block;padding:12px 20px;border-radius:6px;background:#0b5d4b;color:#ffffff\"";

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;

        var end = text.LastIndexOf(' ', longest - 3);
        if (end < longest / 2)
            end = char.IsHighSurrogate(text[longest - 4]) ? longest - 4 : longest - 3;
        return new StringBuilder(text, 0, end, longest).Append("...").ToString();
    }
}

/// <summary>What the placeholders of the language files stand for in a message. A fact that we do not have is not in it.</summary>
internal static class RenderingFacts
{
    private const int LongestName = 40;
    private const int LongestTitle = 60;
    private const int LongestPlace = 80;
    private const int LongestLine = 160;
    private const int LongestAnswer = 1200;

    public static Dictionary<string, Fact> Of(MessageKind kind, Language language, MessageFacts facts)
    {
        var known = new Dictionary<string, Fact> { ["count"] = Fact.Words(language.Number(facts.Party)) };
        AddForeign(known, "name", facts.Name, LongestName);
        AddForeign(known, "group", facts.Group, LongestName);
        AddForeign(known, "nominator", facts.Nominator, LongestName);
        AddForeign(known, "personalLine", facts.PersonalLine, LongestLine);
        if (SmsSigns.Clean(facts.OwnText) is { Length: > 0 } own)
            known["ownText"] = Fact.Foreign(own, LongestAnswer);
        if (facts.Meeting is { } meeting)
            AddMeeting(known, language, meeting);

        AddLinks(known, kind, language, facts);
        AddSentences(known, kind, language, facts);
        return known;
    }

    private static void AddForeign(Dictionary<string, Fact> known, string name, string? text, int longestInSms)
    {
        if (SmsSigns.OneLine(text) is { Length: > 0 } clean)
            known[name] = Fact.Foreign(clean, longestInSms);
    }

    private static void AddMeeting(Dictionary<string, Fact> known, Language language, MeetingFacts meeting)
    {
        AddForeign(known, "title", meeting.Title, LongestTitle);
        AddForeign(known, "place", meeting.Place, LongestPlace);
        AddForeign(known, "contact", meeting.ContactName, LongestName);
        known["when"] = Fact.Words(language.Period(meeting.StartsAt, meeting.EndsAt), language.ShortMoment(meeting.StartsAt));
        if (SmsSigns.OneLine(meeting.ContactPhone) is { Length: > 0 } phone)
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
        if (kind is MessageKind.NomineeInvitation)
            known["whoNamed"] = WhoNamed(known, language, known.ContainsKey("nominator"));
    }

    // In an SMS it has to be short.
    private static Fact WhoNamed(Dictionary<string, Fact> known, Language language, bool isNamed)
    {
        var sms = Fact.Sentence(language.Template(isNamed ? "message.nomineeInvitation.smsNamed" : "message.nomineeInvitation.smsUnnamed"), known)!;
        var full = Fact.Sentence(language.Template(isNamed ? "message.nomineeInvitation.named" : "message.nomineeInvitation.unnamed"), known)!;
        return full with { Sms = sms.Sms, IsolatedSms = sms.IsolatedSms };
    }
}
