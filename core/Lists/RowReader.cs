using Outreach.Messages;

namespace Outreach.Lists;

/// <summary>Makes a candidate of the current row of a source, or says why not.</summary>
internal sealed class RowReader(IRowSource source, ColumnMap columns, ListRules rules, Wording wording)
{
    // Rows mostly have none.
    private readonly List<RowProblem> _problems = [];

    private bool _filled;

    /// <summary>Null for a blank row.</summary>
    public ListRow? Read()
    {
        _problems.Clear();
        _filled = false;
        if (source.IsBroken)
            return Rejected([new(source.Row, "", ProblemCodes.FileUnreadable, wording.BrokenRow, "", Rejected: true)]);

        var candidate = ReadPhones(new Candidate
        {
            Name = ReadName(),
            Email = ReadEmail(),
            Language = ReadLanguage(),
            Address = ReadAddress(),
            Consent = Text(Field.Consent) is { } consent ? IsYes(consent) : null,
        });
        LookForIdentityNumbers();

        if (candidate.Mobile is not null || candidate.Landline is not null || candidate.Email is not null || candidate.Address is not null)
            return new(source.Row, candidate, _problems.Count == 0 ? [] : [.. _problems]);
        if (!_filled && IsBlank())
            return null;
        if (_problems.All(problem => problem.Code == ProblemCodes.LanguageUnknown))
            _problems.Add(new(source.Row, "", ProblemCodes.Unreachable, wording.Unreachable, "", Rejected: true));
        return Rejected([.. _problems.Select(problem => problem with { Rejected = true })]);
    }

    private ListRow Rejected(IReadOnlyList<RowProblem> problems) => new(source.Row, null, problems, CellsAsTheyCame());

    private string[] CellsAsTheyCame()
    {
        if (source.IsBroken && !columns.AllMayComeBack)
            return [];
        var cells = new string[columns.Header.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = columns.MayComeBack(i) ? source.Cell(i) : "";
            cells[i] = columns.IgnoredAt(i) is not null && SensitiveHeaders.LooksLikeBsn(cell) ? "" : cell;
        }

        return cells;
    }

    private string? ReadName()
    {
        if (Text(Field.Name) is { } name)
            return OneLine.Of(name);
        var first = Text(Field.FirstName) ?? Text(Field.Initials);
        var (infix, last) = (Text(Field.Infix), Text(Field.LastName));
        if (infix is null && (first is null || last is null))
            return (first ?? last) is { } only ? OneLine.Of(only) : null;
        return OneLine.Of(string.Join(' ', new[] { first, infix, last }.Where(part => part is not null)));
    }

    private Candidate ReadPhones(Candidate candidate)
    {
        var (mobile, landline) = ((PhoneNumber?)null, (PhoneNumber?)null);
        for (var field = Field.Mobile; field <= Field.OtherPhone; field++)
        {
            if (Text(field) is not { } text)
                continue;
            switch (PhoneNumber.Read(text, rules.Countries, out var number))
            {
                case PhoneKind.Mobile:
                    mobile ??= number;
                    break;
                case PhoneKind.Landline:
                    landline ??= number;
                    break;
                case PhoneKind.CountryNotAllowed:
                    Warn(field, ProblemCodes.PhoneCountry, wording.PhoneCountry(rules.Countries), text);
                    break;
                case PhoneKind.CountryMissing:
                    Warn(field, ProblemCodes.PhoneInvalid, wording.PhoneCountryMissing, text);
                    break;
                default:
                    Warn(field, ProblemCodes.PhoneInvalid, wording.PhoneInvalid, text);
                    break;
            }
        }

        return mobile is null && landline is null ? candidate : candidate with { Mobile = mobile, Landline = landline };
    }

    private EmailAddress? ReadEmail()
    {
        if (Text(Field.Email) is not { } text)
            return null;
        if (EmailAddress.TryParse(text, out var address))
            return address;
        Warn(Field.Email, ProblemCodes.EmailInvalid, wording.EmailInvalid, text);
        return null;
    }

    private string? ReadLanguage()
    {
        if (Text(Field.Language) is not { } text)
            return null;
        if (LanguageNames.CodeOf(text) is { } code)
            return code;
        Warn(Field.Language, ProblemCodes.LanguageUnknown, wording.LanguageUnknown, text);
        return null;
    }

    private Address? ReadAddress()
    {
        if (Text(Field.Street) is not { } street)
            return null;
        var number = Text(Field.HouseNumber);
        if (number is null && Postal.TrySplitStreet(street, out var alone, out var rest))
            (street, number) = (alone, rest);
        var postcodeText = Text(Field.Postcode);
        var postcode = "";
        if (postcodeText is not null && !Postal.TryPostcode(postcodeText, rules.Countries, out postcode))
        {
            Warn(Field.Postcode, ProblemCodes.PostcodeInvalid, wording.PostcodeInvalid, postcodeText);
            return null;
        }

        if (number is null || postcodeText is null || !Postal.TrySplitNumber(number, out var house, out var addition))
            return null;
        var parts = new[] { addition, Text(Field.HouseLetter), Text(Field.Addition) }.Where(part => part is not null);
        return new(OneLine.Of(street), house, string.Join(' ', parts) is { Length: > 0 } joined ? joined : null, postcode, Text(Field.City));
    }

    // Anything but a plain yes is no consent: it has to be provable.
    private static bool IsYes(string text) =>
        Headers.Compact(text) is "ja" or "j" or "yes" or "y" or "true" or "waar" or "1" or "x" or "ok" or "oke" or "akkoord" or "jazeker" or "evet";

    private void LookForIdentityNumbers()
    {
        for (var i = 0; i < source.Count; i++)
        {
            if (columns.IgnoredAt(i) is IgnoreReason.Unknown && SensitiveHeaders.LooksLikeBsn(source.Cell(i)))
                columns.FoundIdentityNumbers(i);
        }
    }

    private bool IsBlank()
    {
        for (var i = 0; i < source.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(source.Cell(i)))
                return false;
        }

        return true;
    }

    /// <summary>The text of a cell without blanks around it; null when there is none, or when it is too long to be used.</summary>
    private string? Text(Field field)
    {
        var index = columns.IndexOf(field);
        if (index < 0 || source.Cell(index) is not { Length: > 0 } raw)
            return null;
        var text = WithoutGuard(raw.Trim());
        if (text is "" or "-")
            return null;
        _filled = true;
        if (text.Length <= ListRules.MaxCellCharacters)
            return text;
        Warn(field, ProblemCodes.CellTooLong, wording.CellTooLong, text);
        return null;
    }

    // The apostrophe that RejectedFile puts before what Excel would take for a formula.
    private static string WithoutGuard(string text) => text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;

    private void Warn(Field field, string code, string message, string value)
    {
        // One value can be read for two purposes; it is said once.
        var header = columns.HeaderOf(field);
        if (!_problems.Exists(problem => problem.Code == code && problem.Column == header))
            _problems.Add(new(source.Row, header, code, message, Shown(value), Rejected: false));
    }

    /// <summary>As much of a value as a problem shows; never half a character.</summary>
    public static string Shown(string value)
    {
        if (value.Length <= ListRules.MaxShownCharacters)
            return value;
        var end = char.IsHighSurrogate(value[ListRules.MaxShownCharacters - 1]) ? ListRules.MaxShownCharacters - 1 : ListRules.MaxShownCharacters;
        return value[..end];
    }
}
