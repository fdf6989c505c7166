using Outreach.Functions.Hosting.Commands;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Hosting;

public sealed class AddressTests
{
    [Theory]
    [InlineData("--port=7399", "http://127.0.0.1:7399/")]
    [InlineData("--urls=http://0.0.0.0:8080;http://localhost:8081", "http://127.0.0.1:8080/")]
    [InlineData("--urls=http://localhost:8081", "http://localhost:8081/")]
    [InlineData("--port=7399 --Outreach:BaseUrl=https://buurt.example", "https://buurt.example/")]
    public async Task Links_lead_to_where_the_program_listens_unless_a_setting_says_where_it_is_found(string line, string expected)
    {
        using var folder = new TemporaryFolder();
        var arguments = CommandLine.Parse(Serve.Verb(Site.Add, Site.Use), [.. line.Split(' '), $"--data={folder.Path}"], TextWriter.Null, TextWriter.Null);

        await using var app = Serve.Build(arguments, Site.Add, _ => { });

        Assert.Equal(new Uri(expected), app.Services.GetRequiredService<Settings>().BaseUrl);
    }
}
