using System.Text.RegularExpressions;
using Outreach.Records;

namespace Outreach.Lists.Columns.Noes;

/// <summary>A note that answers for each way apart, and says nothing else: "Mag bellen nee; Mag sms ja". A way that has a yes is not held by the no to another.</summary>
/// <param name="No">What a no was said to. A phone number that is not to be called is not written to either, unless the note says so.</param>
/// <param name="IsSure">It speaks of what may be done: "mail nee, sms ja" may be about what somebody has.</param>
/// <param name="Bare">What may be kept of it.</param>
internal sealed record AnswersByWay(Ways No, Ways Yes, bool IsSure, string Bare)
{
    private const int MaxLength = 120;

    /// <returns>Null where no way has a no, and no way a yes, or one has both.</returns>
    public static AnswersByWay? In(string cell)
    {
        if (cell.Length > MaxLength || cell.Contains('?', StringComparison.Ordinal) || Answers.Match(Headers.Spaced(cell)) is not { Success: true } found)
            return null;
        var said = found.Groups["way"].Captures.Zip(found.Groups["said"].Captures, (way, answer) => (Way: OptOutPhrases.WayOf(way.Value), IsYes: SaidYes.IsMatch(answer.Value))).ToList();
        var (no, yes) = (Of(isYes: false), Of(isYes: true));
        if (no is Ways.None || yes is Ways.None || (no & yes & ~Ways.Sms) is not Ways.None || said.Exists(one => one is { Way: Ways.Sms, IsYes: false }) && yes.HasFlag(Ways.Sms))
            return null;
        var isSure = found.Groups["may"].Success;
        return new(no & ~yes, yes, isSure, string.Join(", ", said.Select(one => $"{(isSure ? "mag " : "")}{NameOf(one.Way)} {(one.IsYes ? "ja" : "nee")}")));

        // Who may be called need not want an SMS.
        Ways Of(bool isYes) => said.Where(one => one.IsYes == isYes).Aggregate(Ways.None, (ways, one) => ways | (isYes && one.Way is (Ways.Call | Ways.Sms) ? Ways.Call : one.Way));
    }

    private static string NameOf(Ways way) => way switch { Ways.Sms => "sms", Ways.Email => "mail", Ways.Post => "post", _ => "bellen" };

    private const string Wish = "(?<may>mag|mogen|wil|wilt|may)";

    private const string Noun = "(?<way>sms|whats ?app|app|e ?mail|mail|post|brief|brieven|telefoon|telefonisch|tel|phone|call)";

    private const string Verb = "(?<may>)(?<way>bellen|opbellen|mailen|e ?mailen|appen|smsen|sms en|schrijven)";

    // Alone they tell what was done: "gebeld nee, gemaild ja".
    private const string Participle = "(?<=\\b(?:mag|mogen|wil|wilt)(?: \\w+){0,3} )(?:op)?(?<way>gebeld|bel|beld|mail|maild|app|appt|sms)(?: t)?";

    private const string Said = "(?<said>ja|jawel|j|yes|oui|nee|neen|nein|no|n)";

    private static readonly Regex Answers = new("^(?:(?:(?:" + Wish + "|en|maar|we|wij|je|u|ik|hem|haar|hen|ons|mij|per|via|met|een|om|voor|ge|op) )*(?:" + Verb + "|" + Noun + "|" + Participle + ")(?: (?:worden|berichten|contact|toegestaan))* " + Said + "(?: |$))+$");

    private static readonly Regex SaidYes = new("^(?:ja|jawel|j|yes|oui)$");
}
