using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Outreach.Tests.Support;

/// <summary>The built executable as a process of its own, on a free port, that can be killed without a warning.</summary>
internal sealed class ProgramProcess : IDisposable
{
    private const string Announcement = "Outreach serves ";

    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder said = new();
    private readonly Process process;

    /// <param name="clock">Where its virtual clock starts.</param>
    /// <param name="settings">As "--Section:Key=value".</param>
    public ProgramProcess(DateTimeOffset clock, string data, params IEnumerable<string> settings)
    {
        Clock = clock;
        string[] arguments =
        [
            "--clock", clock.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture), "--data", data, "--port", "0",
            $"--Outreach:ApiKey={RunningProgram.Key}", "--Logging:LogLevel:Default=Error", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=None", .. settings,
        ];
        var file = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "outreach.exe" : "outreach");
        process = new Process
        {
            StartInfo = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory },
            EnableRaisingEvents = true,
        };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => address.TrySetException(new IOException("The process is gone."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromMinutes(3), DefaultRequestHeaders = { Authorization = new("Bearer", RunningProgram.Key) } };

    /// <summary>Where its virtual clock stands, as far as it was told.</summary>
    public DateTimeOffset Clock { get; set; }

    public bool IsGone => process.HasExited;

    public int ExitCode => process.ExitCode;

    public string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    /// <summary>False when it ended before it listened.</summary>
    public async Task<bool> ListensAsync()
    {
        try
        {
            Http.BaseAddress ??= await address.Task;
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public Task ExitAsync() => process.WaitForExitAsync();

    public void Kill() => process.Kill();

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        _ = address.Task.Exception;
        process.Dispose();
        Http.Dispose();
    }

    /// <summary>What the process says reaches us a little after it did it.</summary>
    public async Task UntilSaidAsync(string words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!Said.Contains(words, StringComparison.Ordinal))
            await Task.Delay(20, patience.Token);
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        if (!line.StartsWith(Announcement, StringComparison.Ordinal))
        {
            lock (said)
                said.AppendLine(line);
        }
        else
        {
            address.TrySetResult(new Uri(line[Announcement.Length..]));
        }
    }
}
