using Outreach.Contacts;
using Outreach.Functions.Adapters;
using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Hosting;

/// <summary>People who said stop are known by a hash: with another key nobody is, so the program does not start with one.</summary>
public sealed class HashKeyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly InMemoryTables tables = new();

    private string KeyFile => Path.Combine(folder.Path, HashKey.FileName);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_same_key_opens_the_store_again()
    {
        await RunAsync("a long random text");

        Assert.Equal(Open("a long random text").Fingerprint, await HashKeyMark.ReadAsync(tables, default));
    }

    [Fact]
    public async Task Another_key_is_refused_with_what_to_do()
    {
        await RunAsync("a long random text");
        await StopSomebodyAsync();

        Assert.Contains("Put back the old one (Outreach__HashKey", Refusal("another text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_key_file_is_refused_and_no_new_one_is_made()
    {
        await RunAsync(null);
        await StopSomebodyAsync();
        File.Delete(KeyFile);

        Assert.Contains("lost", Refusal(null), StringComparison.Ordinal);
        Assert.False(File.Exists(KeyFile));
    }

    [Fact]
    public async Task A_changed_key_file_is_refused()
    {
        await RunAsync(null);
        await StopSomebodyAsync();
        await File.WriteAllTextAsync(KeyFile, "c29tZXRoaW5nIGVsc2U=", TestContext.Current.CancellationToken);

        Assert.Contains("not the one", Refusal(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_setting_is_no_key(string key) => Assert.Contains("empty", Refusal(key), StringComparison.Ordinal);

    [Fact]
    public async Task An_empty_key_file_is_no_key()
    {
        await File.WriteAllTextAsync(KeyFile, "\n", TestContext.Current.CancellationToken);

        Assert.Contains("empty", Refusal(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_long_as_nobody_is_known_the_key_may_still_be_chosen()
    {
        await RunAsync("the first");
        await RunAsync("the second");
        await StopSomebodyAsync();

        Assert.Contains("not the one", Refusal("the first"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_file_is_for_its_owner_s_eyes_and_nothing_half_written_stays_beside_it()
    {
        Open(null).Dispose();

        Assert.Equal(HashKey.FileName, Path.GetFileName(Assert.Single(Directory.GetFiles(folder.Path))));
        Assert.Equal(32, Convert.FromBase64String(File.ReadAllText(KeyFile)).Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
    }

    [Fact]
    public void A_key_that_somebody_wrote_first_stays()
    {
        SecretFile.Write(KeyFile, "first");
        SecretFile.Write(KeyFile, "second");

        Assert.Equal("first", File.ReadAllText(KeyFile));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task The_server_does_not_start_with_another_key()
    {
        foreach (var (key, starts) in ((string, bool)[])[("one", true), ("two", false)])
        {
            var arguments = CommandLine.Parse(
                Serve.Verb(Site.Add, Site.Use), ["--port=0", $"--data={folder.Path}", $"--Outreach:HashKey={key}"], TextWriter.Null, TextWriter.Null);
            var start = StartAsync(arguments);
            if (starts)
                await start;
            else
                Assert.Contains("hash key", (await Assert.ThrowsAsync<InvalidOperationException>(() => start)).Message, StringComparison.Ordinal);
        }

        static async Task StartAsync(VerbArguments arguments)
        {
            await using var app = Serve.Build(arguments, (builder, launch) => { builder.Logging.ClearProviders(); Site.Add(builder, launch); }, Site.Use);
            await app.StartAsync();
            await app.Services.GetRequiredService<Suppressions>().AddAsync(GroupId.Default, [new ContactHash(new string('a', 32))], new Suppression(Moments.Monday, "reply"), default);
            await app.StopAsync();
        }
    }

    private async Task RunAsync(string? key)
    {
        using var hasher = Open(key);
        await new HashKeyMark(tables, hasher).StartingAsync(default);
    }

    private async Task StopSomebodyAsync()
    {
        await new GroupStore(tables, TimeProvider.System).SaveAsync(new Group { Id = GroupId.Default, Name = "De buurt", Language = "nl", CreatedAt = Moments.Monday }, default);
        await new Suppressions(tables).AddAsync(GroupId.Default, [new ContactHash(new string('a', 32))], new Suppression(Moments.Monday, "reply"), default);
    }

    private string Refusal(string? key) => Assert.Throws<InvalidOperationException>(() => Open(key)).Message;

    private ContactHasher Open(string? key)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(key is null ? [] : [KeyValuePair.Create("Outreach:HashKey", (string?)key)]).Build();
        var arguments = CommandLine.Parse(Serve.Verb(Site.Add, Site.Use), [$"--data={folder.Path}"], TextWriter.Null, TextWriter.Null);
        return HashKey.Open(tables, configuration, Launch.Standalone(arguments, configuration));
    }
}
