using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Outreach.Tests.Support;

/// <summary>
/// The executable of an app as the Functions host starts it: no arguments, in the app's folder, with the host's environment. Of this machine's environment it gets
/// nothing, so that it runs with what is in its folder or not at all.
/// </summary>
internal sealed class CustomHandler : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(25);

    private readonly FunctionsApp app;
    private readonly Executable process;

    public CustomHandler(FunctionsApp app, IReadOnlyDictionary<string, string> settings)
    {
        this.app = app;
        var port = FreePort();
        Url = new($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo(app.Executable) { WorkingDirectory = app.Root };
        foreach (var name in start.Environment.Keys.Where(name => name is not ("SystemRoot" or "TEMP" or "TMP" or "TMPDIR")).ToList())
            start.Environment.Remove(name);
        // The addresses are those of the host, which runs on ASP.NET Core itself.
        (string Name, string Value)[] own =
        [
            ("FUNCTIONS_CUSTOMHANDLER_PORT", $"{port}"), ("FUNCTIONS_HTTPWORKER_PORT", $"{port}"), ("FUNCTIONS_CUSTOMHANDLER_WORKER_ID", $"{Guid.NewGuid()}"),
            ("FUNCTIONS_APP_ROOT_PATH", app.Root), ("FUNCTIONS_WORKER_RUNTIME", "custom"), ("FUNCTIONS_EXTENSION_VERSION", "~4"),
            ("ASPNETCORE_URLS", "http://+:80"), ("ASPNETCORE_HTTP_PORTS", "8080"), ("HOME", "/nonexistent"), ("PATH", "/usr/bin:/bin"),
        ];
        foreach (var (name, value) in own.Concat(settings.Select(one => (one.Key, one.Value))))
            start.Environment[name] = value;
        process = new Executable(start);
    }

    public Uri Url { get; }

    public Executable Process => process;

    /// <summary>Any answer to GET / will do; false when the process ended first, or when it took too long.</summary>
    public async Task<bool> IsReadyAsync(HttpClient http)
    {
        for (var polls = app.InitializationTimeout / Poll; polls > 0 && !process.IsGone; polls--)
        {
            try
            {
                using var answer = await http.GetAsync(Url);
                return true;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(Poll);
            }
        }

        return false;
    }

    public void Dispose() => process.Dispose();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
