using Outreach.Functions.Hosting;
using Outreach.Tests.Support;

namespace Outreach.Tests.Hosting;

public sealed class LinksTests
{
    [Theory]
    [InlineData("http://127.0.0.1:7071/")]
    [InlineData("http://127.0.0.1:8080/", "--port=8080")]
    [InlineData("http://127.0.0.1:7071/", "--port=0")]
    [InlineData("https://buurt.example/", "--port=8080", "--Outreach:BaseUrl=https://buurt.example")]
    public async Task A_link_in_a_message_leads_to_where_the_program_serves(string address, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var verb = Serve.Verb(Site.Add, Site.Map);

        await using var app = Serve.Build(CommandLine.Parse(verb, [$"--data={folder.Path}", .. options], TextWriter.Null, TextWriter.Null), Site.Add, Site.Map);

        Assert.Equal(new Uri(address), app.Services.GetRequiredService<Settings>().BaseUrl);
    }
}
