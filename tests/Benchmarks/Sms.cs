using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Outreach.Contacts;
using Outreach.Functions.Adapters;
using Outreach.Functions.Adapters.Twilio;
using Outreach.Sending;

namespace Benchmarks;

/// <summary>Invitations by SMS through the Twilio adapter, to a sink on this machine that takes everything at once. <c>sms [n]</c></summary>
internal static class Sms
{
    public static async Task<string> RunAsync(string[] args)
    {
        var n = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2000;
        var taken = 0;
        await using var sink = Sink(() => Interlocked.Increment(ref taken));
        await sink.StartAsync();
        using var folder = new ScratchFolder();
        using var http = ProviderHttp.Create(TimeSpan.FromSeconds(30));
        var options = new TwilioOptions
        {
            AccountSid = "AC1",
            AuthToken = "token",
            From = new PhoneNumber("+3197010281234"),
            BaseUrl = new Uri(sink.Urls.First()),
            PublicUrl = new Uri("https://buurt.example"),
            Pace = 0,
        };
        await using var product = await Product.OpenAsync(folder.File("data"), services => services.AddSingleton(sp => new Senders(
            new TwilioSmsSender(http, options, sp.GetRequiredService<TimeProvider>(), NullLogger<TwilioSmsSender>.Instance), new SilentEmail())));
        Contacts.WriteClean(folder.File("list.csv"), n, Reach.Sms);
        await product.ImportAsync(folder.File("list.csv"));

        var meter = new Meter();
        await product.Get<SendInvitations>().HandleAsync(Product.Group, product.Meeting.Id, null, default);
        await product.RunQueuesAsync();
        var (wall, cpu) = meter.Read();
        return taken == n
            ? string.Create(CultureInfo.InvariantCulture, $"{n / wall.TotalSeconds:n0} SMS/s, {cpu.TotalMilliseconds / n:f2} CPU s/1000 with the sink in the same process")
            : throw new InvalidOperationException($"{taken} of {n} left.");
    }

    private static WebApplication Sink(Func<int> take)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var sink = builder.Build();
        sink.MapPost("/{**path}", async context =>
        {
            await context.Request.ReadFormAsync();
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync($$"""{"sid":"SM{{take():x32}}","status":"queued"}""");
        });
        return sink;
    }
}
