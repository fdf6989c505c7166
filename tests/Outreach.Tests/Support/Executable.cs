using System.Diagnostics;

namespace Outreach.Tests.Support;

/// <summary>A process that is heard line by line, and can be killed without a warning.</summary>
internal sealed class Executable : IDisposable
{
    private readonly Heard<(bool IsComplaint, string Line)> heard = new();
    private readonly Process process;

    /// <param name="hear">Gets every line of its standard output; true when it is dealt with.</param>
    public Executable(ProcessStartInfo start, Func<string, bool>? hear = null, Action? gone = null)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Keep(false, line.Data is { } text && hear?.Invoke(text) is true ? null : line.Data);
        process.ErrorDataReceived += (_, line) => Keep(true, line.Data);
        process.Exited += (_, _) => gone?.Invoke();
        process.Start();
        AppDomain.CurrentDomain.ProcessExit += End;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public bool IsGone => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <summary>Its standard output.</summary>
    public string Said => Read(isComplaint: false);

    /// <summary>Its standard error.</summary>
    public string Complained => Read(isComplaint: true);

    /// <summary>Until a line of either has these words.</summary>
    public Task UntilSaidAsync(string words) => heard.UntilAsync(one => one.Line.Contains(words, StringComparison.Ordinal));

    public Task ExitAsync() => process.WaitForExitAsync();

    /// <summary>SIGKILL where there are signals: nothing of it runs any more when this returns.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        Kill();
        process.Dispose();
    }

    /// <summary>A run that is cut off leaves nothing running.</summary>
    private void End(object? sender, EventArgs e) => process.Kill();

    private void Keep(bool isComplaint, string? line)
    {
        if (line is not null)
            heard.Add((isComplaint, line));
    }

    private string Read(bool isComplaint) => string.Concat(heard.All.Where(one => one.IsComplaint == isComplaint).Select(one => one.Line + Environment.NewLine));
}
