using System.Text;
using System.Text.Json;
using Outreach.Functions.Adapters.Sqlite;
using Outreach.Ids;
using Outreach.Operating;
using Outreach.Tests.Support;

namespace Outreach.Tests.Lists;

/// <summary>A value in a column that must not be stored is in no file of the data folder and in no export: not in the database, its log, the uploads, the outbox.</summary>
public sealed class PlantedValueTests : IAsyncLifetime
{
    private const string Planted = "Kwikzilverkoorts";
    private static readonly string[][] Rows =
    [
        ["Naam", "Mobiel", "Diagnose", "BSN", "Geboortedatum", "Geloof", "Opmerking"],
        ["Quirina Zandloper", "0612345671", Planted, Planted, Planted, Planted, Planted],
        ["Zonder Nummer", "06", Planted, Planted, Planted, Planted, Planted],
        ["Bo", "0612345672", $"=\"{Planted}\"", $" {Planted}\n2", Planted, $"\u200b{Planted}", Planted],
    ];

    private ServedProgram program = null!;

    public async ValueTask InitializeAsync() => program = await ServedProgram.StartAsync();

    public ValueTask DisposeAsync() => program.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_of_it_is_left_once_the_list_is_read(bool workbook)
    {
        var meeting = await program.CreateMeetingAsync();
        var file = workbook ? ListText.Xlsx(Rows) : Encoding.UTF8.GetBytes(string.Join('\n', Rows.Select(row => string.Join(';', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")))));
        using var answer = await program.UploadAsync(meeting, file, $"filename=lijst.{(workbook ? "xlsx" : "csv")}&basis=consent&basisNote=buurtfeest");
        var list = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        await program.AdvanceAsync(TimeSpan.Zero);
        await program.Http.PostAsync($"/api/meetings/{meeting}/send", null);
        await program.AdvanceAsync(TimeSpan.FromHours(1));
        await program.SayAsync("+31612345671", "ja, met 2");
        program.Services.GetRequiredService<SqliteStore>().FoldLog();

        var read = await program.Http.GetFromJsonAsync<JsonElement>($"/api/lists/{list}");
        Assert.Equal((3, 2, 1), (read.GetProperty("rows").GetInt32(), read.GetProperty("accepted").GetInt32(), read.GetProperty("rejected").GetInt32()));
        Assert.NotEmpty(RawFiles.With(program.DataFolder, "Quirina"));
        Assert.Equal("", string.Join(", ", RawFiles.With(program.DataFolder, Planted)));
        var export = await ExportAsync();
        Assert.Contains("Quirina", export, StringComparison.Ordinal);
        Assert.Contains("Zonder Nummer", export, StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, export, StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, await program.Http.GetStringAsync($"/api/lists/{list}/rejected"), StringComparison.Ordinal);
    }

    /// <summary>With its files as they are, not packed.</summary>
    private async Task<string> ExportAsync()
    {
        using var output = new MemoryStream();
        await program.Services.GetRequiredService<ExportGroup>().HandleAsync(GroupId.Default, output, default);
        var text = new StringBuilder();
        foreach (var line in Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            text.AppendLine(json.RootElement.TryGetProperty("piece", out var piece) ? Encoding.UTF8.GetString(piece.GetBytesFromBase64()) : line);
        }

        return text.ToString();
    }
}
