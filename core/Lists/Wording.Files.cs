namespace Outreach.Lists;

/// <summary>What an organiser is told about the file itself.</summary>
internal sealed partial class Wording
{
    public string OnlyTheNo => Say(
        "Deze kolom gaat over iets dat niemand hoort te bewaren. We lezen er alleen in of iemand geen contact wil. Haal hem daarna uit de lijst.",
        "This column is about something that nobody should keep. We only use it to see whether somebody wants no contact. Take it out of the list afterwards.");

    public string CellError => Say(
        "In deze cel staat een formule of een fout zonder waarde. Open de lijst in Excel, herstel de cel en bewaar de lijst opnieuw.",
        "This cell holds a formula or an error without a value. Open the list in Excel, correct the cell and save the list again.");

    public string EncodingGuessed => Say(
        "Dit bestand zegt niet hoe letters als é, ł en ş erin zijn opgeslagen; we hebben het geraden. Staat deze tekst er niet goed, bewaar de lijst dan als .xlsx en voeg hem opnieuw toe voordat u uitnodigt.",
        "This file does not say how letters such as é, ł and ş are stored in it; we guessed. If this text is not right, save the list as .xlsx and add it again before you invite.");

    public string TextGarbled => Say(
        "De tekens in deze cel zijn beschadigd. Verbeter ze hier, of bewaar de lijst opnieuw als .xlsx uit het programma waar hij vandaan komt.",
        "The characters in this cell are damaged. Correct them here, or save the list again as .xlsx from the program it comes from.");

    public string SheetOfNo(string sheet) => Say(
        $"Op het tabblad \"{Short(sheet)}\" lijken mensen te staan die geen berichten willen. Haal hen ook uit de lijst met uitnodigingen, en haal dit tabblad uit het bestand. "
        + "Willen zij wel berichten? Geef het tabblad dan een andere naam. Voeg de lijst daarna opnieuw toe.",
        $"The sheet \"{Short(sheet)}\" seems to list people who want no messages. Take them out of the list of invitations too, and take this sheet out of the file. "
        + "Do they want messages after all? Then give the sheet another name. Add the list again after that.");

    public string NoOnSheet(string sheet, int row) => Say(
        $"Op het tabblad \"{Short(sheet)}\" (rij {row}) staat dat deze persoon geen berichten wil. Dat tabblad lezen we niet. "
        + "Zet dit ook in de lijst met uitnodigingen, of haal deze persoon eruit. Haal het tabblad daarna uit het bestand en voeg de lijst opnieuw toe.",
        $"The sheet \"{Short(sheet)}\" (row {row}) says that this person wants no messages. We do not read that sheet. "
        + "Say so in the list of invitations too, or take this person out of it. Then take the sheet out of the file and add the list again.");

    public string FileOfNo(string fileName) => Say(
        $"In het bestand \"{Short(fileName)}\" lijken mensen te staan die geen berichten willen. Haal hen uit de lijst met uitnodigingen. "
        + "Willen zij wel berichten? Geef het bestand dan een andere naam. Voeg de lijst daarna opnieuw toe.",
        $"The file \"{Short(fileName)}\" seems to list people who want no messages. Take them out of the list of invitations. "
        + "Do they want messages after all? Then give the file another name. Add the list again after that.");

    public string TitleOfNo(string title) => Say(
        $"Onder \"{Short(title)}\" lijken mensen te staan die geen berichten willen. Haal hen uit deze lijst. Willen zij wel berichten? Haal dan deze rij weg. Voeg de lijst daarna opnieuw toe.",
        $"Below \"{Short(title)}\" there seem to be people who want no messages. Take them out of this list. Do they want messages after all? Then remove this row. Add the list again after that.");

    public string NoOutsideRows(string text) => Say(
        $"Bij \"{Short(text)}\" staat, in de cel of in een opmerking erbij, dat mensen niet willen worden benaderd. Over wie het gaat kunnen we niet zien. Zet bij die mensen ‘niet benaderen’ in hun eigen rij, haal deze tekst weg en voeg de lijst opnieuw toe.",
        $"At \"{Short(text)}\" it says, in the cell or in a comment on it, that people do not want to be contacted. We cannot see who they are. Write “do not contact” in the rows of those people, take this text out and add the list again.");

    public string SecondHeader => Say(
        "In deze rij staan andere kolomnamen dan bovenaan. Zet de mensen die eronder staan in een eigen lijst, en voeg de lijst opnieuw toe.",
        "This row has other column names than those at the top. Put the people below it in a list of their own, and add the list again.");

    public string AllInOneColumn => Say(
        "Alles staat in één kolom. Kies in Excel Gegevens, Tekst naar kolommen, en bewaar de lijst opnieuw.",
        "Everything is in one column. In Excel choose Data, Text to columns, and save the list again.");

    public string NoHouseNumberColumn => Say(
        "Er zijn kolommen voor straat en postcode, maar er is geen kolom voor het huisnummer. Noem die kolom \"huisnummer\".",
        "There are columns for street and postcode, but there is no column for the house number. Call that column \"house number\".");

    public string RowsSkipped(string rows, int header) => Say(
        $"De kolomnamen staan in rij {header}. Wat erboven staat (rij {rows}) is niet gelezen.",
        $"The column names are in row {header}. What is above them (row {rows}) was not read.");

    public string RowsHidden(int count, string rows) => Say(
        count == 1 ? $"1 verborgen rij is niet gelezen: rij {rows}. Maak hem zichtbaar als hij mee moet doen." : $"{count} verborgen rijen zijn niet gelezen: rij {rows}. Maak ze zichtbaar als ze mee moeten doen.",
        count == 1 ? $"1 hidden row was not read: row {rows}. Show it if it should be used." : $"{count} hidden rows were not read: row {rows}. Show them if they should be used.");

    public string ColumnsMissingOn(string message, IReadOnlyList<string> otherSheets) => otherSheets.Count == 0 ? message : message + Say(
        $" Er zijn ook andere tabbladen ({Join(otherSheets)}); ook daar staat geen lijst die we herkennen.",
        $" There are other sheets too ({Join(otherSheets)}); no list that we recognise is there either.");
}
