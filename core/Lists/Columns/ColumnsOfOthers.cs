namespace Outreach.Lists.Columns;

/// <summary>Columns about another person than the one of the row. By their name alone they could be about either.</summary>
internal static class ColumnsOfOthers
{
    private const int MaxBehind = 4;

    /// <summary>
    /// "Contactpersoon" where another column says who the person is, with the numbers and addresses right behind it, and the account with which somebody filled a form
    /// in that asks for a name.
    /// </summary>
    public static bool Has(IReadOnlyList<string> header, int index) => IsOfContactPerson(header, index) || IsAccount(header, index) || PersonBefore(header, index) is not null;

    /// <summary>Where the other person stands whose number or address a column is, when that person is not simply the contact person: an emergency contact, a mother, a GP.</summary>
    public static int? PersonBefore(IReadOnlyList<string> header, int index) => Headers.MayHoldAnswers(header, index) ? null : PersonBeforeContact(header, index);

    /// <summary>The same of "Mail" or "SMS", of which the cells have shown that they are addresses or numbers and not answers.</summary>
    public static int? PersonBeforeContact(IReadOnlyList<string> header, int index)
    {
        if (!IsContact(header[index]))
            return null;
        if (OtherSpellings.SplitCount(Headers.Compact(header[index])) is (_, not '1' and var count) && PersonCounted(header, count) is { } counted && HasNameOfTheirOwn(header))
            return counted;
        var person = index - 1;
        while (person > 0 && index - person < MaxBehind && (IsContact(header[person]) || OtherPeople.IsRelation(header[person])))
            person--;
        return person >= 0 && OtherPeople.IsOne(header[person]) && HasNameOfTheirOwn(header) ? person : null;
    }

    /// <summary>
    /// Without such a column nobody of the list could be phoned or mailed, or for the number of a relative: not phoned, or not mailed. Then it may be their own.
    /// </summary>
    public static bool IsToBeAsked(IReadOnlyList<string> header, int index) =>
        PersonBefore(header, index) is { } person && !Enumerable.Range(0, header.Count).Any(other =>
            IsContact(header[other]) && !Has(header, other) && !Headers.MayHoldAnswers(header, other)
            && (!OtherPeople.IsRelative(header[person]) || IsEmail(header[other]) == IsEmail(header[index])));

    /// <summary>"Naam 2": whoever "Telefoon 2" belongs to, wherever it stands.</summary>
    public static int? PersonCounted(IReadOnlyList<string> header, char count) =>
        Enumerable.Range(0, header.Count).Where(at => OtherSpellings.SplitCount(Headers.Compact(header[at])) is (var who, var number) && number == count && Headers.IsName(Headers.FieldOf(who))).Select(at => (int?)at).FirstOrDefault();

    private static bool IsContact(string name) => Headers.IsContact(Headers.FieldOf(name) ?? (OtherSpellings.SplitCount(Headers.Compact(name)) is (var plain, _) ? Headers.FieldOf(plain) : null));

    private static bool IsEmail(string name) => Headers.FieldOf(name) is Field.Email;

    private static bool IsOfContactPerson(IReadOnlyList<string> header, int index)
    {
        var person = index;
        while (person > 0 && index - person < MaxBehind && IsContact(header[person]))
            person--;
        return IsContactPerson(header[person]) && HasNameOfTheirOwn(header);
    }

    private static bool HasNameOfTheirOwn(IReadOnlyList<string> header) => Enumerable.Range(0, header.Count).Any(other => (IsName(header[other]) && !IsAccountName(header, other)) || OtherPeople.IsResident(header[other]));

    private static bool IsAccount(IReadOnlyList<string> header, int index) =>
        IsAccountName(header, index) || (index + 1 < header.Count && Headers.FieldOf(header[index]) is Field.Email && IsAccountName(header, index + 1));

    // Microsoft Forms puts it between its own times and the answers: "Completion time", "Email", "Name".
    private static bool IsAccountName(IReadOnlyList<string> header, int index)
    {
        if (Headers.Compact(header[index]) is not ("name" or "naam") || !header.Where((name, other) => other != index && IsName(name)).Any())
            return false;
        return IsTimeOfForm(index - 1) || IsTimeOfForm(index - 2)
            || (Headers.Compact(header[index]) is "name" && index > 0 && Headers.FieldOf(header[index - 1]) is Field.Email && header.Any(name => IsName(name) && Headers.Words(name).Contains("naam")));

        bool IsTimeOfForm(int at) => at >= 0 && Headers.Compact(header[at]) is "completiontime" or "tijdvanvoltooien" or "voltooiingstijd" or "fertigstellungszeit" or "abschlusszeit";
    }

    private static bool IsName(string name) => Headers.IsName(Headers.FieldOf(name)) && !IsContactPerson(name);

    private static bool IsContactPerson(string name) => Headers.Compact(name) is "contactpersoon" or "naamcontactpersoon";
}
