using System.Text.RegularExpressions;

namespace Outreach.Lists.Columns;

/// <summary>Headers that are the whole question of a form: "Op welk nummer kunnen we u bereiken?", "Hoe heet je?", "Waar woont u?".</summary>
internal static class FormQuestions
{
    public static Field? FieldOf(string header)
    {
        var words = Headers.Spaced(header);
        return Mobile.IsMatch(words) ? Field.Mobile
            : Phone.IsMatch(words) ? Field.Phone
            : Mail.IsMatch(words) ? Field.Email
            : Name.IsMatch(words) ? Field.Name
            : Home.IsMatch(words) ? Field.Street
            : Language.IsMatch(words) ? Field.Language
            : null;
    }

    private const string Which = "(?:(?:op|onder|via|naar|at|on|by|unter|auf|a) )?(?:wat is|welke?|what is|what s|what|which|wie lautet|welcher|welche|was ist|quel est|quelle est|quels?|quelle) (?:is |ist |est )?(?:(?:je|jouw|uw|het|de|your|the|deine|ihre|seine|ton|ta|votre|le|la) )?";

    private const string Reach = "(?: (?:kunnen|mogen|can|may|konnen|durfen|pouvons|peut|kan|bent|ben|is|zijn|sind|sie|je|jij|u|we|wij|wir|nous|on|you|jou|dich|vous|te|het|best|beste|goed|bereiken|bereikbaar|contacteren|contact|reach|reached|contacted"
        + "|call|text|bellen|appen|mailen|sms en|erreichen|erreichbar|kontaktieren|joindre|contacter|sturen|send|opnemen|met|with|to)){0,10}";

    private static readonly Regex Mobile = new("^" + Which + "(?:mobiele?|06|mobile|cell|handy|mobil|gsm|numero de (?:portable|mobile|gsm))(?: ?(?:telefoon|phone))? ?(?:nummer|number|nr)?" + Reach + "$");

    private static readonly Regex Phone = new("^" + Which + "(?:telefoon|phone|telephone|telefon|contact)? ?(?:nummer|number|nr|numero(?: de telephone)?)" + Reach + "$(?<!^(?:wat is |welk |what is |which )?(?:je |uw |your )?(?:nummer|number|nr|numero))");

    private static readonly Regex Mail = new("^" + Which + "(?:(?:e ?)?mail ?(?:adres(?:se)?|address)?|adresse (?:e ?)?mail|courriel)" + Reach + "$");

    private static readonly Regex Name = new("^(?:hoe heet (?:je|jij|u)|wie (?:ben je|bent u)|wat is (?:je|jouw|uw) (?:volledige |hele |voor en achter ?|eigen )?naam|what is your (?:full |whole )?name|what s your (?:full )?name|wie heissen sie|wie heißen sie|wie heisst du|wie heißt du|wie ist (?:ihr|dein) (?:voller )?name|comment vous appelez vous|comment t appelles tu|quel est (?:votre|ton) nom(?: complet)?)$");

    private static readonly Regex Home = new("^(?:waar woon(?:t u| je| jij)|wat is (?:je|jouw|uw) (?:woon|huis)?adres|op welk adres woon(?:t u| je)|where do you live|what is your (?:home )?address|wo wohnen sie|wo wohnst du|wie lautet (?:ihre|deine) (?:adresse|anschrift)|ou habitez vous|ou habites tu|quelle est (?:votre|ton) adresse)$");

    private static readonly Regex Language = new("^(?:(?:in|en|auf) )?(?:welke taal|which language|what language|welche sprache|welcher sprache|quelle langue)(?: \\w+){0,6}$");
}
