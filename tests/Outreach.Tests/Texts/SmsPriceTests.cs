using Outreach.Functions.Hosting.Commands;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Functions.Texts;
using Outreach.Tests.Support;

namespace Outreach.Tests.Texts;

public sealed class SmsPriceTests
{
    [Theory]
    [InlineData(null, "0.10")]
    [InlineData("", "0.10")]
    [InlineData("0.08", "0.08")]
    [InlineData("0,08", "0.08")]
    [InlineData(" 1 ", "1")]
    public void A_price_has_a_comma_or_a_point(string? text, string price) =>
        Assert.Equal(decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture), SmsPrice.Of(Configuration(text)));

    [Theory]
    [InlineData("eight cents")]
    [InlineData("-0.08")]
    [InlineData("1.000,08")]
    [InlineData("1000000")]
    public async Task What_is_no_price_stops_the_start_with_the_name_of_the_setting(string text)
    {
        using var folder = new TemporaryFolder();
        var arguments = CommandLine.Parse(Serve.Verb(Site.Add, Site.Use), [$"--data={folder.Path}", $"--Outreach:SmsPrice={text}"], TextWriter.Null, TextWriter.Null);

        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var app = Serve.Build(arguments, Site.Add, _ => { });
        });

        Assert.Contains("Outreach__SmsPrice", wrong.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Configuration(string? text) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Outreach:SmsPrice", text)]).Build();
}
