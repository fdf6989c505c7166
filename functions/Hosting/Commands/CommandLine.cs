namespace Outreach.Functions.Hosting.Commands;

/// <summary>An option of a verb: <c>--name VALUE</c>, or a flag when <see cref="Value"/> is null.</summary>
internal sealed record VerbOption(string Name, string? Value, string Description);

/// <summary>Something the program does: <c>outreach NAME [OPERAND] [--option …]</c>. Each feature brings its own.</summary>
internal sealed record Verb(string Name, string Description, Func<VerbArguments, CancellationToken, Task<int>> RunAsync)
{
    /// <summary>What must follow the name, as shown in the usage: FILE, or more than one word: QUEUE ID.</summary>
    public string? Operand { get; init; }

    public IReadOnlyList<VerbOption> Options { get; init; } = [];

    public Verb Taking(string operand) => this with { Operand = operand };
}

/// <summary>What was given after a verb, checked against what it takes.</summary>
/// <param name="Settings">Settings given as <c>--Section:Key=value</c>, to be passed to the configuration.</param>
internal sealed record VerbArguments(
    IReadOnlyList<string> Operands,
    IReadOnlyDictionary<string, string> Options,
    IReadOnlyList<string> Settings,
    TextWriter Out,
    TextWriter Error)
{
    public string? Operand => Operands.Count > 0 ? Operands[0] : null;

    public string? this[string option] => Options.GetValueOrDefault(option);

    public bool Has(string option) => Options.ContainsKey(option);
}

/// <summary>The command line was wrong: the message says how, the program ends with 2.</summary>
internal sealed class UsageException(string message) : Exception(message);

internal static class CommandLine
{
    public const int Failed = 1;
    public const int Misused = 2;

    /// <summary>Runs the verb, <c>serve</c> when none is named. Ends with what the verb returns, 1 when it fails, 2 when it was called wrongly.</summary>
    public static async Task<int> RunAsync(string[] args, IReadOnlyList<Verb> verbs, TextWriter output, TextWriter error, CancellationToken ct = default)
    {
        var named = args.Length > 0 && !args[0].StartsWith('-');
        var verb = verbs.FirstOrDefault(verb => named ? IsNamed(verb, args) : verb.Name == "serve");
        var name = named ? args[0] : "serve";
        if (name is "help" || args.Any(arg => arg is "--help" or "-h"))
        {
            await output.WriteAsync(Usage.Text(verbs));
            return 0;
        }

        if (verb is null)
        {
            await error.WriteLineAsync(Unknown(args, verbs));
            return Misused;
        }

        try
        {
            return await verb.RunAsync(Parse(verb, named ? args[verb.Name.Split(' ').Length..] : args, output, error), ct);
        }
        catch (UsageException wrong)
        {
            await error.WriteLineAsync(wrong.Message);
            await error.WriteLineAsync();
            await error.WriteAsync(Usage.Text([verb]));
            return Misused;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await error.WriteLineAsync($"{name} failed: {exception.Message}");
            return Failed;
        }
    }

    private static string Unknown(string[] args, IReadOnlyList<Verb> verbs)
    {
        var seconds = verbs.Select(verb => verb.Name.Split(' ')).Where(words => words.Length > 1 && words[0] == args[0]).Select(words => words[1]).ToList();
        return seconds.Count > 0
            ? $"{args[0]} needs one of: {string.Join(", ", seconds)}."
            : $"There is no verb '{args[0]}'. Choose {string.Join(", ", verbs.Select(verb => verb.Name))} or help.";
    }

    /// <summary>Also by two words: <c>group add</c>.</summary>
    private static bool IsNamed(Verb verb, string[] args) => verb.Name.Split(' ') is var words && args.Take(words.Length).SequenceEqual(words);

    /// <exception cref="UsageException">An option the verb does not take, a value or the operand is missing, or there is something that means nothing.</exception>
    public static VerbArguments Parse(Verb verb, string[] args, TextWriter output, TextWriter error)
    {
        var wanted = verb.Operand?.Split(' ') ?? [];
        var operands = new List<string>(wanted.Length);
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var settings = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            var (name, value) = Split(args[i]);
            if (verb.Options.FirstOrDefault(option => "--" + option.Name == name) is { } option)
                options[option.Name] = Value(option, value, () => ++i < args.Length ? args[i] : null);
            else if (IsSetting(name))
                settings.Add($"{name}={value ?? (++i < args.Length ? args[i] : throw new UsageException($"{name} needs a value."))}");
            else if (name.StartsWith('-'))
                throw new UsageException($"{verb.Name} has no option {name}.");
            else if (operands.Count == wanted.Length)
                throw new UsageException($"{verb.Name} does not know what to do with '{args[i]}'.");
            else
                operands.Add(args[i]);
        }

        return operands.Count == wanted.Length
            ? new(operands, options, settings, output, error)
            : throw new UsageException($"{verb.Name} needs {wanted[operands.Count]} after it.");
    }

    private static (string Name, string? Value) Split(string arg) =>
        arg.StartsWith("--", StringComparison.Ordinal) && arg.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
            ? (arg[..at], arg[(at + 1)..])
            : (arg, null);

    private static string Value(VerbOption option, string? given, Func<string?> next)
    {
        if (option.Value is null)
            return given is null ? "" : throw new UsageException($"--{option.Name} does not take a value.");
        return given ?? next() ?? throw new UsageException($"--{option.Name} needs a value.");
    }

    /// <summary>Every setting can also be given on the command line; so can those of the ASP.NET Core host itself.</summary>
    private static bool IsSetting(string name) =>
        name.StartsWith("--", StringComparison.Ordinal)
        && (name.Contains(':', StringComparison.Ordinal)
            || name.StartsWith("--AzureWebJobsStorage", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("--FUNCTIONS_", StringComparison.OrdinalIgnoreCase)
            || name.ToUpperInvariant() is "--URLS" or "--ENVIRONMENT" or "--CONTENTROOT" or "--APPLICATIONNAME");
}
