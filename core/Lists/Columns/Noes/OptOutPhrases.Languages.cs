using System.Text.RegularExpressions;

namespace Outreach.Lists.Columns.Noes;

/// <summary>"Mesaj istemiyor", "nie chce wiadomości": what a volunteer notes in the language of the neighbours. Lists are Dutch, English, German and French otherwise.</summary>
internal static partial class OptOutPhrases
{
    // A blank behind one keeps out longer words. As patterns, they stand here as they are without accents.
    private static string[] HintsInOtherLanguages =>
    [
        "istem", "aram", "aranm", "yazm", "mesaj", "rahatsiz", "listeden", "nie ", "usun", "wypis", "kontaktow", "не ", "видал", "удал", "прибра", "убра", "لا ", "ما ", "بدون", "احذف", "ma rab", "ma doon", "ha loo", "ha u ", "ha soo", "iska daa",
        "نمی", "نمي", "نزن", "نده", "ندی", "نشوید", "نکنید", "نگیر", "حذف", "ኣይ", "nu vrea", "nu dore", "nu sun", "no quiere", "no desea", "no llam", "no escrib",
    ];

    private static readonly Regex InOtherLanguages = new(
        @"\b(?:(?:mesaj|sms|arama|aranma|telefon|mektup|iletisim|davet|ziyaret)\w* (?:\w+ )?istem(?:iyor|ez|edi|iyo)\w*|(?:aranmak|yazilmak|katilmak) istem\w+|(?:mesaj|sms) (?:atma|gonderme|yollama)(?:yin|yiniz|sin)?|(?:lutfen )?(?:aramayin|yazmayin)|rahatsiz (?:etmeyin|edilmek istem\w+)|listeden (?:cikar\w*|sil\w*)"
        + @"|nie (?:chce|zyczy sobie|pisac|dzwonic|wysylac|kontaktowac|zapraszac|odwiedzac)|prosi o usuniecie|(?:usunac|wypisac|skreslic) z listy"
        + @"|ma (?:rabo|rabto|doonayo|doonayso) (?:fariin|farriin|sms|wac)\w*|ha (?:loo|u) (?:soo )?(?:dir|diri|wac|wici)\w*"
        + @"|не (?:хоче|хочет|бажа[еє]|бажаю|желает|писати|писать|дзвонити|звонить|телефонувати|надсилати|турбувати|беспокоить)|(?:видалити|удалить|прибрати|убрать) (?:з[іи]?|из|с) списк\w+"
        + @"|nu (?:vrea|doreste) (?:\w+ ){0,2}(?:mesaje?|sms|telefoane|contact\w*|vizite)|nu sunati|no (?:quiere|desea) (?:\w+ ){0,2}(?:mensajes?|sms|llamadas?|contacto|visitas?|participar)|no (?:llamar|escribir|molestar|contactar))\b"
        + @"|لا (?:يريد|تريد|يرغب|ترغب|ترسل|ترسلوا|تتصل|تتصلوا)|ما (?:بدو|بدها|يبغى|تبغى|بيريد)|بدون (?:رسايل|اتصال)|(?:احذف|احذفوا)\w* من القائمه?"
        + @"|(?:پیام|تماس|زنگ|پيام)\w* (?:نمی|نمي) ?(?:خواهد|خواد)|(?:زنگ|تماس) نزنید|پیام ند(?:هید|ین)|مزاحم نشوید|تماس نگیرید|از لیست حذف"
        + @"|(?:መልእክቲ|ኤስኤምኤስ|ክድወለሉ|ክድወለላ) ኣይ(?:ደልን|ትደልን|ደሊን|ትደሊን)");
}
