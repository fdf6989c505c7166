using System.Buffers;
using System.Text.RegularExpressions;

namespace Outreach.Lists.Columns.Noes;

/// <summary>"Mesaj istemiyor", "nie chce wiadomości": what a volunteer notes in the language of the neighbours. Lists are Dutch, English, German and French otherwise.</summary>
internal static class NoesInOtherLanguages
{
    // Most cells have none of these, and need no closer look.
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        ["istem", "yazma", "arama", "gonder", "nie ", "usunac", "не ", "видал", "удал", "لا ", "ما ", "بدون", "لات", "ma ", "ha ", "نمی", "نمي", "نزن", "ند", "نکن", "ኣይ"], StringComparison.OrdinalIgnoreCase);

    /// <param name="text">Without accents.</param>
    public static bool Has(string text) => text.AsSpan().ContainsAny(Hints) && Words.IsMatch(text);

    private static readonly Regex Words = new(
        @"\b(?:(?:mesaj|sms|arama|aranma|mektup|iletisim|davet)\w* (?:\w+ )?istem(?:iyor|ez|edi|iyo)\w*|aranmak istem\w+|(?:mesaj|sms) (?:atma|gonderme|yollama)(?:yin|yiniz|sin)?|aramayin|yazmayin|rahatsiz etmeyin"
        + @"|nie (?:chce|zyczy sobie|pisac|dzwonic|wysylac|kontaktowac|zapraszac|odwiedzac)|prosi o usuniecie|usunac z listy|wypisac z listy"
        + @"|ma (?:rabo|rabto|doonayo|doonayso) (?:fariin|farriin|sms|wac)\w*|ha (?:loo|u) (?:soo )?(?:dir|diri|wac|wici)\w*"
        + @"|не (?:хоче|хочет|бажае|желает|писати|писать|дзвонити|звонить|телефонувати|надсилати|турбувати|беспокоить)|(?:видалити|удалить) (?:зи?|из) списк\w+)\b"
        + @"|لا (?:يريد|تريد|يرغب|ترغب|ترسل|ترسلوا|تتصل|تتصلوا)|ما (?:بدو|بدها|يبغى|تبغى|بيريد)|(?:پیام|تماس|زنگ|پيام)\S* (?:نمی|نمي)‌?(?:خواهد|خواد)|(?:زنگ|تماس) نزنید|پیام ند(?:هید|ین)|مزاحم نشوید"
        + @"|(?:መልእክቲ|ኤስኤምኤስ|ክድወለሉ|ክድወለላ) ኣይ(?:ደልን|ትደልን|ደሊን|ትደሊን)", RegexOptions.IgnoreCase);
}
