using System.Text.RegularExpressions;

namespace Outreach.Lists.Columns.Noes;

/// <summary>
/// A short note in which nothing stands but a negation and words that are about nothing: "hoeft niet", "liever niet meer hoor", "not for me, thanks". One word that
/// is about something, "niet thuis", "werkt niet meer", and it is another note.
/// </summary>
internal static partial class ShortNo
{
    private const int MaxLength = 60;

    public static bool Is(string note)
    {
        if (note.Length > MaxLength || PermissionWords.IsPlainNo(note))
            return false;
        var text = Headers.Spaced(note);
        return !AboutSomething.IsMatch(text) && OnlyNegation.IsMatch(text) && (Negation.IsMatch(text) || (Nothing().IsMatch(text) && Wish.IsMatch(text)));
    }

    private static readonly Regex Negation = new("\\b(?:niet|nie|nooit|nee|neen|nicht|niemals|nein|not|never|dont|don t|doesnt|doesn t|ne)\\b");

    // A bell, a person who was not at home, and what is needed or certain.
    private static readonly Regex AboutSomething = new("^(?:doet (?:het|t|er)|is er|er is|is het|het is)\\b|\\b(?:niet|not|nicht) (?:nodig|zeker|needed|sure)$");

    // Alone it says that there is nothing to note.
    [GeneratedRegex("\\b(?:niets|niks|nichts|nothing)\\b")]
    private static partial Regex Nothing();

    private static readonly Regex Wish = new("\\b(?:wil|wilt|willen|wou|wilde|wenst|hoeft|hoef|mag|moet|meer|mehr|liever|lieber|mochte|moechte|will|wants?|more|rather)\\b");

    private static readonly Regex OnlyNegation = new("^(?:(?:niet|nie|nooit|nee|neen|nicht|niemals|nein|no|not|never|dont|don|doesnt|doesn|niets|niks|nichts|nothing|ne|pas|plus"
        + "|meer|mehr|more|any|anymore|longer|langer|hoor|maar|toch|echt|even|ff|effe|voorlopig|nu|now|jetzt|dus|helaas|sorry|liever|liefst|lieber|rather|graag|gerne|really|absoluut|zeker|beslist|gewoon|just"
        + "|wil|wilt|willen|wou|wilde|wilden|wenst|hoeft|hoef|hoeven|mag|moet|mochte|moechte|will|want|wants|would|does|do|did|t|doe|doen|tun|machen|nodig|needed|doet"
        + "|ik|ikzelf|hij|zij|ze|we|wij|het|dit|dat|er|die|i|he|she|they|it|this|that|to|er|sie|es|das|ich|wir|je|il|elle"
        + "|is|voor|for|fur|fuer|mij|me|mich|hem|haar|hen|ons|him|her|us|them|jaar|year|jahr|deze|dieses|keer"
        + "|zegt|zei|zeiden|says|said|sagt|sagte|aub|svp|please|pls|bitte|bedankt|dank|danke|thanks|thank|merci|you|u|jullie|wel|beter|at|all|van|s|v|p|a|b)(?: |$))+$");
}
