using Outreach.Functions.Hosting.Commands;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Languages;

namespace Outreach.Tests.Hosting;

public sealed class CommandLineTests : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();
    private VerbArguments? given;

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("serve")]
    public async Task Serve_is_what_happens_when_no_verb_is_named(string verb)
    {
        Assert.Equal(0, await RunAsync($"{verb} --port 8080 --open"));

        Assert.Equal("8080", given!["port"]);
        Assert.True(given.Has("open"));
        Assert.False(given.Has("data"));
    }

    [Fact]
    public async Task A_verb_gets_its_operand_and_a_value_after_an_equals_sign()
    {
        Assert.Equal(0, await RunAsync("check --columns=a=b list.csv"));

        Assert.Equal("list.csv", given!.Operand);
        Assert.Equal("a=b", given["columns"]);
    }

    [Fact]
    public async Task Settings_pass_to_the_configuration()
    {
        Assert.Equal(0, await RunAsync("--urls http://127.0.0.1:0 --Outreach:TimeZone=Europe/Brussels --environment=Development"));

        Assert.Equal(["--urls=http://127.0.0.1:0", "--Outreach:TimeZone=Europe/Brussels", "--environment=Development"], given!.Settings);
    }

    [Theory]
    [InlineData("--frobnicate", "serve has no option --frobnicate.")]
    [InlineData("serve --port", "--port needs a value.")]
    [InlineData("serve --open=yes", "--open does not take a value.")]
    [InlineData("serve list.csv", "serve does not know what to do with 'list.csv'.")]
    [InlineData("check", "check needs FILE after it.")]
    [InlineData("check one.csv two.csv", "check does not know what to do with 'two.csv'.")]
    public async Task A_wrong_command_line_says_what_is_wrong_shows_that_verb_alone_and_ends_with_2(string line, string message)
    {
        Assert.Equal(2, await RunAsync(line));

        Assert.StartsWith(message, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(line.StartsWith("check", StringComparison.Ordinal), error.ToString().Contains("  check FILE ", StringComparison.Ordinal));
        Assert.Null(given);
    }

    [Fact]
    public async Task An_unknown_verb_is_answered_with_those_there_are()
    {
        Assert.Equal(2, await RunAsync("frobnicate"));

        Assert.Equal($"There is no verb 'frobnicate'. Choose serve, check, fail or help.{Environment.NewLine}", error.ToString());
    }

    [Theory]
    [InlineData("group")]
    [InlineData("group lst")]
    public async Task The_first_word_of_a_verb_of_two_is_answered_with_what_may_follow(string line)
    {
        Verb[] verbs = [new("group add", "Adds.", Take), new("group list", "Lists.", Take)];

        Assert.Equal(2, await CommandLine.RunAsync(line.Split(' '), verbs, output, error));

        Assert.Equal("group needs one of: add, list." + Environment.NewLine, error.ToString());
    }

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("check -h")]
    public async Task Help_lists_verbs_and_options(string line)
    {
        Assert.Equal(0, await RunAsync(line));

        Assert.Contains("--port N ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("check FILE ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verb_that_fails_never_ends_with_0()
    {
        Assert.Equal(1, await RunAsync("fail"));

        Assert.Equal("fail failed: The disk is full." + Environment.NewLine, error.ToString());
    }

    [Theory]
    [InlineData("--clock=yesterday")]
    [InlineData("--port=70000")]
    [InlineData("--FUNCTIONS_CUSTOMHANDLER_PORT=7072")]
    public async Task Serve_refuses_a_value_that_it_cannot_use(string line)
    {
        var serve = Serve.Verb((_, _) => { }, _ => { });

        Assert.Equal(2, await CommandLine.RunAsync(line.Split(' '), [serve], output, error));
    }

    private Task<int> RunAsync(string line) =>
        CommandLine.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), [
            new("serve", "Serves.", Take) { Options = Serve.Options },
            new("check", "Checks a list.", Take) { Operand = "FILE", Options = [new("columns", "MAP", "Which column is what.")] },
            new("fail", "Fails.", (_, _) => throw new IOException("The disk is full.")),
        ], output, error);

    private Task<int> Take(VerbArguments arguments, CancellationToken ct)
    {
        given = arguments;
        return Task.FromResult(0);
    }
}
