using System.Text.RegularExpressions;
using Outreach.Contacts;
using Outreach.Lists.Columns;
using Outreach.Records;

namespace Outreach.Lists.Rows;

/// <summary>Phone numbers and e-mail addresses of a row. Where more stands in a cell than one, the first that is of use is taken, and the rest is said.</summary>
internal sealed partial class ContactCells(RowCells cells, CountryRules countries, Wording wording)
{
    private readonly List<Candidate> _others = [];

    public void Begin() => _others.Clear();

    /// <summary>What stands in the row besides and is not used. If its person said no, it is closed too.</summary>
    public IReadOnlyList<Candidate> OthersThan(Candidate candidate) => _others.Count == 0 ? [] :
    [
        .. _others.Distinct().Where(other =>
                (other.Mobile is null || other.Mobile != candidate.Mobile) && (other.Landline is null || other.Landline != candidate.Landline) && (other.Email is null || other.Email != candidate.Email))
            .Select(other => other with { Name = candidate.Name, Permissions = candidate.Permissions }),
    ];

    /// <summary>Takes all numbers and addresses of a cell for such.</summary>
    public void SetAside(string text)
    {
        foreach (var (_, (kind, number)) in FindAll(RowCells.WithoutDecimals(text)))
            SetAside(kind, number);
        foreach (var (_, address) in FindEmails(text))
            _others.Add(new Candidate { Email = address });
    }

    private void SetAside(PhoneKind kind, PhoneNumber number) => _others.Add(kind is PhoneKind.Mobile ? new Candidate { Mobile = number } : new Candidate { Landline = number });

    public Candidate ReadPhones(Candidate candidate)
    {
        var found = new Numbers();
        for (var field = Field.Mobile; field <= Field.OtherPhone; field++)
        {
            if (cells.Text(field) is { } text)
                Read(field, text, found);
        }

        return found.IsEmpty ? candidate : candidate with { Mobile = found.Mobile, Landline = found.Landline };
    }

    private void Read(Field field, string text, Numbers found)
    {
        var typed = RowCells.WithoutDecimals(text).Trim('\u2018', '\u2019', '\u00B4', '`', '\u201C', '\u201D');
        var kind = PhoneNumber.Read(typed, countries, out var number);
        if (kind is PhoneKind.Mobile or PhoneKind.Landline)
        {
            if (!found.Add(kind, number))
                SayOtherUsed(field, text, kind, number, found);
            else if (RowCells.WithoutDecimals(text).Length < text.Length)
                cells.Bend(field, wording.DecimalTail, text, number.Value);
            else
                SayDoubt(field, kind, typed, number);
            return;
        }

        var several = kind is PhoneKind.Invalid or PhoneKind.CountryMissing ? FindAll(typed) : [];
        if (several.Count > 0)
        {
            several.ForEach(one => SetAside(one.Value.Kind, one.Value.Number));
            TakeUsable(field, text, Belonging.Usable(typed, several), found);
        }
        else if (kind is PhoneKind.CountryNotAllowed)
        {
            cells.Warn(field, ProblemCodes.PhoneCountry, wording.PhoneCountry(countries), text);
        }
        else
        {
            cells.Warn(field, ProblemCodes.PhoneInvalid, EmailAddress.TryParse(text, out _) ? wording.PhoneIsEmail : kind is PhoneKind.CountryMissing ? wording.PhoneCountryMissing : wording.PhoneInvalid, text);
        }
    }

    private void SayOtherUsed(Field field, string text, PhoneKind kind, PhoneNumber number, Numbers found)
    {
        SetAside(kind, number);
        cells.Bend(field, wording.OtherNumberUsed, text, found.Of(kind), ProblemCodes.PhoneMore);
    }

    private void SayDoubt(Field field, PhoneKind kind, string typed, PhoneNumber number)
    {
        if (MadeUp.Is(number))
            cells.Warn(field, ProblemCodes.PhoneDoubtful, wording.PhoneMadeUp, typed);
        else if (field is Field.Mobile && kind is PhoneKind.Landline && PhoneNumber.IsMobileElsewhere(typed, countries))
            cells.Bend(field, wording.MobileElsewhere(countries.Default), typed, number.Value, ProblemCodes.PhoneDoubtful);
    }

    private void TakeUsable(Field field, string text, List<(PhoneKind Kind, PhoneNumber Number)> usable, Numbers found)
    {
        if (usable.Count == 0)
        {
            cells.Warn(field, ProblemCodes.PhoneInvalid, wording.PhoneNotTheirs, text);
            return;
        }

        var several = new Numbers();
        foreach (var (kind, number) in usable)
            several.Add(kind, number);
        if (found.Add(several))
            cells.Bend(field, wording.MoreInPhone, text, several.ToString(), ProblemCodes.PhoneMore);
        else
            cells.Bend(field, wording.OtherNumberUsed, text, found.ToString(), ProblemCodes.PhoneMore);
    }

    public EmailAddress? ReadEmail()
    {
        if (cells.Text(Field.Email) is not { } text)
            return null;
        if (ReadEmail(text) is not { } address)
            return null;
        if (DisplayName.IsOfAnother(text, cells))
            cells.Warn(Field.Email, ProblemCodes.EmailDoubtful, wording.EmailOfAnother, text);
        else if (MailDomains.Likely(address) is { } likely)
            cells.Warn(Field.Email, ProblemCodes.EmailDoubtful, wording.EmailMisspelt(likely), text);
        else if (MadeUp.Is(address))
            cells.Warn(Field.Email, ProblemCodes.EmailDoubtful, wording.EmailMadeUp, text);
        return address;
    }

    private EmailAddress? ReadEmail(string text)
    {
        if (DisplayName.IsOfList(text))
        {
            cells.Warn(Field.Email, ProblemCodes.EmailInvalid, wording.EmailOfList, text);
            return null;
        }

        if (text.AsSpan().Count('@') < 2 && EmailAddress.TryParse(text, out var only))
            return only;
        var found = FindEmails(text);
        found.ForEach(one => _others.Add(new Candidate { Email = one.Value }));
        var usable = Belonging.Usable(text, found);
        if (usable.Count > 0 && found.Find(one => one.Value == usable[0]).Where is var where && IsCutRight(text[..where.Start.Value], text[where.End.Value..]))
        {
            if (text.TrimEnd('.').Length > usable[0].Value.Length)
                cells.Bend(Field.Email, wording.MoreInEmail, text, usable[0].Value, ProblemCodes.EmailMore);
            return usable[0];
        }

        cells.Warn(Field.Email, ProblemCodes.EmailInvalid, found.Count > 0 && usable.Count == 0 ? wording.EmailNotTheirs : IsPhone(text) ? wording.EmailIsPhone : wording.EmailInvalid, text);
        return null;
    }

    private bool IsPhone(string text) => PhoneNumber.Read(RowCells.WithoutDecimals(text), countries, out _) is PhoneKind.Mobile or PhoneKind.Landline;

    private List<(Range Where, (PhoneKind Kind, PhoneNumber Number) Value)> FindAll(string text)
    {
        var found = new List<(Range, (PhoneKind, PhoneNumber))>();
        foreach (var part in Between().EnumerateSplits(text))
        {
            foreach (Match run in NumberRun().Matches(text[part]))
            {
                if (PhoneNumber.Read(run.Value, countries, out var number) is var kind and (PhoneKind.Mobile or PhoneKind.Landline))
                    found.Add(((part.Start.Value + run.Index)..(part.Start.Value + run.Index + run.Length), (kind, number)));
            }
        }

        return found;
    }

    private static List<(Range Where, EmailAddress Value)> FindEmails(string text)
    {
        var found = new List<(Range, EmailAddress)>();
        foreach (Match match in EmailRun().Matches(text))
        {
            if (EmailAddress.TryParse(match.Value.TrimEnd('.'), out var address) || EmailAddress.TryParse(match.Value.TrimEnd('.', '\''), out address))
                found.Add((match.Index..(match.Index + match.Length), address));
        }

        return found;
    }

    /// <summary>A blank inside an address makes another address of the rest: "jan jansen@voorbeeld.nl", "an@mail.voor beeld.nl".</summary>
    private static bool IsCutRight(string before, string after) => MayStandBefore().IsMatch(before) && MayStandAfter().IsMatch(after);

    // Between two numbers; a slash or a comma inside a number has been tried before.
    [GeneratedRegex(@"[;,/|\r\n]|\s(?:of|or|en|and|und|oder)\s|[ ](?=(?:0[1-9][0-9]{8}|\+[0-9]{9,14})(?:\D|\z))|(?<=[0-9](?:[ \-]?[0-9]){8})[ ](?=(?:0[1-9](?:[ \-]?[0-9]){8}|\+(?:[ \-]?[0-9]){9,14})(?:\D|\z))", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex(@"(?<![\p{L}0-9])(?:\+|\(\+|\()?[0-9](?:[0-9 ().\-\u2010-\u2015\u00A0]*[0-9])+(?![0-9\p{L}])")]
    private static partial Regex NumberRun();

    [GeneratedRegex(@"[^\s<>()\[\],;:""|/\u2018\u2019\u201C\u201D@]+@[^\s<>()\[\],;:""|/\u2018\u2019\u201C\u201D@]+")]
    private static partial Regex EmailRun();

    // A character that is glued to what follows may belong to it: "o’brien65@…", "piet,jansen63@…". So it needs a blank, another address or a label before it.
    [GeneratedRegex(@"^\s*\z|[<(\[]\s*\z|[,;:|/)\]>""\u2018\u2019\u201C\u201D']\s+\z|(?:^|\s)[""\u2018\u201C']\z|@[^\s@]+\s?[,;:|/]\z|^\s*(?:e-?mail(?:adres)?|mail|priv[eé]|werk|work|home|thuis|privat)\s*[.:]?\s*\z|(?:^|[^\p{L}])(?:nieuwe?|new|neue?)\s*:?\s*\z", RegexOptions.IgnoreCase)]
    private static partial Regex MayStandBefore();

    [GeneratedRegex(@"^\s*(?:\z|[>()\[\],;:|/""\u2018\u2019\u201C\u201D'.]|(?:of|or|en|and|und|oder|&|\+)\s|\n|[^\s@]+@[^\s@]+\.|[\p{L}\- ]+\.?\s*\z)", RegexOptions.IgnoreCase)]
    private static partial Regex MayStandAfter();
}
