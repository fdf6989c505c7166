using System.Text.RegularExpressions;

namespace Outreach.Lists.Columns;

/// <summary>Columns that say whose the number or the address beside them is: "Van wie", "Soort telefoon", "Phone 1 - Label". What they say counts as if it stood in the cell itself.</summary>
internal static class WhoseColumns
{
    /// <summary>The column that says so of a number or an address; null when there is none.</summary>
    public static int? Of(IReadOnlyList<string> header, int contact)
    {
        var isEmail = Headers.FieldOf(header[contact]) is Field.Email;
        if (Says(contact + 1) && !IsOfNext(contact + 1))
            return contact + 1;
        return Says(contact - 1) && (IsOfNext(contact - 1) || !IsContact(contact - 2)) ? contact - 1 : null;

        bool Says(int at) => at >= 0 && at < header.Count && Headers.Spaced(header[at]) is var text && (NamesSomebody(header[at]) || Kind.IsMatch(text)) && (OfMail.IsMatch(text) ? isEmail : !OfPhone.IsMatch(text) || !isEmail);

        // A contact book puts what each number is before it.
        bool IsOfNext(int at) => at + 1 < header.Count && Label.Match(Headers.Spaced(header[at])) is { Success: true } label && Headers.Spaced(header[at + 1]).StartsWith(label.Groups["of"].Value, StringComparison.Ordinal) && IsContact(at + 1);

        bool IsContact(int at) => at >= 0 && at < header.Count && Headers.IsContact(Headers.FieldOf(header[at]));
    }

    /// <summary>Its cells may be names; elsewhere a word with a capital is a make or a shop.</summary>
    public static bool NamesSomebody(string header) => Whose.IsMatch(Headers.Spaced(header));

    private static readonly Regex Whose = new("^(?:(?:is )?van wie(?: is (?:dit|het|dat)(?: nummer| adres| telefoonnummer)?)?|(?:nummer|nr|telefoon|tel|telefoonnummer|mobiel|mobiele nummer|mobiel nummer|gsm|mail|e ?mail|mailadres|e ?mailadres|adres) (?:is )?van|wiens (?:nummer|telefoon|mail)|whose(?: (?:number|phone|e ?mail))?|eigenaar (?:van )?(?:nummer|telefoon|mobiel)|belongs to|gehort zu|wessen(?: nummer)?)$");

    private static readonly Regex Kind = new("^(?:soort|type|label|art) (?:telefoon|telefoonnummer|nummer|mobiel|phone|number|e ?mail|mail|telefon)$|^(?:telefoon|nummer|phone|number|mobiel|e ?mail|mail|telefon)(?: ?[0-9])? ?(?:soort|type|label|art|typ)$");

    private static readonly Regex Label = new("^(?<of>(?:phone|e ?mail|telefoon|telefon) [0-9]) (?:label|type|typ|art)$");

    private static readonly Regex OfPhone = new("\\b(?:telefoon\\w*|tel|phone|mobiel\\w*|mobiele|gsm|nummer|number|telefon)\\b");

    private static readonly Regex OfMail = new("\\b(?:e ?)?mail(?:adres)?\\b");
}
