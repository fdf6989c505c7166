using Spectre.Console;

namespace Outreach.Functions.Hosting.Commands;

/// <summary>Tables and bars for a person at a terminal; plain text for a file or a pipe.</summary>
internal static class Screen
{
    private const int PlainWidth = 120;

    public static IAnsiConsole Of(TextWriter output)
    {
        var isTerminal = output == Console.Out && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!isTerminal)
            console.Profile.Width = PlainWidth;
        return console;
    }
}
