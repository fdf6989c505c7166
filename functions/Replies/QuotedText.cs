using System.Text.RegularExpressions;

namespace Outreach.Functions.Replies;

/// <summary>
/// What a resident wrote, without the message they answer to and without a signature: our own text holds words like
/// "stop" that must not be read as theirs. Knows how Outlook, Gmail, Apple Mail and phones mark it in the languages we send.
/// </summary>
internal static partial class QuotedText
{
    // A line that introduces a quotation is broken over up to three by some programs.
    private const int MaxIntroductionLines = 3;
    private const int MaxIntroductionCharacters = 400;

    // Outlook's block of headers: the first and one of the following.
    private const int HeaderBlockLines = 5;

    private const int LongLine = 60;

    /// <summary>Empty when all of it was quoted.</summary>
    public static string Cut(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        var kept = new List<string>();
        for (var at = 0; at < lines.Count && !EndsHere(lines, at); at++)
        {
            if (IntroductionLength(lines, at) is > 0 and var length)
            {
                // An answer below the quotation is still an answer.
                if (!QuoteFollows(lines, at + length))
                    break;
                at += length - 1;
            }
            else if (!IsQuoted(lines[at]) && !IsRemnant(lines, at) && !PhoneSignature().IsMatch(Bare(lines[at])))
            {
                kept.Add(lines[at]);
            }
        }

        return BlankLines().Replace(string.Join('\n', kept), "\n\n").Trim();
    }

    private static bool EndsHere(List<string> lines, int at)
    {
        var line = Bare(lines[at]);
        return line is "--" or "__"
            || Separator().IsMatch(line)
            || (FirstHeader().IsMatch(line) && lines.Skip(at + 1).Take(HeaderBlockLines).Any(next => OtherHeader().IsMatch(Bare(next))));
    }

    private static int IntroductionLength(List<string> lines, int at)
    {
        var joined = "";
        for (var length = 1; length <= MaxIntroductionLines && at + length <= lines.Count; length++)
        {
            var line = Bare(lines[at + length - 1]);
            if (line.Length == 0 || IsQuoted(line))
                return 0;
            joined = length == 1 ? line : $"{joined} {line}";
            if (joined.Length > MaxIntroductionCharacters)
                return 0;
            // Where it is broken, the date comes first: else the line before could be the answer itself.
            if (length == 2 && !lines[at].Any(char.IsDigit))
                return 0;
            if (joined.EndsWith(':') && Introduction().IsMatch(joined))
                return length;
        }

        return 0;
    }

    private static bool QuoteFollows(List<string> lines, int at) =>
        lines.Skip(at).FirstOrDefault(line => line.Trim().Length > 0) is { } next && IsQuoted(next);

    // The end of a quoted line that was too long, broken off without its mark, is not the resident's.
    private static bool IsRemnant(List<string> lines, int at) =>
        at > 0 && at + 1 < lines.Count && IsQuoted(lines[at - 1]) && lines[at - 1].Length >= LongLine && IsQuoted(lines[at + 1]);

    private static bool IsQuoted(string line) => line.TrimStart().StartsWith('>');

    // Direction marks around names and addresses, and the asterisks of bold text, are not part of the words.
    private static string Bare(string line) => Marks().Replace(line, "").Trim();

    [GeneratedRegex(@"[\u200e\u200f\u202a-\u202e\u2066-\u2069*]")]
    private static partial Regex Marks();

    // An address in angle brackets before a colon says it in every language. Else it has a date, so that
    // "On Monday he wrote:" in somebody's own words does not end their message.
    [GeneratedRegex(
        @"^(?=.*[\d<]).*?(<[^<>\s]+@[^<>\s]+>.*:$"
        + @"|^op\b.*\b(schreef|geschreven)"
        + @"|^on\b.*\bwrote"
        + @"|^am\b.*\bschrieb"
        + @"|^le\b.*\ba écrit"
        + @"|^el\b.*\bescribió"
        + @"|^em\b.*\bescreveu"
        + @"|^il\b.*\bha scritto"
        + @"|napisał(a|\(a\))?\s*:$"
        + @"|wiadomość napisana przez\b.*:$"
        + @"|(yazdı|yazmış)\b.*:$"
        + @"|(пише|написав|написала|пишет|написал)\b.*:$"
        + @"|كتبت?\b.*:$"
        + @"|نوشت.*:$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Introduction();

    // "-----Oorspronkelijk bericht-----", "Begin doorgestuurd bericht:", Outlook's rule.
    [GeneratedRegex(@"^(-{2,}\s*\p{L}[^-]{2,50}-{2,}|_{10,}|-{10,}|begin doorgestuurd bericht:|begin forwarded message:|début du message (transféré|réexpédié)\s?:)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(van|from|von|de|da|kimden|gönderen|od|от|від|من|از)\s*:\s*\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FirstHeader();

    [GeneratedRegex(
        @"^(verzonden|datum|onderwerp|aan"
        + @"|sent|date|to|subject"
        + @"|gesendet|betreff|an"
        + @"|envoyé|objet|à"
        + @"|enviado|para|asunto|assunto"
        + @"|inviato|oggetto|a"
        + @"|gönderilme|gönderildi|tarih|kime|konu"
        + @"|wysłano|data|do|temat"
        + @"|отправлено|кому|тема|надіслано|дата"
        + @"|تم الإرسال|تاريخ|التاريخ|إلى|الموضوع"
        + @"|ارسال شده|به|موضوع)[^:]{0,12}:\s*\S",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherHeader();

    [GeneratedRegex(
        @"^((verstuurd|verzonden|gestuurd) (vanaf|vanuit|met|via) .{1,60}"
        + @"|.{0,40}\boutlook\b.{0,30}<https?://[^>]*>"
        + @"|yahoo mail: .{1,60}|yahoo mail\s*<https?://[^>]*>"
        + @"|(obtenir|télécharger) outlook pour .{1,30}|envoyé à partir d.{1,50}"
        + @"|pobierz (program |aplikację )?outlook .{1,30}"
        + @"|(android|ios) için outlook\S* .{1,20}|outlook for (android|ios)\S* edinin"
        + @"|(download )?outlook voor .{1,20}( downloaden)?"
        + @"|sent (from|via|with) (my|outlook|mail|yahoo|samsung|proton|gmail|an?) ?.{0,50}"
        + @"|get outlook for .{1,30}"
        + @"|von meine[mr] .{1,40} gesendet|gesendet (mit|von) .{1,50}"
        + @"|envoyé (de|depuis) .{1,60}"
        + @"|enviado (desde|do|de) .{1,60}"
        + @"|inviato da .{1,60}"
        + @"|.{0,20}(iphone|ipad|android|cihaz|telefonum)\S{0,8} gönderildi"
        + @"|(wysłane|wysłano) z .{1,50}"
        + @"|(отримати|завантажити) outlook .{1,30}|(الحصول على|دریافت) outlook .{1,30}"
        + @"|(отправлено|надіслано) (с|из|з) .{1,50}"
        + @"|(أُ?رسلت?|مُ?رسلة?|أرسل|تم الإرسال) من .{1,50}"
        + @"|ارسال شده از .{1,50})(\s*<https?://[^>]*>)?\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PhoneSignature();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankLines();
}
