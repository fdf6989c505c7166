using System.Diagnostics;
using System.Globalization;
using System.Xml;

namespace Outreach.Tests.Support;

/// <summary>The executable standalone, as a process of its own on a free port, that can be killed without a warning.</summary>
internal sealed class ProgramProcess : IDisposable
{
    private const string Announcement = "Outreach serves ";

    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Executable process;
    private DateTimeOffset now;

    /// <param name="clock">Where its virtual clock starts.</param>
    /// <param name="settings">As "--Section:Key=value".</param>
    public ProgramProcess(DateTimeOffset clock, string data, params IEnumerable<string> settings)
        : this(clock, data, settings, new Dictionary<string, string>())
    {
    }

    /// <param name="environment">Variables beside those of this process.</param>
    public ProgramProcess(DateTimeOffset clock, string data, IEnumerable<string> settings, IReadOnlyDictionary<string, string> environment)
    {
        now = clock;
        string[] arguments =
        [
            "--clock", clock.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture), "--data", data, "--port", "0",
            $"--Outreach:ApiKey={RunningProgram.Key}", "--Logging:LogLevel:Default=Error", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=None", .. settings,
        ];
        // As it is deployed: compiled before it starts.
        var folder = PublishedProgram.Given ?? AppContext.BaseDirectory;
        var start = new ProcessStartInfo(Path.Combine(folder, OperatingSystem.IsWindows() ? "outreach.exe" : "outreach"), arguments) { WorkingDirectory = folder };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        process = new Executable(
            start, Hear, () => address.TrySetException(new IOException("The process is gone.")));
    }

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromMinutes(3), DefaultRequestHeaders = { Authorization = new("Bearer", RunningProgram.Key) } };

    public bool IsGone => process.IsGone;

    public int ExitCode => process.ExitCode;

    public string Said => process.Said + process.Complained;

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

    public async Task MoveToAsync(DateTimeOffset to)
    {
        using var answer = await Http.PostAsJsonAsync("/api/dev/clock", new { advance = XmlConvert.ToString(to - now) });
        answer.EnsureSuccessStatusCode();
        now = to;
    }

    public Task ExitAsync() => process.ExitAsync();

    public void Kill() => process.Kill();

    public void Dispose()
    {
        process.Dispose();
        _ = address.Task.Exception;
        Http.Dispose();
    }

    /// <summary>What the process says reaches us a little after it did it.</summary>
    public Task UntilSaidAsync(string words) => process.UntilSaidAsync(words);

    private bool Hear(string line) => line.StartsWith(Announcement, StringComparison.Ordinal) && address.TrySetResult(new Uri(line[Announcement.Length..]));
}
