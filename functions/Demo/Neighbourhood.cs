using System.Globalization;
using System.Text;

namespace Outreach.Functions.Demo;

/// <summary>An invented district of an invented town: Wilgenhoek. Nobody in it exists.</summary>
internal sealed class Neighbourhood
{
    public const string Area = "Wilgenhoek";
    private const int Households = 300;

    private static readonly (string Street, string Postcode)[] Streets =
    [
        ("Biezenveld", "9871 AB"), ("Kattenstaartpad", "9871 AC"), ("Lisdoddestraat", "9871 AD"), ("Waterlelieplein", "9871 AE"),
        ("Rietvinklaan", "9871 BA"), ("Karekietstraat", "9871 BC"), ("Zegge", "9871 BD"), ("Dotterbloemhof", "9871 BE"),
    ];

    // A language as often as it is drawn, with first and last names that are heard with it.
    private static readonly (string Language, int Weight, string[] First, string[] Last)[] Origins =
    [
        ("nl", 40, ["Truus", "Henk", "Marieke", "Joost", "Anneke", "Bram", "Sanne", "Gerrit", "Lotte", "Wim"], ["Veldhof", "Oosterwal", "Brinkdam", "Terhoeve", "Lindekamp", "Waterman"]),
        ("tr", 11, ["Ayşe", "Mehmet", "Elif", "Mustafa", "Zeynep", "Kemal"], ["Yıldırım", "Demirkol", "Akçay", "Karataş"]),
        ("ar", 11, ["Fatima", "Youssef", "Samira", "Khalid", "Nour", "Omar"], ["Benhadi", "El Amrani", "Haddadi", "Saleh"]),
        ("pl", 9, ["Piotr", "Agnieszka", "Marek", "Zofia", "Tomasz"], ["Wiśnicki", "Zielonka", "Nowicki"]),
        ("uk", 7, ["Oksana", "Taras", "Iryna", "Bohdan"], ["Kovalchuk", "Bondar", "Lysenko"]),
        ("ti", 5, ["Selam", "Yonas", "Mebrahtu", "Rahwa"], ["Tesfay", "Haile", "Berhane"]),
        ("en", 6, ["Grace", "Kwame", "Priya", "Daniel"], ["Mensah", "Okoro", "Nair"]),
        ("so", 5, ["Hodan", "Abdi", "Ifrah", "Liban"], ["Warsame", "Jama", "Farah"]),
        ("fa", 3, ["Shirin", "Dariush", "Parisa"], ["Rostami", "Karimi"]),
        ("fr", 3, ["Amadou", "Claire", "Aminata"], ["Diallo", "Lambert"]),
    ];

    private readonly Dictionary<string, Resident> _known = new(StringComparer.OrdinalIgnoreCase);

    public Neighbourhood(int seed)
    {
        var chance = new Random(seed);
        Residents = [.. Enumerable.Range(0, Households).Select(_ => Draw(chance, null))];
    }

    /// <summary>Those on the first list.</summary>
    public IReadOnlyList<Resident> Residents { get; }

    /// <summary>Null for somebody whom only the store knows.</summary>
    public Resident? Find(string? key) => key is null ? null : _known.GetValueOrDefault(key);

    /// <summary>Somebody who is on no list, in reach of a phone or by e-mail; often of the same origin as whoever knows them.</summary>
    public Resident DrawNeighbour(Random chance, string language)
    {
        while (true)
        {
            if (Draw(chance, chance.Next(10) < 6 ? language : null) is { } neighbour && (neighbour.Phone ?? neighbour.Email) is not null)
                return neighbour;
        }
    }

    /// <summary>As it lies on a volunteer's laptop: dirty rows, a note on people, and somebody who is in it twice.</summary>
    public byte[] ListFile()
    {
        var csv = new StringBuilder("Naam;Mobiel;E-mail;Taal;Straat;Huisnummer;Postcode;Opmerkingen\r\n");
        foreach (var r in Residents)
            csv.Append(CultureInfo.InvariantCulture, $"{r.Name};{Typed(r.Phone)};{r.Email};{r.Language};{r.Street};{r.HouseNumber};{r.Postcode};\r\n");
        var twice = Residents.First(r => r.Phone is not null);
        csv.Append(CultureInfo.InvariantCulture, $"{twice.Name.ToUpperInvariant()};{twice.Phone};;;;;;zie boven\r\n");
        csv.Append("Jan de Wit;06-1234;;nl;;;;\r\n");
        csv.Append("Mw. Terhoeve;;truus apenstaartje;nl;;;;\r\n");
        csv.Append("Onbekend;;;;;;;woont boven de bakker\r\n");
        csv.Append("Bram Lindekamp;;;Klingon;Zegge;999;9871 BD;\r\n");
        csv.Append("Elif Demirkol;+1 212 555 0142;;tr;;;;\r\n");
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    // Excel has eaten the zero of some.
    private static string? Typed(string? phone) => phone is null ? null : phone[^1] is '7' ? phone[3..] : "0" + phone[3..];

    private Resident Draw(Random chance, string? language)
    {
        while (true)
        {
            var origin = Origin(chance, language);
            var name = $"{origin.First[chance.Next(origin.First.Length)]} {origin.Last[chance.Next(origin.Last.Length)]}";
            var (street, postcode) = Streets[chance.Next(Streets.Length)];
            var reach = chance.Next(100);
            var phone = reach is < 66 ? "+316" + (10000000 + chance.Next(30000000)).ToString(CultureInfo.InvariantCulture) : null;
            var email = reach is >= 60 and < 88 ? $"{Plain(name)}{chance.Next(10, 100)}@voorbeeld.nl" : null;
            var house = chance.Next(1, 160).ToString(CultureInfo.InvariantCulture);
            var resident = new Resident(name, origin.Language, phone, email, street, house, postcode);
            if (_known.ContainsKey(resident.Key) || (email is not null && _known.ContainsKey(email)))
                continue;
            _known[resident.Key] = resident;
            if (email is not null)
                _known[email] = resident;
            return resident;
        }
    }

    private static (string Language, int Weight, string[] First, string[] Last) Origin(Random chance, string? language)
    {
        if (language is not null)
            return Origins.First(o => o.Language == language);
        var roll = chance.Next(Origins.Sum(o => o.Weight));
        return Origins.First(o => (roll -= o.Weight) < 0);
    }

    private static string Plain(string name) =>
        string.Concat(name.ToLowerInvariant().Replace('ı', 'i').Normalize(NormalizationForm.FormD).Replace(' ', '.').Where(c => c is '.' || char.IsAsciiLetterLower(c)));
}
