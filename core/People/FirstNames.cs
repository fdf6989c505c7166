using System.Collections.Frozen;

namespace Outreach.People;

/// <summary>
/// Whether a name is a man's or a woman's, by its title or by a first name that only the one or the other goes by. It is used to ask whether two names are one person's, and for
/// nothing else: a name that is not here tells nothing.
/// </summary>
internal static class FirstNames
{
    private static readonly FrozenSet<string> TitlesOfMen = SetOf("dhr heer meneer mr herr");
    private static readonly FrozenSet<string> TitlesOfWomen = SetOf("mevr mevrouw mw mvr mej mejuffrouw mrs ms miss frau mme mlle");

    private static readonly FrozenSet<string> Men = SetOf(
        "jan piet kees cees henk hendrik hans klaas willem wim gerard gerrit theo tom thomas bert bart ben peter pieter paul johan jaap jacob dirk arie ton frans frank fred freek rob robert ron ruud erik eric mark marc marcel martin maarten "
        + "michel michael mike joop joost jeroen jasper lars luuk lucas luca sem daan david daniel dennis koen niels nico sjoerd stefan steven tim tijmen wouter bas bob bram evert ferdinand geert guus harm harry herman hugo ivo karel leo leon ludo "
        + "otto richard roel roelof simon siem vincent walter wout mohamed mohammed muhammad ahmed ali hassan hussein ibrahim mehmet mustafa murat omar osman said yusuf youssef abdullah karim rachid john james george andrew stephen wolfgang jurgen dieter klaus uwe "
        + "piotr tomasz krzysztof andrzej marek pawel ivan oleksandr andriy");

    private static readonly FrozenSet<string> Women = SetOf(
        "anna els elly ellen elisabeth elsbeth ans annie anneke annemarie annelies marie maria marijke marian marianne mia miep mieke ria riet rita ineke ina ingrid irma janneke jannie johanna josien joke jolanda judith julia karin katja lotte lisa linda lieke loes lia "
        + "lucia monique marloes mirjam nel nelly nicole petra pien riek roos sandra sanne saskia sofie sophie susan suzanne sylvia tineke tina trees truus toos truida trudy wilma willemien yvonne yolanda agnes anja astrid barbara betty bianca carla carolien catharina "
        + "christina corrie daphne debbie diana dora dorien emma esther eva evelien femke fleur francien geertje gerda greet grietje hanna hannie hannah helena hilde iris fatima aicha aisha khadija zeynep ayse fatma emine elif hatice samira naima sara sarah leyla amina "
        + "mary jane jennifer margaret elizabeth ursula monika sabine gisela heike agnieszka katarzyna malgorzata ewa oksana olena natalia svitlana tetiana");

    /// <summary>False where one is a man's by its title, and the other a woman's.</summary>
    /// <param name="one">The words of a name, in small letters and without accents, in their order.</param>
    public static bool AreOfOneSex(string[] one, string[] other)
    {
        // In the middle of a Vietnamese name: "Nguyen Van An" and "Nguyen Thi An".
        if ((one.Contains("thi") && other.Contains("van")) || (one.Contains("van") && other.Contains("thi")))
            return false;
        var (mine, theirs) = (IsOfManByTitle(one), IsOfManByTitle(other));
        if (mine is null && theirs is null)
            return true;
        // A first name that both give is theirs, whatever is usual: "Mevr. Kees Bos" and "Kees Bos".
        (mine, theirs) = (mine ?? IsOfManByName(one, other), theirs ?? IsOfManByName(other, one));
        return mine is null || theirs is null || mine == theirs;
    }

    /// <summary>A usual first name or a title stands first: it is the name of a person, and not of a place.</summary>
    public static bool AreUsual(string[] words) =>
        words is [var first, ..] && (Men.Contains(first) || Women.Contains(first) || TitlesOfMen.Contains(first) || TitlesOfWomen.Contains(first));

    /// <summary>Null where it has no title, or both: "dhr. en mevr. Bos".</summary>
    private static bool? IsOfManByTitle(string[] words) =>
        Array.Exists(words, TitlesOfMen.Contains) is var isMan && isMan != Array.Exists(words, TitlesOfWomen.Contains) ? isMan : null;

    private static bool? IsOfManByName(string[] words, string[] other) =>
        words.Length < 2 || other.Contains(words[0]) ? null : Men.Contains(words[0]) ? true : Women.Contains(words[0]) ? false : null;

    private static FrozenSet<string> SetOf(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
