namespace Outreach.Functions.Demo;

/// <summary>Answers as residents type them, hurry and typing errors included.</summary>
internal static class Phrases
{
    private static readonly Dictionary<string, Dictionary<Intent, string[]>> All = new()
    {
        ["nl"] = new()
        {
            [Intent.Yes] = ["ja", "Ja graag", "jaaaa", "ja hoor", "JA!!", "Ja graag, leuk dank u wel"],
            [Intent.No] = ["nee", "Nee dank je", "neeee", "nee, helaas kan ik niet", "ik kan niet"],
            [Intent.Maybe] = ["misschien", "mischien", "ik weet het nog niet zeker", "Ik laat het nog weten"],
            [Intent.Question] = ["mag ik mijn kinderen meenemen?", "hoe laat is het?", "waar is het", "Is er nog plek?"],
            [Intent.Stop] = ["stop", "STOP", "stop aub", "stoppp"],
        },
        ["tr"] = new()
        {
            [Intent.Yes] = ["evet", "Evet, teşekkürler", "evettt", "geliyorum"],
            [Intent.No] = ["hayır", "hayir tesekkurler", "maalesef gelemem"],
            [Intent.Maybe] = ["belki", "belki gelirim", "daha bilmiyorum"],
            [Intent.Question] = ["saat kaçta", "çocukları getirebilir miyim", "nerede?"],
            [Intent.Stop] = ["dur", "DURDUR", "stop lütfen"],
        },
        ["ar"] = new()
        {
            [Intent.Yes] = ["نعم", "نعم شكرا", "نعممممم", "نعم، سأحضر"],
            [Intent.No] = ["لا", "لا شكرا", "لا أستطيع"],
            [Intent.Maybe] = ["ربما", "لا أعرف بعد"],
            [Intent.Question] = ["كم الساعة", "هل يمكنني إحضار أطفالي؟", "أين المكان"],
            [Intent.Stop] = ["توقف", "ستوب", "لا ترسلوا لي رسائل"],
        },
        ["pl"] = new()
        {
            [Intent.Yes] = ["tak", "TAK", "taaak", "tak, dziękuję", "przyjdę"],
            [Intent.No] = ["nie", "nie, dziękuję", "nie moge przyjsc"],
            [Intent.Maybe] = ["może przyjdę", "jeszcze nie wiem", "zobaczymy"],
            [Intent.Question] = ["o ktorej godzinie", "czy mogę wziąć dzieci", "gdzie to jest?"],
            [Intent.Stop] = ["stop", "proszę nie pisać"],
        },
        ["uk"] = new()
        {
            [Intent.Yes] = ["так", "Так!", "так, дякую", "прийду"],
            [Intent.No] = ["ні", "ні, дякую", "не зможу прийти"],
            [Intent.Maybe] = ["можливо", "ще не знаю"],
            [Intent.Question] = ["о котрій?", "чи можна з дітьми", "де це буде"],
            [Intent.Stop] = ["стоп", "більше не пишіть"],
        },
        ["ti"] = new()
        {
            [Intent.Yes] = ["እወ", "እወ የቐንየለይ", "ክመጽእ እየ"],
            [Intent.No] = ["ኣይፋል", "ኣይመጽእን"],
            [Intent.Maybe] = ["ምናልባት", "ገና ኣይፈልጥን"],
            [Intent.Question] = ["ሰዓት ክንደይ", "ኣበይ እዩ?"],
            [Intent.Stop] = ["ደው ኣብሉ", "stop"],
        },
        ["en"] = new()
        {
            [Intent.Yes] = ["yes", "Yes please", "yesss", "yeah sure", "yep"],
            [Intent.No] = ["no", "No thank you", "nope", "no thanks"],
            [Intent.Maybe] = ["maybe", "mabye", "I'm not sure yet"],
            [Intent.Question] = ["can I bring my kids?", "what time?", "Is there parking"],
            [Intent.Stop] = ["stop", "please stop"],
        },
        ["so"] = new()
        {
            [Intent.Yes] = ["haa", "haa mahadsanid", "waan imanayaa"],
            [Intent.No] = ["maya", "maya mahadsanid", "ma iman karo"],
            [Intent.Maybe] = ["laga yaabaa", "wali ma hubo"],
            [Intent.Question] = ["waa imisa saac", "caruurta ma keeni karaa?", "xagee"],
            [Intent.Stop] = ["jooji", "fadlan jooji"],
        },
        ["fa"] = new()
        {
            [Intent.Yes] = ["بله", "بله حتما", "آره"],
            [Intent.No] = ["نه", "نه مرسی", "نمی‌آیم"],
            [Intent.Maybe] = ["شاید", "هنوز نمیدونم"],
            [Intent.Question] = ["چه ساعتی", "کجاست"],
            [Intent.Stop] = ["توقف", "دیگر پیام نفرستید"],
        },
        ["fr"] = new()
        {
            [Intent.Yes] = ["oui", "Oui merci", "oui avec plaisir", "ouiii"],
            [Intent.No] = ["non", "non merci", "Je ne peux pas venir"],
            [Intent.Maybe] = ["peut-être", "peut etre", "je ne sais pas encore"],
            [Intent.Question] = ["à quelle heure", "est-ce que je peux amener mes enfants"],
            [Intent.Stop] = ["stop", "arrêtez"],
        },
    };

    public static IEnumerable<string> Languages => All.Keys;

    public static string Say(string language, Intent intent, int party, Random chance)
    {
        if (intent is Intent.Silence)
            return "";
        var phrases = All[language][intent];
        return intent is Intent.Yes && party > 1 ? $"{phrases[0]} {party}" : phrases[chance.Next(phrases.Length)];
    }
}
