using Microsoft.Azure.WebJobs;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace Outreach.Tests.Hosting;

/// <summary>The queue listener that the Functions host loads into itself, from the same package: its polling, renewing, trying again and putting aside.</summary>
internal static class RealQueueListener
{
    public static IHost Before(SmallFunctionsHost worker, string storage, QueueSettings settings) => new HostBuilder()
        .ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection([new("AzureWebJobsStorage", storage)]))
        .ConfigureWebJobs(jobs => jobs.AddAzureStorageQueues(queues =>
        {
            (queues.BatchSize, queues.MaxDequeueCount, queues.MaxPollingInterval) = (settings.BatchSize, settings.MaxDequeueCount, TimeSpan.FromMilliseconds(200));
            // All tries at once: nobody waits here for a cause to be mended.
            queues.VisibilityTimeout = TimeSpan.Zero;
        }))
        .ConfigureServices(services => services.AddSingleton(worker).AddSingleton<ITypeLocator, OurTriggers>())
        .Build();

    private sealed class OurTriggers : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => [typeof(ForwardedTriggers)];
    }
}

/// <summary>What the listener finds goes to the worker.</summary>
public sealed class ForwardedTriggers(SmallFunctionsHost worker)
{
    [FunctionName("ImportList")]
    public Task ImportListAsync([QueueTrigger(QueueNames.Lists)] QueueMessage message) => DeliverAsync("ImportList", message);

    [FunctionName("SendInvitations")]
    public Task SendInvitationsAsync([QueueTrigger(QueueNames.Invitations)] QueueMessage message) => DeliverAsync("SendInvitations", message);

    [FunctionName("SendMessage")]
    public Task SendMessageAsync([QueueTrigger(QueueNames.Messages)] QueueMessage message) => DeliverAsync("SendMessage", message);

    [FunctionName("HandleInbound")]
    public Task HandleInboundAsync([QueueTrigger(QueueNames.Inbound)] QueueMessage message) => DeliverAsync("HandleInbound", message);

    private async Task DeliverAsync(string function, QueueMessage message)
    {
        if (await worker.DeliverAsync(function, message) is { } failed)
            throw new InvalidOperationException(failed);
    }
}
