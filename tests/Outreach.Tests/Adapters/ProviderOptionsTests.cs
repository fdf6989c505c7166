using Outreach.Functions.Adapters;
using Outreach.Functions.Adapters.SendGrid;
using Outreach.Functions.Adapters.Twilio;
using Outreach.Languages;
using Outreach.Sending;
using Outreach.Tests.Support;

namespace Outreach.Tests.Adapters;

public sealed class ProviderOptionsTests
{
    [Fact]
    public void A_provider_without_settings_is_absent()
    {
        Assert.Null(TwilioOptions.Read(Settings()));
        Assert.Null(SendGridOptions.Read(Settings(("SendGrid:ApiKey", " "))));
    }

    [Fact]
    public void What_is_configured_is_there_to_send_with()
    {
        var settings = Settings(
            ("Twilio:AccountSid", "AC1"), ("Twilio:AuthToken", "t"), ("Twilio:From", "+3197010281234"), ("Outreach:BaseUrl", "https://wijk.example"),
            ("SendGrid:ApiKey", "SG.1"), ("SendGrid:From", "a@wijk.example"));
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);

        Assert.True(services.AddTwilio(settings) && services.AddSendGrid(settings));
        Assert.False(services.AddTwilio(Settings()) || services.AddSendGrid(Settings()));

        using var provider = services.BuildServiceProvider();
        Assert.IsType<TwilioSmsSender>(provider.GetRequiredService<ISmsSender>());
        Assert.Equal(1000, provider.GetRequiredService<IEmailSender>().BatchSize);
        Assert.NotNull(provider.GetRequiredService<TwilioInboundPoll>());
    }

    [Fact]
    public void A_number_paces_slower_than_a_service()
    {
        var number = TwilioOptions.Read(Settings(("Twilio:AccountSid", "AC1"), ("Twilio:AuthToken", "t"), ("Twilio:From", "+3197010281234"), ("Outreach:BaseUrl", "https://wijk.example/")))!;
        var service = TwilioOptions.Read(Settings(("Twilio:AccountSid", "AC1"), ("Twilio:AuthToken", "t"), ("Twilio:MessagingServiceSid", "MG1"), ("Outreach:BaseUrl", "https://wijk.example")))!;

        Assert.Equal((1, 10), (number.Pace, service.Pace));
        Assert.Equal("https://wijk.example/hooks/twilio/status?ref=a", number.StatusCallback("a"));
        Assert.Contains("BE", number.Countries.Allowed);
    }

    [Theory]
    [InlineData("Twilio:AuthToken", "", "Twilio__AuthToken")]
    [InlineData("Twilio:From", "", "Twilio__From")]
    [InlineData("Twilio:From", "Wijkgroep", "Twilio__From")]
    [InlineData("Twilio:ApiKeySid", "SK1", "Twilio__ApiKeySecret")]
    [InlineData("Twilio:Pace", "fast", "Twilio__Pace")]
    [InlineData("Twilio:BaseUrl", "api.twilio.com", "Twilio__BaseUrl")]
    [InlineData("Outreach:BaseUrl", "", "Outreach__BaseUrl")]
    [InlineData("Outreach:AllowedCountries", "NL XX", "Outreach__AllowedCountries")]
    public void A_setting_that_is_missing_or_wrong_is_named(string name, string value, string named)
    {
        var settings = Settings(("Twilio:AccountSid", "AC1"), ("Twilio:AuthToken", "t"), ("Twilio:From", "+3197010281234"), ("Outreach:BaseUrl", "https://wijk.example"), (name, value));

        Assert.Contains(named, Assert.Throws<InvalidOperationException>(() => TwilioOptions.Read(settings)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SendGrid:ApiKey", "", "SendGrid__ApiKey")]
    [InlineData("SendGrid:From", "", "SendGrid__From")]
    [InlineData("SendGrid:EventPublicKey", "AAAA", "SendGrid__EventPublicKey")]
    [InlineData("SendGrid:EventPublicKey", "?", "SendGrid__EventPublicKey")]
    public void A_wrong_setting_of_sendgrid_is_named(string name, string value, string named)
    {
        var settings = Settings(("SendGrid:ApiKey", "SG.1"), ("SendGrid:From", "a@wijk.example"), (name, value));

        Assert.Contains(named, Assert.Throws<InvalidOperationException>(() => SendGridOptions.Read(settings)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pace_lets_a_second_s_worth_through_and_spreads_the_rest()
    {
        var clock = new ManualClock(Moments.Monday);
        var pace = new Pace(10, clock);

        Assert.All(Enumerable.Range(0, 10), _ => Assert.Null(pace.Take()));
        var waits = Enumerable.Range(0, 20).Select(_ => pace.Take()!.Value.TotalMilliseconds).ToList();
        clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(Enumerable.Range(1, 20).Select(i => i * 100.0), waits);
        Assert.All(Enumerable.Range(0, 10), _ => Assert.Null(pace.Take()));
        Assert.Equal(TimeSpan.FromMilliseconds(100), pace.Take());
    }

    [Fact]
    public void No_pace_is_no_limit()
    {
        var pace = new Pace(0, new ManualClock(Moments.Monday));

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Null(pace.Take()));
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings)
    {
        var last = settings.GroupBy(setting => setting.Name).ToDictionary(group => group.Key, group => (string?)group.Last().Value);
        return new ConfigurationBuilder().AddInMemoryCollection(last).Build();
    }
}
