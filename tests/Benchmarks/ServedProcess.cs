using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Benchmarks;

/// <summary>The program in a process of its own on a free port, until it is disposed. Storage is that of the environment's settings, else an embedded store.</summary>
internal sealed class ServedProcess : IAsyncDisposable
{
    private const string Key = "a key for benchmarks";
    private readonly Process process;

    private ServedProcess(Process process, HttpClient http) => (this.process, Http) = (process, http);

    public HttpClient Http { get; }

    public int Id => process.Id;

    /// <param name="program">An executable, or the <c>outreach.dll</c> of a build.</param>
    public static async Task<ServedProcess> StartAsync(string program, params string[] options)
    {
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        string[] verb = ["serve", "--port", port, $"--Outreach:ApiKey={Key}", .. options];
        var isBuild = program.EndsWith(".dll", StringComparison.Ordinal);
        var process = Process.Start(new ProcessStartInfo(isBuild ? "dotnet" : program, isBuild ? [program, .. verb] : verb) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}"), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Key) } };
        var served = new ServedProcess(process, http);
        var watch = Stopwatch.StartNew();
        while (!await served.AnswersAsync())
        {
            if (process.HasExited || watch.Elapsed > TimeSpan.FromMinutes(1))
                throw new InvalidOperationException($"{program} does not answer.");
            await Task.Delay(2);
        }

        return served;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var response = await Http.GetAsync("/healthz");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
