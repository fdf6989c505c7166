using System.Globalization;
using Outreach.Contacts;
using Outreach.Lists.Files;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>What an organiser is told about a list, in Dutch or English.</summary>
internal sealed partial class Wording(string language)
{
    private const int MaxName = 40;

    private readonly bool _dutch = !language.StartsWith("en", StringComparison.OrdinalIgnoreCase);

    public string PhoneInvalid => Say(
        "Dit is geen telefoonnummer dat we kunnen gebruiken. Zet één nummer in de cel, zoals 0612345678 of +31612345678.",
        "This is not a phone number we can use. Put one number in the cell, such as 0612345678 or +31612345678.");

    public string PhoneCountryMissing => Say(
        "We weten niet uit welk land dit nummer komt. Schrijf het met + en de landcode ervoor, zoals +31 voor Nederland of +48 voor Polen.",
        "We do not know which country this number is in. Write it with + and the country code, such as +31 for the Netherlands or +48 for Poland.");

    public string EmailInvalid => Say(
        "Dit is geen e-mailadres. Zet één adres in de cel, zoals naam@voorbeeld.nl.",
        "This is not an e-mail address. Put one address in the cell, such as name@example.org.");

    public string LanguageUnknown => Say(
        "Deze taal kennen we niet. Deze persoon krijgt berichten in de taal van de groep.",
        "We do not know this language. This person gets messages in the language of the group.");

    public string TwoPostcodes => Say("Achter de straat staat een andere postcode dan in de kolom. Laat staan welke klopt.", "The postcode after the street differs from the one in the column. Keep the right one.");

    public string PostcodeInvalid => Say(
        "Deze postcode klopt niet. Een Nederlandse postcode is vier cijfers en twee letters, zoals 1234 AB.",
        "This postcode is not right. A Dutch postcode is four digits and two letters, such as 1234 AB.");

    public string HouseNumberInvalid => Say(
        "Dit huisnummer begrijpen we niet. Vul één huisnummer in, zoals 12, 12 a, 12-3 of 12 bis.",
        "We do not understand this house number. Enter one house number, such as 12, 12 a, 12-3 or 12 bis.");

    public string HouseNumberMissing => Say(
        "Bij deze straat vinden we geen huisnummer.",
        "There is no house number for this street.");

    public string HouseNumberDate => Say(
        "Excel heeft van dit huisnummer een datum gemaakt. Zet de kolom op tekst en vul het huisnummer opnieuw in, zoals 12-3.",
        "Excel turned this house number into a date. Set the column to text and enter the house number again, such as 12-3.");

    public string HouseNumberTurned => Say("De toevoeging stond voor het huisnummer.", "The addition came before the house number.");

    public string StreetTurned => Say("Zo hebben we straat en huisnummer gelezen. Klopt dat niet, zet ze dan in twee kolommen.", "This is how we read the street and house number. If it is wrong, put them in two columns.");

    public string DecimalTail => Say("De spreadsheet had van dit nummer een getal met een komma gemaakt.", "The spreadsheet had turned this into a decimal number.");

    public string Placeholder => Say("Dit telt als leeg.", "This counts as empty.");

    public string MoreInPhone => Say("Er staat meer in deze cel dan één nummer. Dit nummer is gebruikt; de rest niet.", "There is more than one number in this cell. This number is used; the rest is not.");

    public string MoreInEmail => Say("Er staat meer in deze cel dan één adres. Dit adres is gebruikt; de rest niet.", "There is more than one address in this cell. This address is used; the rest is not.");

    public string ConsentUnknown => Say(
        "Dit is geen duidelijk ja of nee. Deze persoon krijgt geen sms of e-mail. Vul ja of nee in.",
        "This is not a clear yes or no. This person gets no SMS or e-mail. Enter yes or no.");

    public string OptOutUnknown => Say(
        "Dit is geen duidelijk ja of nee. We lezen het als: wil dit niet. Vul ja of nee in.",
        "This is not a clear yes or no. We read it as: does not want this. Enter yes or no.");

    public string OptedOut => Say("wil niet", "opted out");

    public string NoInNote(Ways ways) => ways switch
    {
        Ways.All => Say(
            "Hier staat dat deze persoon niet wil worden benaderd. Deze persoon krijgt geen bericht, geen brief en geen telefoontje.",
            "This says that this person does not want to be contacted. This person gets no message, no letter and no call."),
        Ways.Email => Say("Hier staat dat deze persoon geen e-mail heeft of wil. Deze persoon krijgt geen e-mail.", "This says that this person has or wants no e-mail. This person gets no e-mail."),
        _ => Say(
            $"Hier staat dat deze persoon niet wil worden benaderd. Deze persoon krijgt geen sms of e-mail{(ways.HasFlag(Ways.Call) ? ", en geen telefoontje" : ways.HasFlag(Ways.Post) ? ", en geen brief" : "")}.",
            $"This says that this person does not want to be contacted. This person gets no SMS or e-mail{(ways.HasFlag(Ways.Call) ? ", and no call" : ways.HasFlag(Ways.Post) ? ", and no letter" : "")}."),
    };

    public string MayBeNo => Say(
        "Dit kan betekenen dat deze persoon geen berichten wil. Deze persoon krijgt geen sms of e-mail. Betekent het iets anders? Haal het dan uit deze cel.",
        "This may mean that this person wants no messages. This person gets no SMS or e-mail. Does it mean something else? Then take it out of this cell.");

    public string NoInUnknownColumn => Say(
        "Hier staat nee, en deze kolom begrijpen we niet. Deze persoon krijgt geen sms of e-mail.",
        "This says no, and we do not understand this column. This person gets no SMS or e-mail.");

    public string OneOrTwo(string? given, IEnumerable<string> known) => given is null
        ? Say(
            $"Deze rij hoort bij {Names(known)}. Eén persoon of twee? We hebben hen apart gehouden.",
            $"This row belongs to {Names(known)}. One person or two? We kept them apart.")
        : Say(
            $"{given} heeft hetzelfde nummer of adres als {Names(known)}. Eén persoon of twee? {given} krijgt geen eigen bericht.",
            $"{given} has the same number or address as {Names(known)}. One person or two? {given} gets no message of their own.");

    public string RowTooLong => Say(
        "In deze rij staan meer cellen dan er kolomnamen zijn. Kijk of de rij niet is verschoven.",
        "This row has more cells than there are column names. Check whether its cells have shifted.");

    public string Asked => Say(
        "Deze kolom kan zeggen dat iemand geen berichten wil, en we begrijpen hem niet. Zeg wat hij betekent; tot dan wordt er niets verstuurd.",
        "This column may say that somebody wants no messages, and we do not understand it. Say what it means; until then nothing is sent.");

    public string Unreachable => Say(
        "We kunnen deze persoon niet bereiken. Vul een mobiel nummer, een e-mailadres of een vast nummer in, of straat, huisnummer en postcode.",
        "We cannot reach this person. Fill in a mobile number, an e-mail address or a landline, or street, house number and postcode.");

    public string CellTooLong => Say(
        $"De tekst in deze cel is te lang: hoogstens {ListRules.MaxCellCharacters} tekens.",
        $"The text in this cell is too long: at most {ListRules.MaxCellCharacters} characters.");

    public string BrokenRow => Say(
        "In deze rij staat een aanhalingsteken (\") te veel of te weinig, waardoor rijen aan elkaar hangen. Herstel dat en voeg de lijst opnieuw toe.",
        "A quotation mark (\") is missing or extra in this row, so rows run together. Correct that and add the list again.");

    public string ReasonColumn => Say("Reden", "Reason");

    /// <summary>A column without a name, as a spreadsheet names it.</summary>
    public string ColumnAt(int index)
    {
        var letters = "";
        for (var left = index + 1; left > 0; left = (left - 1) / 26)
            letters = (char)('A' + ((left - 1) % 26)) + letters;
        return Say($"kolom {letters}", $"column {letters}");
    }

    public string PhoneCountry(CountryRules rules) => Say(
        $"Nummers uit dit land mogen hier niet worden gebruikt. Toegestaan: {Join(rules.Allowed)}.",
        $"Numbers in this country may not be used here. Allowed: {Join(rules.Allowed)}.");

    public string ColumnsMissing(IEnumerable<string> seen) => Say(
        $"We vinden geen kolom waarmee we mensen kunnen bereiken. In de eerste rij staat: {Join(seen)}. "
        + "Wij kennen: mobiel, telefoon, e-mail, of straat, huisnummer en postcode samen; en daarnaast naam, voornaam, tussenvoegsel, achternaam, toevoeging, plaats, taal, toestemming.",
        $"We find no column that lets us reach people. The first row says: {Join(seen)}. "
        + "We know: mobile, phone, email, or street, house number and postcode together; and also name, first name, last name, addition, city, language, consent.");

    public string ColumnsDouble(IEnumerable<string> doubles, IEnumerable<string> seen) => Say(
        $"Er zijn kolommen die hetzelfde betekenen: {Join(doubles)}. Laat er één staan, of geef de andere kolommen een andere naam. In de eerste rij staat: {Join(seen)}. "
        + "Wij gebruiken van elk één: naam (of voornaam, tussenvoegsel, achternaam), mobiel, telefoon, telefoon 2 of vast, e-mail, taal, straat, huisnummer, toevoeging, postcode, plaats, toestemming.",
        $"Some columns mean the same: {Join(doubles)}. Keep one, or rename the others. The first row says: {Join(seen)}. "
        + "We use one of each: name (or first name, last name), mobile, phone, phone 2 or landline, email, language, street, house number, addition, postcode, city, consent.");

    public string FileUnreadable(Unreadable why) => why switch
    {
        Unreadable.Empty => Say("Het bestand is leeg.", "The file is empty."),
        Unreadable.HeaderOnly => Say("Er staat alleen een rij met kolomnamen in het bestand, en geen mensen.", "The file has only a row of column names, and no people."),
        Unreadable.TooLarge => Say("Het bestand is groter dan 50 MB. Verdeel de lijst over meerdere bestanden.", "The file is larger than 50 MB. Split the list into several files."),
        Unreadable.TooManyRows => Say(
            "De lijst heeft meer dan 1.000.000 rijen. De rijen vanaf hier zijn niet gelezen; zet ze in een tweede bestand.",
            "The list has more than 1,000,000 rows. The rows from here on were not read; put them in a second file."),
        Unreadable.Encrypted => Say("Het bestand is met een wachtwoord beveiligd. Bewaar het zonder wachtwoord.", "The file is protected by a password. Save it without one."),
        Unreadable.NotAList => Say("Dit is geen lijst die we kunnen lezen. Bewaar de lijst in Excel als .xlsx of als .csv.", "This is not a list we can read. Save the list in Excel as .xlsx or as .csv."),
        Unreadable.OpenDocument => Say(
            "Dit is een OpenDocument-bestand (.ods). Bewaar de lijst als Excel-werkmap (.xlsx): Bestand, Opslaan als, Excel 2007-365.",
            "This is an OpenDocument file (.ods). Save the list as an Excel workbook (.xlsx): File, Save as, Excel 2007-365."),
        Unreadable.OpenQuote => Say(
            "Vanaf hier staat een aanhalingsteken (\") dat niet wordt gesloten. De rijen vanaf hier zijn niet gelezen.",
            "From here on a quotation mark (\") is never closed. The rows from here on were not read."),
        _ => Say("Het bestand is beschadigd of niet helemaal overgekomen. Open het in Excel en bewaar het opnieuw.", "The file is damaged or did not arrive completely. Open it in Excel and save it again."),
    };

    public string Ignored(IgnoreReason reason) => reason switch
    {
        IgnoreReason.Sensitive => Say(
            "Deze kolom gaat over gezondheid, zorg, herkomst, geloof of iets anders dat niemand hoort te bewaren. Hij is niet gelezen. Haal hem uit de lijst.",
            "This column is about health, care, origin, belief or something else that nobody should keep. It was not read. Take it out of the list."),
        IgnoreReason.IdentityNumber => Say(
            "Een burgerservicenummer of paspoortnummer mag hier niet worden gebruikt. De kolom is niet gelezen. Haal hem uit de lijst.",
            "A citizen service number or passport number may not be used here. The column was not read. Take it out of the list."),
        IgnoreReason.BirthDate => Say("Geboortedatums hebben we niet nodig. De kolom is niet gelezen.", "We do not need dates of birth. The column was not read."),
        IgnoreReason.Notes => Say("Aantekeningen over mensen worden niet bewaard.", "Notes about people are not stored."),
        IgnoreReason.LooksLikeIdentityNumber => Say(
            "Deze kolom kennen we niet, en er lijken burgerservicenummers in te staan. Er is niets van bewaard. Haal hem uit de lijst.",
            "We do not know this column, and it seems to hold citizen service numbers. Nothing of it was kept. Take it out of the list."),
        IgnoreReason.EarlierReason => Say("De reden van een vorige keer wordt niet gelezen.", "The reason from an earlier time is not read."),
        IgnoreReason.Hidden => Say(
            "Deze kolom is verborgen en is daarom niet gelezen. Maak hem zichtbaar als hij mee moet doen.",
            "This column is hidden, so it was not read. Show it if it should be used."),
        IgnoreReason.OtherSheet => Say("Alleen het eerste tabblad met een lijst wordt gelezen; dit tabblad niet.", "Only the first sheet with a list is read; this sheet was not."),
        _ => Say("Deze kolom kennen we niet; hij wordt niet gebruikt.", "We do not know this column; it is not used."),
    };

    public string MoreIgnored(int count) => Say($"En nog {count} kolommen.", $"And {count} more columns.");

    /// <summary>As much of a column's name as tells it from others.</summary>
    public static string Short(string name) => name.Length > MaxName ? string.Create(CultureInfo.InvariantCulture, $"{name.AsSpan(0, MaxName)}…") : name;

    private string Names(IEnumerable<string> names) => string.Join(Say(" en ", " and "), names.Select(Short));

    private string Say(string dutch, string english) => _dutch ? dutch : english;

    private static string Join(IEnumerable<string> words)
    {
        var shown = words.Select(Short).Take(31).ToList();
        return string.Join(", ", shown.Take(30)) + (shown.Count > 30 ? ", …" : "");
    }
}
