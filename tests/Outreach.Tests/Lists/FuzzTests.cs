using System.Net;
using System.Text;
using System.Text.Json;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.Tests.Support;
using Xunit.Sdk;

namespace Outreach.Tests.Lists;

/// <summary>Whatever a file holds, reading it ends, with rows or with a reason. The seed of a file that breaks this is in the message.</summary>
public sealed class FuzzTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public Task Broken_lists_are_read_or_refused() => ReadAsync(1, 150);

    // Run by name, with -explicit only.
    [Fact(Explicit = true)]
    public Task Two_thousand_broken_lists_are_read_or_refused() => ReadAsync(10_000, 2_000);

    [Fact]
    public Task No_broken_list_stays_reading() => UploadAsync(1, 25);

    [Fact(Explicit = true)]
    public Task Of_two_thousand_broken_lists_none_stays_reading() => UploadAsync(10_000, 2_000);

    private static async Task UploadAsync(int from, int count)
    {
        var originals = Originals();
        await using var program = await ServedProgram.StartAsync();
        var meeting = await program.CreateMeetingAsync();
        for (var seed = from; seed < from + count; seed++)
        {
            var upload = await program.UploadAsync(meeting, MutatedLists.Of(seed, originals), "filename=lijst.csv&basis=consent&basisNote=x");
            if (upload.StatusCode is HttpStatusCode.UnprocessableEntity)
                continue;
            Assert.Equal(HttpStatusCode.Accepted, upload.StatusCode);
            await program.AdvanceAsync(TimeSpan.Zero);
            var list = await program.Http.GetFromJsonAsync<JsonElement>($"/api/lists/{(await upload.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()}");
            Assert.True(list.GetProperty("state").GetString() is "ready" or "failed", $"List {seed} stays {list}");
        }
    }

    private static async Task ReadAsync(int from, int count)
    {
        var originals = Originals();
        for (var seed = from; seed < from + count; seed++)
        {
            var content = MutatedLists.Of(seed, originals);
            var reading = Task.Run(() => Read(content, TestContext.Current.CancellationToken));
            if (await Task.WhenAny(reading, Task.Delay(Patience, TestContext.Current.CancellationToken)) != reading)
                throw new XunitException($"List {seed} is still being read after {Patience}.");
            if (reading.Exception is { } exception)
                throw new XunitException($"List {seed} was not read to its end: {exception.InnerException}");
        }
    }

    private static void Read(byte[] content, CancellationToken ct)
    {
        using var rejected = new MemoryStream();
        var report = ListCheck.Run(new MemoryStream(content), "lijst.csv", ListRules.Dutch, rejected);

        Assert.Equal(report.Rows, report.Accepted + report.Merged + report.Suppressed + report.Rejected);
        _ = JsonSerializer.Serialize(report);
        using var list = ListFile.Open(new MemoryStream(content), "lijst.csv", ListRules.Dutch);
        foreach (var row in list.Rows())
        {
            ct.ThrowIfCancellationRequested();
            Assert.True(row.Candidate?.Name?.IsNormalized() ?? true);
        }
    }

    private static List<byte[]> Originals() =>
    [
        .. CaseTests.Paths.Select(File.ReadAllBytes),
        Encoding.UTF8.GetBytes("Naam;Mobiel;E-mail;Taal\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"Zoë {i};06{10_000_000 + i};z{i}@voorbeeld.nl;nl\n"))),
        ListText.Windows1252("Naam;Mobiel\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"\"René \"\"{i}\"\"\";06{10_000_000 + i}\n"))),
        ListText.Xlsx([["Naam", "Mobiel"], .. Enumerable.Range(0, 200).Select(i => new[] { $"Şule {i}", $"0:6{10_000_000 + i}" })]),
    ];
}
