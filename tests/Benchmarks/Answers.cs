using System.Globalization;
using Outreach.Replies.Answers;

namespace Benchmarks;

/// <summary>Readings of residents' answers a second, on one thread. <c>answers [n]</c></summary>
internal static class Answers
{
    private static readonly (string Text, string Language)[] Texts =
    [
        ("ja", "nl"), ("Ja graag, wij komen met 3 personen!", "nl"), ("nee dank je, ik kan die avond niet", "nl"), ("stop", "en"),
        ("evet geliyorum", "tr"), ("Is er ook parkeerplaats bij het buurthuis?", "nl"), ("نعم", "ar"), ("misschien, ik weet het nog niet", "nl"),
        ("yes please, two of us", "en"), ("graag eerst bellen over mijn moeder, zij is slecht ter been en vraagt of er een lift is", "nl"),
    ];

    public static string Run(string[] args)
    {
        var n = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
        var load = new Meter();
        var reader = new ReplyReader();
        var loaded = load.Read().Wall;
        for (var i = 0; i < n / 4; i++)
            Read(reader, i);
        var meter = new Meter();
        for (var i = 0; i < n; i++)
            Read(reader, i);
        var (wall, cpu) = meter.Read();
        return string.Create(CultureInfo.InvariantCulture, $"{n / wall.TotalSeconds:n0} readings/s, {cpu.TotalMicroseconds / n:f0} µs CPU each; word lists loaded in {loaded.TotalMilliseconds:f0} ms");
    }

    private static void Read(ReplyReader reader, int i)
    {
        var (text, language) = Texts[i % Texts.Length];
        _ = reader.Read(text, language);
    }
}
