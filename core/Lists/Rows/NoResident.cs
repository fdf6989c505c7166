using System.Text.RegularExpressions;
using Outreach.Lists.Columns;
using Outreach.Lists.Columns.Noes;
using Outreach.Lists.Files;
using Outreach.Records;

namespace Outreach.Lists.Rows;

/// <summary>A row that is about nobody of the neighbourhood: whom to ask about the list, below it, or the row that shows how it is filled in.</summary>
internal sealed class NoResident(IRowSource source, RowCells cells, ColumnMap columns, Wording wording)
{
    private const int MaxText = 300;

    /// <summary>Says so of the current row, with the cell that shows it.</summary>
    public bool Says()
    {
        if (FirstText() is not { } at || CommentedNo.Without(source.Cell(at)) is not { Length: <= MaxText } text)
            return false;
        var isName = columns.IsName(at);
        var message = (isName && Example.IsMatch(text)) || (!isName && ExampleAlone.IsMatch(text)) ? wording.RowOfExample
            : (isName || !HasName()) && (Footer.IsMatch(text) || (isName && FooterAsName.IsMatch(text))) ? wording.RowOfOrganiser
            : null;
        if (message is not null)
            cells.Warn(columns.Header[at], ProblemCodes.Unreachable, message, columns.Kept(at, text));
        return message is not null;
    }

    /// <summary>Says so of a row that counts people: "Aantal afmeldingen: 3".</summary>
    public bool Counts()
    {
        var filled = Enumerable.Range(0, Math.Min(source.Count, columns.Header.Count)).Where(i => source.Cell(i).Length > 0).ToArray();
        if (filled is not [var at, ..] || !TitlesOfNo.AreCount([.. filled.Select(source.Cell)]))
            return false;
        cells.Warn(columns.Header[at], ProblemCodes.Unreachable, wording.RowOfCount, columns.Kept(at, source.Cell(at)));
        return true;
    }

    /// <summary>Behind a neighbourhood or a state, somebody is named: then the row is about them.</summary>
    private bool HasName()
    {
        for (var i = 0; i < Math.Min(source.Count, columns.Header.Count); i++)
        {
            if (columns.IsName(i) && source.Cell(i).Any(char.IsLetter))
                return true;
        }

        return false;
    }

    /// <summary>Where the first text stands that is not in a column about something else, such as a note.</summary>
    private int? FirstText()
    {
        for (var i = 0; i < Math.Min(source.Count, columns.Header.Count); i++)
        {
            if (source.Cell(i).Any(char.IsLetter))
                return i == 0 || columns.IgnoredAt(i) is null || columns.Header[i].Length == 0 ? i : null;
        }

        return null;
    }

    private const string Asking = "(?:vragen|vraag|opmerkingen|(?:meer )?info(?:rmatie|rmation|s)?|inlichtingen|contact(?:persoon|gegevens|info|adres| person| details)?|kontakt(?:person|daten)?|ansprechpartner(?:in)?"
        + "|organisat(?:ie|or|oren|ion|rice)|organisation|organi[sz]er|organisateur|co[öo]rdinat(?:or|ie|rice)|aanspreekpunt|afzender|sender|absender|opsteller|questions?|fragen|rückfragen|renseignements|auskunft|wijkteam|buurtteam|wijzigingen|mutaties|correcties|lijstbeheer(?:der)?|beheer(?:der)? (?:van )?(?:de )?lijst|aanmelden|aanmelding(?:en)?|secretariaat|noodnummer|meldpunt|wijkagent|buurtagent)";

    // "Vragen? Bel Els", "Contact: Els de Wit", "Lijst gemaakt door Els", "Bel Els bij vragen".
    private static readonly Regex Footer = new(@"^\W*(?:(?:voor|bij|for|bei|pour|heeft u|any|noch|des) )?(?:meer |more |weitere |mehr )?" + Asking + @"(?: (?:over|about|zu|sur|wijk|buurt|van|of|bij|aan|naar|to|for|voor) [^:?]{0,40})?(?:\s*[:?]|\s+(?:bel|mail|app|call|anrufen|via|naar|an|unter|chez|bij|at)\s+(?!.*@)\p{L})"
        + @"|^\W*(?:(?:deze|this|diese) )?(?:lijst|list|liste|bestand|overzicht|file)?\s*(?:is |was |wurde )?(?:samengesteld|gemaakt|opgesteld|bijgewerkt|beheerd|aangeleverd|verzameld|compiled|made|created|updated|maintained|erstellt|gepflegt|établie?|créée?)\s+(?:door|op|by|on|von|am|par|le)\b"
        + @"|^\W*(?:bel|mail|app|call|e-?mail|contact|ruf|appelez|neem contact op)\b.{0,60}\b(?:(?:voor|bij|for|bei|pour) (?:meer |alle |weitere )?(?:vragen|info\w*|questions|fragen|rückfragen|renseignements))\b"
        + @"|^\W*(?:(?-i:p\.s\.)|bron\s*:)\s|^\W*(?:wijzigingen|mutaties|correcties|aanmelden|opgeven|inschrijven)\b.{0,40}\b(?:doorgeven|melden|mailen|sturen|kan|bij|aan|naar|via)\b"
        + @"|^\W*(?:met vriendelijke groeten?|hartelijke groeten?|kind regards|mit freundlichen grüßen|cordialement|let op|nota bene|achtung)\b(?:\W|\z)", RegexOptions.IgnoreCase);

    // In the column of names nothing has to stand behind it.
    private static readonly Regex FooterAsName = new(@"^\W*(?:voor |bij |for |bei )?" + Asking + @"\W*\z|^\W*(?:noodnummer|meldpunt|secretariaat|reparatieverzoeken|storingsdienst|klantenservice|wijkteam|buurtteam)(?:\W*\z|\s\p{L})|^\W*(?:contactpersoon|contact person|ansprechpartner(?:in)?|kontaktperson|aanspreekpunt|co[öo]rdinator|organisator|organi[sz]er) \p{L}", RegexOptions.IgnoreCase);

    // "B.V. Jansen" and "E.G. Smit" have initials: those of examples are small, and a name follows.
    private static readonly Regex Example = new(@"^\W*(?:[bB]ijv|BIJV|[bB]ijvoorbeeld|BIJVOORBEELD|[vV]oorbeeld|VOORBEELD|[eE]xample|EXAMPLE|[fF]or example|[bB]eispiel|BEISPIEL|[zZ]um [bB]eispiel|[eE]xemple|EXEMPLE|[pP]ar exemple)\b[.:,)\]\-]*\s+\S"
        + @"|^\W*(?:bv[.:]|b\.v\.:?|vb[.:]|bsp[.:]|z\. ?B\.:?|e\. ?g\.:?|p\. ?ex\.:?|ex[.:]) ?\p{Lu}|\p{L}.*[(\[]\s*(?:[vV]oorbeeld|[eE]xample|[bB]eispiel|[eE]xemple)\s*[)\]]\s*\z");

    private static readonly Regex ExampleAlone = new(@"^\W*(?:voorbeeld|example|beispiel|exemple|bijv|bijvoorbeeld)\b\W*\z", RegexOptions.IgnoreCase);
}
