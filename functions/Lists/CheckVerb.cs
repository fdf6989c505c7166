using System.Text.Json;
using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Lists;
using Outreach.Records;
using Spectre.Console;

namespace Outreach.Functions.Lists;

/// <summary><c>check FILE</c>: what an upload into an empty group would say. Nothing is stored, nothing is sent.</summary>
internal static class CheckVerb
{
    public static Verb Verb(Action<IHostApplicationBuilder, Launch> add) =>
        new("check", "Reads a list and says what an upload would say. Nothing is stored or sent.", (arguments, _) => RunAsync(arguments, add))
        {
            Operand = "FILE",
            Options = [new("json", null, "Answers as GET /api/lists/{id} does."), new("language", "CODE", "nl or en (en): the language of problems and reasons.")],
        };

    private static async Task<int> RunAsync(VerbArguments arguments, Action<IHostApplicationBuilder, Launch> add)
    {
        var file = arguments.Operand!;
        if (!File.Exists(file))
        {
            await arguments.Error.WriteLineAsync(Directory.Exists(file) ? $"{file} is a folder, not a list." : $"There is no file {file}. Look at its name and folder again.");
            return CommandLine.Failed;
        }

        await using var app = Chore.Open(arguments, add);
        var report = Check(file, ImportList.RulesOf(app.Services.GetRequiredService<Settings>(), arguments["language"] ?? "en"));
        if (arguments.Has("json"))
            await arguments.Out.WriteLineAsync(JsonSerializer.Serialize(ListAnswer.Of(Path.GetFileName(file), report), Indented));
        else
            Show(Screen.Of(arguments.Out), Path.GetFileName(file), report);
        return report.IsReadable ? 0 : CommandLine.Failed;
    }

    private static ListReport Check(string file, ListRules rules)
    {
        using var content = File.OpenRead(file);
        return ListCheck.Run(content, Path.GetFileName(file), rules);
    }

    private static void Show(IAnsiConsole console, string name, ListReport report)
    {
        console.MarkupLineInterpolated($"[bold]{name}[/]: {(report.IsReadable ? "can be uploaded" : "cannot be read")}");
        console.MarkupLineInterpolated($"{report.Rows} rows = {report.Accepted} accepted + {report.Merged} merged + {report.Suppressed} suppressed + {report.Rejected} rejected");
        foreach (var question in report.Questions)
            console.MarkupLineInterpolated($"[bold]Column {question.Column}[/]: {question.Why}");
        foreach (var column in report.IgnoredColumns)
            console.MarkupLineInterpolated($"Column [bold]{column.Column}[/] is not read: {column.Why}");
        if (report.Problems.Count == 0)
            return;
        var table = new Table().Border(TableBorder.Simple).AddColumns("Row", "Column", "Problem", "Value", "Read as");
        foreach (var p in report.Problems)
            table.AddRow(new Text($"{p.Row}"), new Text(p.Column), new Text(p.Message), new Text(p.Value), new Text(p.Became ?? ""));
        console.Write(table);
        if (report.Problems.Count == ListCheck.MaxProblems)
            console.WriteLine($"The first {ListCheck.MaxProblems} problems are shown.");
    }

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };
}
