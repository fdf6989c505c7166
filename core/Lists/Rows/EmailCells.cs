using System.Text.RegularExpressions;
using Outreach.Contacts;
using Outreach.Lists.Columns;
using Outreach.Records;

namespace Outreach.Lists.Rows;

/// <summary>The e-mail address of a row. Where more stands in the cell than one, the first that is of use is taken, and the rest is said.</summary>
internal sealed partial class EmailCells(RowCells cells, CountryRules countries, Wording wording)
{
    /// <summary>The second is for whoever has no first.</summary>
    /// <param name="others">All that stand in the cells and are not used are added.</param>
    public EmailAddress? Read(List<Candidate> others)
    {
        var (first, second) = (Read(Field.Email, others), Read(Field.OtherEmail, others));
        if (first is null || second is null || second == first)
            return first ?? second;
        others.Add(new Candidate { Email = second });
        cells.Bend(Field.OtherEmail, wording.OtherAddressUsed, cells.Text(Field.OtherEmail)!, first.Value.Value, ProblemCodes.EmailMore);
        return first;
    }

    private EmailAddress? Read(Field field, List<Candidate> others)
    {
        if (cells.Contact(field) is not { } text || ContactCells.IsNone(text))
            return null;
        if (Read(field, text, others) is not { } address)
            return null;
        if (DisplayName.IsOfAnother(text, cells))
            cells.Warn(field, ProblemCodes.EmailDoubtful, wording.EmailOfAnother, text);
        else if (MailDomains.Likely(address) is { } likely)
            cells.Warn(field, ProblemCodes.EmailDoubtful, wording.EmailMisspelt(likely), text);
        else if (MadeUp.Is(address))
            cells.Warn(field, ProblemCodes.EmailDoubtful, wording.EmailMadeUp, text);
        return address;
    }

    private EmailAddress? Read(Field field, string text, List<Candidate> others)
    {
        if (DisplayName.IsOfList(text))
        {
            cells.Warn(field, ProblemCodes.EmailInvalid, wording.EmailOfList, text);
            return null;
        }

        if (OfProgram().Match(text) is { Success: true } marked && EmailAddress.TryParse(marked.Groups["address"].Value, out var bare))
        {
            cells.Bend(field, wording.MoreInEmail, text, bare.Value, ProblemCodes.EmailMore);
            return bare;
        }

        if (text.AsSpan().Count('@') < 2 && EmailAddress.TryParse(text, out var only))
            return only;
        var found = FindAll(text);
        found.ForEach(one => others.Add(new Candidate { Email = one.Value }));
        var usable = Belonging.Usable(text, found, found.Count > 1 || !text.Contains('<', StringComparison.Ordinal) ? NamedBeside.NameOf(cells) : null);
        if (usable.Count > 0 && found.Find(one => one.Value == usable[0]).Where is var where && IsCutRight(text[..where.Start.Value], text[where.End.Value..]))
        {
            if (text.TrimEnd('.').Length > usable[0].Value.Length)
                cells.Bend(field, wording.MoreInEmail, text, usable[0].Value, ProblemCodes.EmailMore);
            return usable[0];
        }

        cells.Warn(field, ProblemCodes.EmailInvalid, found.Count > 0 && usable.Count == 0 ? wording.EmailNotTheirs : IsPhone(text) ? wording.EmailIsPhone : wording.EmailInvalid, text);
        return null;
    }

    private bool IsPhone(string text) => PhoneNumber.Read(RowCells.WithoutDecimals(text), countries, out _) is PhoneKind.Mobile or PhoneKind.Landline;

    public static List<(Range Where, EmailAddress Value)> FindAll(string text)
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
    private static bool IsCutRight(string before, string after) => MayStandBefore.IsMatch(before) && MayStandAfter.IsMatch(after);

    // A mark before an address, and a link as Access writes it: "*an@…", "www.an@…", "an@…#mailto:an@…#".
    [GeneratedRegex(@"^(?:[*#!~•'?+=/`´–—-]+|www\.)\s*(?<address>[^\s@#]+@[^\s@#]+)\z|^(?<address>[^\s@#]+@[^\s@#]+)#(?:(?:mailto:|https?://)\k<address>)?#?\z", RegexOptions.IgnoreCase)]
    private static partial Regex OfProgram();

    [GeneratedRegex(@"[^\s<>()\[\],;:""|/\u2018\u2019\u201C\u201D@]+@[^\s<>()\[\],;:""|/\u2018\u2019\u201C\u201D@]+")]
    private static partial Regex EmailRun();

    // A character that is glued to what follows may belong to it: "o’brien65@…", "piet,jansen63@…". So it needs a blank, another address or a label before it.
    private static readonly Regex MayStandBefore = new(@"^\s*\z|[<(\[]\s*\z|[,;:|/)\]>""\u2018\u2019\u201C\u201D']\s+\z|(?:^|\s)[""\u2018\u201C']\z|@[^\s@]+\s?[,;:|/]\z|^\s*(?:e-?mail(?:adres)?|mail|priv[eé]|werk|work|home|thuis|privat)\s*[.:]?\s*\z|(?:^|[^\p{L}])(?:nieuwe?|new|neue?)\s*:?\s*\z", RegexOptions.IgnoreCase);

    private static readonly Regex MayStandAfter = new(@"^\s*(?:\z|[>()\[\],;:|/""\u2018\u2019\u201C\u201D'.]|(?:of|or|en|and|und|oder|&|\+)\s|\n|[^\s@]+@[^\s@]+\.|[\p{L}\- ]+\.?\s*\z)", RegexOptions.IgnoreCase);
}
