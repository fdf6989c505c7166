using System.Text;
using System.Text.Json;
using Outreach.Languages;
using Outreach.Tests.Operating;
using Outreach.Tests.Support;

namespace Outreach.Tests.Lists;

/// <summary>What check says is what an upload into an empty group does.</summary>
public sealed class CheckVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>More than a row of a table can hold.</summary>
    private static string ManyColumns => string.Join(';', Enumerable.Range(0, 1500).Select(i => $"kolom {i} {new string('k', 60)}"));

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, byte[]> Files => new()
    {
        { "leeg.csv", " "u8.ToArray() },
        { "breed.csv", Encoding.UTF8.GetBytes($"naam;mobiel;Diagnose;{ManyColumns};{new string('x', 100_000)}\nAda;0612345678\n") },
        { "vreemd.csv", Encoding.UTF8.GetBytes($"{ManyColumns}\nAda;0612345678\n") },
        { "windows.csv", ListText.Windows1252("Naam;Mobiel;Geloof\r\nZoë;0612345678;x\r\nJoël;0612345679;\r\nRené;06;\r\n") },
        { "boek.xlsx", ListText.Xlsx([["Naam", "Mobiel", "E-mail"], ["A", "<v>612345678</v>", ""], ["B", "0:612345679", "b@voorbeeld.nl"], ["C", "", "b@voorbeeld.nl"]]) },
        {
            "dubbel.csv", Encoding.UTF8.GetBytes("""
            naam;mobiel;telefoon;e-mail
            Ada;0612345678;;ada@voorbeeld.nl
            Ada S;+31 6 12345678;;
            Ben;0612345679;;ADA@voorbeeld.nl
            Cem;0612345679;;
            Dia;0612345670;0201234567;
            Elif;0612345671;0201234567;
            Fien;;0201234567;
            Gijs;;020-1234567;
            """)
        },
        {
            "huishoudens.csv", Encoding.UTF8.GetBytes("""
            naam;straat;huisnummer;postcode
            Cem;Kerkstraat;12;1234ab
            Dia;Kerkstraat;12;1234 AB
            cem;Kerkstr.;12;1234 AB
            Cem;Kerkstraat;12 b;1234 AB
            ;Kerkstraat;14;1234 AB
            ;Kerkstraat;14;1234 AB
            Jan de Wit;Kerkstraat;16;1234 AB
            Jandewit;Kerkstraat;16;1234 AB
            """)
        },
        {
            "vuil.csv", Encoding.UTF8.GetBytes("""
            naam;mobiel;e-mail;taal;postcode
            A;06;;;
            B;0612345678;geen adres;;
            C;+1 212 555 0142;;;
            D;0612345679;;Klingon;
            ;;;;

            E;;;;9999
            """)
        },
        { "geweigerd.csv", "kleur\nrood\n"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_check_counts_as_an_upload_does(string name, byte[] content)
    {
        var file = Path.Combine(folder.Path, name);
        await File.WriteAllBytesAsync(file, content);
        await using var program = await ServedProgram.StartAsync();
        var upload = await program.UploadAsync(await program.CreateMeetingAsync(), content, $"filename={name}&basis=consent&basisNote=x");
        await program.AdvanceAsync(TimeSpan.Zero);
        var uploaded = await program.Http.GetFromJsonAsync<JsonElement>($"/api/lists/{(await upload.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()}");

        var (code, output, _) = await DemoFolder.RunAsync("check", file, "--json");

        var checkedList = JsonSerializer.Deserialize<JsonElement>(output);
        foreach (var property in uploaded.EnumerateObject().Where(p => p.Name is not ("id" or "meeting" or "rejectedFile")))
            Assert.Equal($"{property.Name} {Compact(property.Value)}", $"{property.Name} {Compact(checkedList.GetProperty(property.Name))}");
        Assert.Equal(uploaded.GetProperty("state").GetString() == "ready" ? 0 : 1, code);
    }

    [Fact]
    public async Task For_a_person_it_is_a_table()
    {
        var file = Path.Combine(folder.Path, "lijst.csv");
        await File.WriteAllTextAsync(file, "naam;mobiel;BSN\nA;0612345678;1\nB;06-12;2\n");

        var (code, output, _) = await DemoFolder.RunAsync("check", file);

        Assert.Equal(0, code);
        Assert.Contains("2 rows = 1 accepted + 0 merged + 0 suppressed + 1 rejected", output, StringComparison.Ordinal);
        Assert.Contains("Column BSN is not read", output, StringComparison.Ordinal);
        Assert.Contains("06-12", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_said_to_be_missing()
    {
        var (code, _, error) = await DemoFolder.RunAsync("check", Path.Combine(folder.Path, "nope.csv"));
        Assert.Equal(1, code);
        Assert.StartsWith("There is no file", error, StringComparison.Ordinal);
    }

    private static string Compact(JsonElement value) => JsonSerializer.Serialize(value);
}
