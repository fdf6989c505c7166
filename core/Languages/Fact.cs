using System.Text;

namespace Outreach.Languages;

/// <summary>One fact, in the shape that each channel needs.</summary>
/// <param name="IsolatedSms">For an SMS in a right-to-left language, when there is room for the characters that keep directions apart.</param>
internal sealed record Fact(string Sms, string IsolatedSms, string Text, string Html)
{
    private const char LeftToRightMark = '\u200E';
    private const char LeftToRightIsolate = '\u2066';
    private const char FirstStrongIsolate = '\u2068';
    private const char EndOfIsolate = '\u2069';

    /// <summary>Words in the language itself.</summary>
    public static Fact Words(string text, string? sms = null) => new(sms ?? text, sms ?? text, text, Language.Html.Encode(text));

    /// <summary>A name, a title or a place: written by somebody, in whatever language or direction.</summary>
    public static Fact Foreign(string text, int maxLengthInSms)
    {
        var sms = Cut(SmsCharacters.Plain(text), maxLengthInSms);
        var html = Language.Html.Encode(text).Replace("&#xA;", "<br>", StringComparison.Ordinal);
        return new(sms, FirstStrongIsolate + sms + EndOfIsolate, text, $"<bdi>{html}</bdi>");
    }

    /// <summary>A phone number or a code: without a mark, right-to-left text shows its groups in the wrong order.</summary>
    public static Fact Phone(string number, bool rightToLeft)
    {
        var isolated = LeftToRightIsolate + number + EndOfIsolate;
        var sms = rightToLeft ? LeftToRightMark + number : number;
        return new(sms, isolated, rightToLeft ? isolated : number, $"<bdi dir=\"ltr\">{Language.Html.Encode(number)}</bdi>");
    }

    /// <summary>Bare in an SMS: phones take an isolating character for a part of the address. It starts and ends with Latin letters, so it keeps its order.</summary>
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

    /// <summary>Said one after the other; null where there is nothing to say.</summary>
    public static Fact? Sentences(IReadOnlyList<Fact> all)
    {
        string Join(Func<Fact, string> shape) => string.Join(' ', all.Select(shape));

        return all.Count == 0 ? null : new(Join(fact => fact.Sms), Join(fact => fact.IsolatedSms), Join(fact => fact.Text), Join(fact => fact.Html));
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
