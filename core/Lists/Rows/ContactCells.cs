using System.Text.RegularExpressions;
using Outreach.Contacts;
using Outreach.Lists.Columns;
using Outreach.Records;

namespace Outreach.Lists.Rows;

/// <summary>Phone numbers of a row, with what else leads to its person. Where more stands in a cell than one, the first that is of use is taken, and the rest is said.</summary>
internal sealed partial class ContactCells(RowCells cells, CountryRules countries, Wording wording)
{
    private readonly List<Candidate> _others = [];
    private readonly EmailCells _emails = new(cells, countries, wording);
    private readonly ForeignNumbers _foreign = new(cells, countries);

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
        foreach (var (_, address) in EmailCells.FindAll(text))
            _others.Add(new Candidate { Email = address });
    }

    private void SetAside(PhoneKind kind, PhoneNumber number) => _others.Add(kind is PhoneKind.Mobile ? new Candidate { Mobile = number } : new Candidate { Landline = number });

    public Candidate ReadPhones(Candidate candidate)
    {
        var found = new Numbers();
        for (var field = Field.Mobile; field <= Field.OtherPhone; field++)
        {
            if (cells.Contact(field) is { } text && !IsNone(text))
                Read(field, text, found);
        }

        return found.IsEmpty ? candidate : candidate with { Mobile = found.Mobile, Landline = found.Landline };
    }

    /// <summary>Only that there is none, or that nobody knows it.</summary>
    public static bool IsNone(string text) => text is "0" || (Unknown.Is(text) && text.Any(char.IsLetter) && text is not ['#', ..]);

    private void Read(Field field, string text, Numbers found)
    {
        var typed = RowCells.WithoutDecimals(text).Trim('\u2018', '\u2019', '\u00B4', '`', '\u201C', '\u201D');
        var kind = PhoneNumber.Read(typed, countries, out var number);
        // A fixed line here, and a mobile phone where somebody lives: nobody writes a foreign fixed line without its code.
        if (kind is PhoneKind.Landline && _foreign.InCountryOfRow(typed) is { Kind: PhoneKind.Mobile } theirs)
        {
            TakeForeign(field, text, theirs, found);
            return;
        }

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

        if (_foreign.InCountryOfRow(typed) is { } abroad)
        {
            TakeForeign(field, text, abroad, found);
            return;
        }

        if (kind is PhoneKind.CountryMissing or PhoneKind.Invalid && _foreign.BehindCode(typed) is { } coded)
        {
            TakeForeign(field, text, (PhoneKind.Mobile, coded), found);
            return;
        }

        var several = kind is PhoneKind.Invalid or PhoneKind.CountryMissing ? FindAll(typed) : [];
        if (several.Count > 0)
        {
            several.ForEach(one => SetAside(one.Value.Kind, one.Value.Number));
            var more = several is [var only] ? MoreThan(typed[..only.Where.Start], typed[only.Where.End..]) : wording.MoreInPhone;
            TakeUsable(field, text, Belonging.Usable(typed, several, NamedBeside.NameOf(cells)), found, more);
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

    private void TakeForeign(Field field, string text, (PhoneKind Kind, PhoneNumber Number) foreign, Numbers found)
    {
        if (found.Add(foreign.Kind, foreign.Number))
            cells.Bend(field, wording.CountryRead, text, foreign.Number.Value, ProblemCodes.PhoneDoubtful);
        else
            SayOtherUsed(field, text, foreign.Kind, foreign.Number, found);
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
        else if (_foreign.InCountryOfRow(typed) is { } abroad && abroad.Number != number)
            cells.Bend(field, wording.CountryBeside(abroad.Number.Value), typed, number.Value, ProblemCodes.PhoneDoubtful);
    }

    /// <summary>What to say of what stands beside the only number of a cell.</summary>
    private string MoreThan(string before, string behind) =>
        MayBeNumber().IsMatch($"{before}\n{behind}") ? wording.MoreInPhone
        : NamedBeside.IsOwn($"{before} {behind}", NamedBeside.NameOf(cells)) is false ? wording.PhoneOfAnother
        : wording.WordsBesidePhone;

    /// <param name="more">What to say of what else stands there.</param>
    private void TakeUsable(Field field, string text, List<(PhoneKind Kind, PhoneNumber Number)> usable, Numbers found, string more)
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
            cells.Bend(field, more, text, several.ToString(), ProblemCodes.PhoneMore);
        else
            cells.Bend(field, wording.OtherNumberUsed, text, found.ToString(), ProblemCodes.PhoneMore);
    }

    public EmailAddress? ReadEmail() => _emails.Read(_others);

    private List<(Range Where, (PhoneKind Kind, PhoneNumber Number) Value)> FindAll(string text)
    {
        var found = new List<(Range, (PhoneKind, PhoneNumber))>();
        foreach (var part in Between.EnumerateSplits(text))
        {
            foreach (Match run in NumberRun().Matches(text[part]))
            {
                if (PhoneNumber.Read(run.Value, countries, out var number) is var kind and (PhoneKind.Mobile or PhoneKind.Landline))
                    found.Add(((part.Start.Value + run.Index)..(part.Start.Value + run.Index + run.Length), (kind, number)));
            }
        }

        return found;
    }

    // A number that we could not read stands there too.
    [GeneratedRegex("[0-9](?:[^0-9]?[0-9]){4}")]
    private static partial Regex MayBeNumber();

    // Between two numbers; a slash or a comma inside a number has been tried before.
    private static readonly Regex Between = new(@"[;,/|\r\n]|\s(?:of|or|en|and|und|oder)\s|[ ](?=(?:0[1-9][0-9]{8}|\+[0-9]{9,14})(?:\D|\z))|(?<=[0-9](?:[ \-]?[0-9]){8})[ ](?=(?:0[1-9](?:[ \-]?[0-9]){8}|\+(?:[ \-]?[0-9]){9,14})(?:\D|\z))", RegexOptions.IgnoreCase);

    [GeneratedRegex(@"(?<![\p{L}0-9])(?:\+|\(\+|\()?[0-9](?:[0-9 ().\-\u2010-\u2015\u00A0]*[0-9])+(?![0-9\p{L}])")]
    private static partial Regex NumberRun();
}
