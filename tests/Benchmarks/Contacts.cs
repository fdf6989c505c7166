using System.Globalization;
using System.Text;

namespace Benchmarks;

/// <summary>How a made-up person can be reached, for benchmarks that want one channel only.</summary>
public enum Reach
{
    Both,
    Sms,
    Email,
}

/// <summary>
/// A made-up invite list, the same for the same number of rows. A fifth of it is dirty, 4 % each: neither number nor e-mail address usable; a number
/// oddly written; an earlier person again in another spelling; no last name; stray blanks and capitals.
/// </summary>
public static class Contacts
{
    private const int Seed = 20240101;
    private const int MaxRemembered = 20_000;

    private static readonly string[] FirstNames = "Ada Ben Cleo Dirk Eva Finn Gerda Hugo Ida Jan Käthe Lars Mia Nico Olga Paul Qiu Rosa Sven Tea Udo Vera Wim Xenia Yara Zoë".Split();
    private static readonly string[] LastNames = "Müller Smit Jansen Novak Rossi Dubois Garcia Nielsen Kowalski Popescu Öztürk Nguyen O'Neil Łuczak Svensson Bakker".Split();
    private static readonly string[] Streets = ["Hauptstraße", "Rue de la Paix", "Kerkstraat", "Main Street", "Via Roma", "Lindenallee", "Calle Mayor", "Storgatan"];
    private static readonly string[] Languages = ["de", "en", "fr", "nl", "tr"];
    private static readonly string[] BadNumbers = ["12", "n/a", "+31 6 12", "abc", ""];
    private static readonly string[] BadAddresses = ["foo@", "@bar", "x y@z", "none", ""];

    public static void Write(string path, int rows)
    {
        var random = new Random(Seed);
        var earlier = new List<Person>();
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\r\n" };
        file.WriteLine("first_name,last_name,phone,email,language,street,house_no,postcode");
        for (var n = 0; n < rows; n++)
        {
            var person = Next(n, random);
            var kind = random.NextDouble();
            person = Soil(person, kind, earlier, random);
            if (kind >= 0.20 && earlier.Count < MaxRemembered)
                earlier.Add(person);
            file.WriteLine(person.Line);
        }
    }

    /// <summary>Clean rows only, reached in one way.</summary>
    public static void WriteClean(string path, int rows, Reach reach)
    {
        var random = new Random(Seed);
        using var file = new StreamWriter(path);
        file.WriteLine("first_name,last_name,phone,email,language,street,house_no,postcode");
        for (var n = 0; n < rows; n++)
        {
            var person = Next(n, random);
            file.WriteLine((person with { Phone = reach is Reach.Email ? "" : person.Phone, Email = reach is Reach.Sms ? "" : person.Email }).Line);
        }
    }

    private static Person Next(int n, Random random) => new(
        n,
        Pick(FirstNames, random),
        Pick(LastNames, random),
        $"+316{10_000_000 + n:d8}",
        $"p{n}@example.org",
        Pick(Languages, random),
        Pick(Streets, random),
        random.Next(1, 241).ToString(CultureInfo.InvariantCulture),
        $"{random.Next(1000, 10_000)} {(char)('A' + random.Next(26))}{(char)('A' + random.Next(26))}");

    private static Person Soil(Person person, double kind, List<Person> earlier, Random random) => kind switch
    {
        < 0.04 => person with { Phone = Pick(BadNumbers, random), Email = Pick(BadAddresses, random) },
        < 0.08 => person with { Phone = OddNumber(person.N, random) },
        < 0.12 when earlier.Count > 0 => Again(earlier[random.Next(earlier.Count)], random),
        < 0.16 => person with { Last = "" },
        < 0.20 => person with { First = $"  {person.First.ToUpperInvariant()} ", Email = $" {person.Email.ToUpperInvariant()} " },
        _ => person,
    };

    private static Person Again(Person person, Random random) =>
        person with { Phone = OddNumber(person.N, random), Email = person.Email.ToUpperInvariant() };

    private static string OddNumber(int n, Random random)
    {
        var digits = $"{10_000_000 + n:d8}";
        return random.Next(5) switch
        {
            0 => $"06-{digits}",
            1 => $"06 {digits[..2]} {digits[2..5]} {digits[5..]}",
            2 => $"0031 6 {digits}",
            3 => $"+31 (0)6 {digits}",
            _ => $"06.{digits[..4]}.{digits[4..]}",
        };
    }

    private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];

    private sealed record Person(int N, string First, string Last, string Phone, string Email, string Language, string Street, string House, string Postcode)
    {
        public string Line => string.Join(',', First, Last, Phone, Email, Language, Street, House, Postcode);
    }
}
