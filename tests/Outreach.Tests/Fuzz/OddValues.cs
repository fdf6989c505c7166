using System.Globalization;
using System.Text;

namespace Outreach.Tests.Fuzz;

/// <summary>Values that programs trip over, drawn by a seed.</summary>
internal sealed class OddValues(Random random, IReadOnlyList<string> known)
{
    private static readonly string[] Odd =
    [
        "", " ", "0", "-1", "9223372036854775808", "1e999", "NaN", "null", "true", "\0", "\r\nX-Made: up", "\t", "%00", "%2e%2e%2f", "../../etc/passwd", "..\\..\\", "'", "\"", "<script>", "{}", "[]",
        "\ud800", "\udfff", "e\u0301\u0301\u0301", "\u202eabc", "\ufeff", "🎈", "ﷺ", "İ", "ß", "٣", "a b", "a+b", "a/b", "a?b", "a#b", "a|b", "a~b", "~/x", "//x.example", "/\\x.example", "http://x.example/",
        "P1D", "2027-03-11T14:00:00+01:00", "2027-03-11", "9999-12-31T23:59:59.9999999Z", "0001-01-01T00:00:00Z", "nl", "xx", "tr-TR", "yes", "no", "ja", "stop", "06 12345678", "+31612345678", "+99999999999999",
        "a@b.example", "a@", "@b", "\"a b\"@c.example", "a@b.example, c@d.example", "1234 AB", "residents", "consent", "${jndi:x}", "{{x}}", "{name}", "%n%s", "=1+1", "-0", "0x10", "1,5", "00000000-0000-0000-0000-000000000000",
    ];

    public bool Chance(double of) => random.NextDouble() < of;

    public int Below(int most) => random.Next(most);

    public T OneOf<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    public string Text() => random.Next(12) switch
    {
        < 5 => OneOf(Odd),
        < 8 => OneOf(known),
        8 => new string(OneOf("a0 é\0<\u202e".ToCharArray()), random.Next(1, 70_000)),
        9 => string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)random.Next(1, 0xffff))),
        10 => OneOf(known) + OneOf(Odd),
        _ => random.Next().ToString(CultureInfo.InvariantCulture),
    };

    public string Short() => Text() is { Length: > 300 } text ? text[..300] : Text() is var other && other.Length > 300 ? other[..300] : other;

    public byte[] Bytes()
    {
        var bytes = new byte[random.Next(0, 2000)];
        random.NextBytes(bytes);
        return Chance(0.5) ? bytes : Encoding.UTF8.GetBytes(Text());
    }
}
