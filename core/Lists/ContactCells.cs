using System.Text.RegularExpressions;
using Outreach.Messages;

namespace Outreach.Lists;

/// <summary>Phone numbers and e-mail addresses of a row. Where more stands in a cell than one, the first that is of use is taken, and the rest is said.</summary>
internal sealed partial class ContactCells(RowCells cells, CountryRules countries, Wording wording)
{
    public Candidate ReadPhones(Candidate candidate)
    {
        var (mobile, landline) = ((PhoneNumber?)null, (PhoneNumber?)null);
        for (var field = Field.Mobile; field <= Field.OtherPhone; field++)
        {
            if (cells.Number(field) is not { } text)
                continue;
            var kind = PhoneNumber.Read(text, countries, out var number);
            if (kind is PhoneKind.Invalid or PhoneKind.CountryMissing && TryFind(text, out var found, out var foundKind))
            {
                (kind, number) = (foundKind, found);
                cells.Bend(field, wording.MoreInPhone, text, found.Value);
            }

            switch (kind)
            {
                case PhoneKind.Mobile:
                    mobile ??= number;
                    break;
                case PhoneKind.Landline:
                    landline ??= number;
                    break;
                case PhoneKind.CountryNotAllowed:
                    cells.Warn(field, ProblemCodes.PhoneCountry, wording.PhoneCountry(countries), text);
                    break;
                case PhoneKind.CountryMissing:
                    cells.Warn(field, ProblemCodes.PhoneInvalid, wording.PhoneCountryMissing, text);
                    break;
                default:
                    cells.Warn(field, ProblemCodes.PhoneInvalid, wording.PhoneInvalid, text);
                    break;
            }
        }

        return mobile is null && landline is null ? candidate : candidate with { Mobile = mobile, Landline = landline };
    }

    public EmailAddress? ReadEmail()
    {
        if (cells.Text(Field.Email) is not { } text)
            return null;
        if (text.AsSpan().Count('@') < 2 && EmailAddress.TryParse(text, out var address))
            return address;
        if (TryFindEmail(text, out address))
        {
            if (!IsSameWritten(text, address))
                cells.Bend(Field.Email, wording.MoreInEmail, text, address.Value);
            return address;
        }

        cells.Warn(Field.Email, ProblemCodes.EmailInvalid, wording.EmailInvalid, text);
        return null;
    }

    /// <summary>The first mobile number in the cell, else the first landline.</summary>
    private bool TryFind(string text, out PhoneNumber number, out PhoneKind kind)
    {
        (number, kind) = (default, PhoneKind.Invalid);
        foreach (var part in Between().Split(text))
        {
            foreach (Match run in NumberRun().Matches(part))
            {
                var read = PhoneNumber.Read(run.Value, countries, out var found);
                if (read is PhoneKind.Mobile || (read is PhoneKind.Landline && kind is PhoneKind.Invalid))
                    (number, kind) = (found, read);
                if (kind is PhoneKind.Mobile)
                    return true;
            }
        }

        return kind is PhoneKind.Landline;
    }

    private static bool TryFindEmail(string text, out EmailAddress address)
    {
        address = default;
        foreach (Match match in EmailRun().Matches(text))
        {
            if (EmailAddress.TryParse(match.Value.TrimEnd('.', '\''), out address))
                return IsCutRight(text[..match.Index], text[(match.Index + match.Length)..]);
        }

        return false;
    }

    /// <summary>A blank inside an address makes another address of the rest: "jan jansen@voorbeeld.nl", "an@mail.voor beeld.nl".</summary>
    private static bool IsCutRight(string before, string after) => MayStandBefore().IsMatch(before) && MayStandAfter().IsMatch(after);

    // "Fa <fa@voorbeeld.nl>" and "<mailto:…>" hold nothing else.
    private static bool IsSameWritten(string text, EmailAddress address) => text.Length == address.Value.Length;

    // Between two numbers; a slash or a comma inside a number has been tried before.
    [GeneratedRegex(@"[;,/|\r\n]|\s(?:of|or|en|and|und|oder)\s|[ ](?=(?:0[1-9][0-9]{8}|\+[0-9]{9,14})(?:\D|\z))", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex(@"(?<![\p{L}0-9])(?:\+|\(\+|\()?[0-9](?:[0-9 ().\-\u2010-\u2015\u00A0]*[0-9])+(?![0-9\p{L}])")]
    private static partial Regex NumberRun();

    [GeneratedRegex(@"[^\s<>()\[\],;:""|/\u2018\u2019\u201C\u201D@]+@[^\s<>()\[\],;:""|/\u2018\u2019\u201C\u201D@]+")]
    private static partial Regex EmailRun();

    [GeneratedRegex(@"^\s*\z|[<(\[,;:|/""\u2018\u2019\u201C\u201D']\s*\z|^\s*(?:e-?mail|mail|priv[eé]|werk|work|home|thuis|privat)\.?\s*\z", RegexOptions.IgnoreCase)]
    private static partial Regex MayStandBefore();

    [GeneratedRegex(@"^\s*(?:\z|[>()\[\],;:|/""\u2018\u2019\u201C\u201D'.]|(?:of|or|en|and|und|oder|&|\+)\s|\n|[^\s@]+@[^\s@]+\.|[\p{L}\- ]+\.?\s*\z)", RegexOptions.IgnoreCase)]
    private static partial Regex MayStandAfter();
}
