using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Outreach.Functions.Adapters.AzureStorage;

[assembly: AssemblyFixture(typeof(Outreach.Tests.Adapters.Azurite))]

namespace Outreach.Tests.Adapters;

/// <summary>
/// Microsoft's storage emulator in memory on free ports, one for the whole run, started when the first test asks for it. The package is
/// installed once into the user's cache. A machine without node or npm skips those tests; a build server (CI=true) fails them.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    private const string Version = "3.35.0";

    // Published by Microsoft with the emulator; opens nothing but an emulator.
    private const string DevelopmentKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // Ends with the test run, however that ends: a killed run closes the pipe. Milliseconds that come through it move its clock.
    private const string Script = """
        let ahead = 0;
        const Real = Date;
        globalThis.Date = class extends Real {
            constructor(...of) { if (of.length) super(...of); else super(Real.now() + ahead); }
            static now() { return Real.now() + ahead; }
        };
        process.stdin.on('data', lines => { String(lines).split('\n').forEach(line => ahead += Number(line)); console.log('moved'); }).on('end', () => process.exit(0));
        require(process.env.AZURITE_MAIN);
        """;

    private readonly Lazy<Task<string>> started;
    private Process? process;
    private TaskCompletionSource moved = new();

    public Azurite() => started = new(StartAsync);

    /// <summary>Adapters over the emulator, as the application registers them.</summary>
    internal async Task<ServiceProvider> ConnectAsync() =>
        new ServiceCollection().AddAzureStore(StorageConnection.Parse(await SettingAsync()), new StorageRetries { FirstDelay = TimeSpan.FromMilliseconds(20) }).BuildServiceProvider();

    /// <summary>What <c>AzureWebJobsStorage</c> is set to.</summary>
    internal async Task<string> SettingAsync()
    {
        try
        {
            return await started.Value;
        }
        catch (Exception missing) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"Azurite cannot run here: {missing.Message}");
            throw;
        }
    }

    /// <summary>Moves the emulator's clock: what its queues hide comes back that much earlier. For a test with an emulator of its own.</summary>
    internal async Task AdvanceAsync(TimeSpan by)
    {
        moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await process!.StandardInput.WriteLineAsync(by.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture));
        await process.StandardInput.FlushAsync();
        await moved.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    public async ValueTask DisposeAsync()
    {
        if (process is null)
            return;
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<string> StartAsync()
    {
        var main = await InstallAsync();
        for (var tries = 3; ; tries--)
        {
            var ports = FreePorts(3);
            process = Start(main, ports);
            if (await IsListeningAsync(ports))
            {
                return $"AccountName=devstoreaccount1;AccountKey={DevelopmentKey};BlobEndpoint=http://127.0.0.1:{ports[0]}/devstoreaccount1;"
                    + $"QueueEndpoint=http://127.0.0.1:{ports[1]}/devstoreaccount1;TableEndpoint=http://127.0.0.1:{ports[2]}/devstoreaccount1";
            }

            if (tries == 1)
                throw new InvalidOperationException($"it ended with code {process.ExitCode}.");
        }
    }

    private Process Start(string main, int[] ports)
    {
        string[] arguments =
        [
            "-e", Script, "azurite", "--silent", "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck",
            "--blobHost", "127.0.0.1", "--blobPort", $"{ports[0]}",
            "--queueHost", "127.0.0.1", "--queuePort", $"{ports[1]}",
            "--tableHost", "127.0.0.1", "--tablePort", $"{ports[2]}",
        ];
        var start = new ProcessStartInfo("node", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["AZURITE_MAIN"] = main;
        var node = Process.Start(start)!;
        node.OutputDataReceived += (_, line) =>
        {
            if (line.Data is "moved")
                moved.TrySetResult();
        };
        node.BeginOutputReadLine();
        return node;
    }

    private async Task<bool> IsListeningAsync(int[] ports)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        foreach (var port in ports)
        {
            while (!await AcceptsAsync(port, limit.Token))
            {
                if (process!.HasExited)
                    return false;
                await Task.Delay(25, limit.Token);
            }
        }

        return true;
    }

    private static async Task<bool> AcceptsAsync(int port, CancellationToken ct)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, ct);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
            listener.Start();
        var ports = Array.ConvertAll(listeners, listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        foreach (var listener in listeners)
            listener.Dispose();
        return ports;
    }

    // Installed beside its final place and moved there, so that a broken or a simultaneous installation never counts.
    private static async Task<string> InstallAsync()
    {
        var root = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        var cache = Path.Combine(root.Length > 0 ? root : Path.GetTempPath(), "outreach-tests");
        var home = Path.Combine(cache, $"azurite-{Version}");
        var main = Path.Combine(home, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (File.Exists(main))
            return main;

        var fresh = Directory.CreateDirectory($"{home}.{Guid.NewGuid():N}").FullName;
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        using var install = Process.Start(new ProcessStartInfo(npm, ["install", $"azurite@{Version}", "--prefix", fresh, "--no-audit", "--no-fund", "--loglevel=error"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = fresh,
        })!;
        _ = install.StandardOutput.ReadToEndAsync();
        var problem = await install.StandardError.ReadToEndAsync();
        await install.WaitForExitAsync();
        if (install.ExitCode != 0)
            throw new InvalidOperationException($"npm could not install it: {problem}");
        try
        {
            Directory.Move(fresh, home);
        }
        catch (IOException) when (File.Exists(main))
        {
            Directory.Delete(fresh, recursive: true);
        }

        return main;
    }
}
