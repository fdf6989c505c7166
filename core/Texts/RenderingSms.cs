using Outreach.Languages;

namespace Outreach.Texts;

/// <summary>
/// Joins the parts of an SMS. What must be said decides the number of segments; what is nice to have (a name, the group)
/// and the characters that keep directions apart come in only when they cost nothing.
/// </summary>
internal static class RenderingSms
{
    public static string Write(Language language, IReadOnlyList<Template[]> parts, Dictionary<string, Fact> known)
    {
        var shape = Sms;
        var chosen = parts.Select(part => !part[0].Optional).ToArray();
        var text = Join(parts, chosen, known, shape);
        var segments = SmsSegments.Count(text).Segments;

        bool CostsNothing(string candidate) => SmsSegments.Count(candidate).Segments <= segments;

        for (var i = 0; i < chosen.Length; i++)
        {
            if (chosen[i])
                continue;
            chosen[i] = true;
            var longer = Join(parts, chosen, known, shape);
            if (CostsNothing(longer))
                text = longer;
            else
                chosen[i] = false;
        }

        return language.IsRightToLeft && Join(parts, chosen, known, Isolated) is var isolated && CostsNothing(isolated) ? isolated : text;
    }

    private static string Sms(Fact fact) => fact.Sms;

    private static string Isolated(Fact fact) => fact.IsolatedSms;

    private static string Join(IReadOnlyList<Template[]> parts, bool[] chosen, Dictionary<string, Fact> known, Func<Fact, string> shape) =>
        string.Join(' ', parts
            .Where((_, index) => chosen[index])
            .Select(part => part[0].Fill(name => known.TryGetValue(name, out var fact) ? shape(fact) : null))
            .OfType<string>());
}
