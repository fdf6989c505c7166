using System.Diagnostics;
using System.Text.Json.Nodes;
using Outreach.Languages;
using Outreach.Tests.Support;

namespace Outreach.Tests.Crashes;

/// <summary>A data folder on a disk that is full, or that may not be written: said clearly, and nothing is broken by it.</summary>
public sealed class DiskTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));

    private readonly TemporaryFolder disk = new();
    private ProgramProcess? program;
    private bool mounted;

    public ValueTask DisposeAsync()
    {
        program?.Dispose();
        if (mounted)
            Run("umount", disk.Path);
        disk.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_full_disk_refuses_a_list_and_takes_it_when_there_is_space_again()
    {
        Mount("size=6m");
        await StartAsync();
        var meeting = await MeetAsync();
        var small = await UploadAsync(meeting, 0, 50);
        await program!.Http.PostAsJsonAsync("/api/dev/clock", new { advance = "PT1M" });
        Fill();

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => UploadAsync(meeting, 50, 20_000));
        Assert.InRange((int)refused.StatusCode!, 500, 599);
        await program.UntilSaidAsync("space");
        Assert.Equal(("ready", 50), await ReadAsync(small));

        File.Delete(Path.Combine(disk.Path, "ballast"));
        Run("mount", "-o", "remount,size=64m", disk.Path);
        var large = await UploadAsync(meeting, 50, 2_000);
        await program.Http.PostAsJsonAsync("/api/dev/clock", new { advance = "PT30M" });
        Assert.Equal(("ready", 2_000), await ReadAsync(large));
    }

    [Fact]
    public async Task A_disk_that_fills_up_while_a_list_is_read_costs_no_row()
    {
        Mount("size=6m");
        await StartAsync();
        var meeting = await MeetAsync();
        var list = await UploadAsync(meeting, 0, 10_000);
        await program!.Http.PostAsJsonAsync("/api/dev/clock", new { advance = "PT10M" });
        await program.UntilSaidAsync("disk is full");

        program.Kill();
        program.Dispose();
        Run("mount", "-o", "remount,size=64m", disk.Path);
        program = new ProgramProcess(Start.AddHours(2), disk.Path);
        Assert.True(await program.ListensAsync(), program.Said);
        await program.Http.PostAsJsonAsync("/api/dev/clock", new { advance = "PT3H" });

        Assert.Equal(("ready", 10_000), await ReadAsync(list));
    }

    [Fact]
    public async Task A_data_folder_that_may_not_be_written_is_refused_at_the_start()
    {
        Mount("size=6m");
        Run("mount", "-o", "remount,ro", disk.Path);
        program = new ProgramProcess(Start, disk.Path);

        Assert.False(await program.ListensAsync());
        await program.ExitAsync();
        Assert.NotEqual(0, program.ExitCode);
        Assert.Contains(disk.Path, program.Said, StringComparison.Ordinal);
        Assert.Contains("write", program.Said, StringComparison.Ordinal);
    }

    private void Mount(string options)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.Path))
            Assert.Skip("A small disk can be made by root on Linux only.");
        mounted = true;
    }

    private void Fill()
    {
        using var ballast = new FileStream(Path.Combine(disk.Path, "ballast"), FileMode.Create, FileAccess.Write, FileShare.None, 0);
        try
        {
            while (true)
                ballast.Write(new byte[4096]);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private async Task StartAsync()
    {
        program = new ProgramProcess(Start, disk.Path);
        Assert.True(await program.ListensAsync(), program.Said);
    }

    private async Task<string> MeetAsync()
    {
        using var answer = await program!.Http.PostAsJsonAsync("/api/meetings", ServedProgram.Meeting("Koffie in de buurtkamer", Start.AddDays(17).AddHours(10)));
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
    }

    private async Task<string> UploadAsync(string meeting, int from, int count)
    {
        var rows = "naam;mobiel\n" + string.Concat(Enumerable.Range(from, count).Select(i => $"Buur {i};06{20_000_000 + i}\n"));
        using var answer = await program!.Http.PostAsync($"/api/meetings/{meeting}/lists?filename=lijst.csv&basis=consent&basisNote=straatfeest", new StringContent(rows));
        answer.EnsureSuccessStatusCode();
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
    }

    private async Task<(string State, int Accepted)> ReadAsync(string list)
    {
        var answer = (await program!.Http.GetFromJsonAsync<JsonNode>($"/api/lists/{list}"))!;
        return ((string)answer["state"]!, (int)answer["accepted"]!);
    }

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
