using Microsoft.Extensions.DependencyInjection;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Functions.Adapters.Sqlite;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Benchmarks;

/// <summary>The product's use cases over the embedded store of a folder, on a clock that stands at an hour when messages may leave.</summary>
internal sealed class Product : IAsyncDisposable
{
    /// <summary>As host.json has it.</summary>
    private const int BatchSize = 8;

    private readonly ServiceProvider services;

    private Product(ServiceProvider services, Meeting meeting) => (this.services, Meeting) = (services, meeting);

    public static GroupId Group => GroupId.Default;

    public Meeting Meeting { get; }

    public DaytimeClock Clock => Get<DaytimeClock>();

    /// <param name="replace">Puts something else behind a port.</param>
    public static async Task<Product> OpenAsync(string folder, Action<IServiceCollection>? replace = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<DaytimeClock>().AddSingleton<TimeProvider>(sp => sp.GetRequiredService<DaytimeClock>());
        services.AddSingleton(new Settings { BaseUrl = new Uri("https://buurt.example"), MessagesPerDay = Spending.Max });
        services.AddSingleton(new ContactHasher(new byte[32]));
        services.AddEmbeddedStore(folder);
        services.AddSingleton<LocalOutbox>();
        services.AddSingleton(sp => new Senders(sp.GetRequiredService<LocalOutbox>(), sp.GetRequiredService<LocalOutbox>()));
        services.AddFeatures();
        replace?.Invoke(services);
        var provider = services.BuildServiceProvider();
        return new Product(provider, await SetUpAsync(provider));
    }

    public IServiceProvider Services => services;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task<UploadedList> ImportAsync(string path)
    {
        await using var content = File.OpenRead(path);
        var list = await Get<UploadList>().HandleAsync(new UploadListCommand(Group, Meeting.Id, "list.csv", content, Basis.Consent, "at the door", "nl"), default);
        await RunQueuesAsync();
        return (await Get<ListStore>().FindAsync(Group, list.Id, default))!.Value;
    }

    /// <summary>Works as the pump and the host do until all queues are empty: a batch of messages at once, answers beside bulk.</summary>
    public async Task RunQueuesAsync()
    {
        while ((await Task.WhenAll(QueueNames.All.Select(DrainAsync))).Any(any => any))
        {
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task<bool> DrainAsync(string queue)
    {
        var queues = Get<IQueues>();
        var any = false;
        while (await queues.ReceiveAsync(queue, BatchSize, TimeSpan.FromMinutes(10), default) is { Count: > 0 } messages)
        {
            any = true;
            await Task.WhenAll(messages.Select(message => Task.Run(async () =>
            {
                await HandleAsync(queue, message.Text);
                await queues.DeleteAsync(queue, message, default);
            })));
        }

        return any;
    }

    private Task HandleAsync(string queue, string text) => queue switch
    {
        QueueNames.Lists => Get<ImportList>().HandleAsync(RowJson.ReadText<ImportListJob>(text), default),
        QueueNames.Invitations => Get<SendBatch>().HandleAsync(RowJson.ReadText<SendInvitationsJob>(text), default),
        QueueNames.Messages => Get<SendMessage>().HandleAsync(RowJson.ReadText<SendMessageJob>(text), default),
        _ => Get<Outreach.Replies.HandleInbound>().HandleAsync(RowJson.ReadText<Outreach.Replies.InboundBatch>(text), default),
    };

    private static async Task<Meeting> SetUpAsync(ServiceProvider services)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await services.GetRequiredService<GroupStore>().AddAsync(new Group { Id = Group, Name = "De buurt", Language = "nl", CreatedAt = now }, default);
        var draft = new MeetingDraft(
            "Avond over het plein", null, Audience.Residents, null, now.AddDays(14), now.AddDays(14).AddHours(2), "Buurthuis De Linde", null,
            "Noor Verzonnen", "+31 20 000 0000", [], Meeting.DefaultQuota, null);
        var (meeting, problem) = await services.GetRequiredService<CreateMeeting>().HandleAsync(Group, draft, default);
        return meeting ?? throw new InvalidOperationException($"{problem}");
    }
}

/// <summary>Begins on a Tuesday morning, and can be moved.</summary>
internal sealed class DaytimeClock : TimeProvider
{
    private TimeSpan shift = new DateTimeOffset(2027, 3, 2, 9, 30, 0, TimeSpan.Zero) - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;

    public void MoveTo(DateTimeOffset moment) => shift = moment - System.GetUtcNow();
}
