using Outreach.Records;
using Outreach.Sending;
using SendGrid;

namespace Outreach.Functions.Adapters.SendGrid;

/// <summary>Sends e-mail through SendGrid, a thousand messages a call, each to one person and written for that person.</summary>
internal sealed partial class SendGridEmailSender(HttpClient http, SendGridOptions options, TimeProvider clock, ILogger<SendGridEmailSender> log) : IEmailSender
{
    // Twenty calls find one bad message among a thousand; when all are bad, it is not the messages.
    private const int MaxSplits = 32;

    private readonly SendGridClient _client = new(http, new SendGridClientOptions { ApiKey = options.ApiKey, Host = options.BaseUrl.AbsoluteUri });

    public int BatchSize => MailCall.MaxLetters;

    /// <summary>
    /// A "processed" event names our reference within minutes, and later only when our webhook was away. A second copy
    /// would carry the same Message-ID, which most mailboxes show once.
    /// </summary>
    public TimeSpan DoubtPeriod => options.EventPublicKey is null ? TimeSpan.FromHours(1) : TimeSpan.FromHours(6);

    public async Task<IReadOnlyList<MessageEvent>> SendAsync(IReadOnlyList<EmailToSend> emails, CancellationToken ct)
    {
        var outcomes = new MessageEvent[emails.Count];
        var waiting = new Stack<MailCall>(MailCall.Plan(emails).Reverse());
        var splits = 0;
        while (waiting.TryPop(out var call))
        {
            switch (await PostAsync(call, ct))
            {
                case SendGridAnswer.ForAll(var outcome):
                    Settle(call, outcome, outcomes);
                    if (ForTheRest(outcome) is { } rest)
                        SettleRest(waiting, rest, outcomes);
                    break;
                case SendGridAnswer.ForSome(var bad):
                    foreach (var good in Without(call, bad, outcomes))
                        waiting.Push(good);
                    break;
                case SendGridAnswer.TooMuch(var code) when call.IsSingle:
                    Settle(call, new MessageEvent.Refused(code), outcomes);
                    break;
                case SendGridAnswer.TooMuch when splits++ < MaxSplits:
                    foreach (var half in call.Letters.Chunk((call.Letters.Count + 1) / 2))
                        waiting.Push(MailCall.Of(half));
                    break;
                case SendGridAnswer.TooMuch(var code):
                    Settle(call, new MessageEvent.ChannelStopped(code, "SendGrid refuses what we send without saying why: see its activity feed."), outcomes);
                    SettleRest(waiting, outcomes[call.Letters[0].Index], outcomes);
                    break;
            }
        }

        return outcomes;
    }

    // They would hear the same; and where one call was lost, no second is risked.
    private static MessageEvent? ForTheRest(MessageEvent outcome) => outcome switch
    {
        MessageEvent.TryLater or MessageEvent.ChannelStopped => outcome,
        MessageEvent.Unknown(var code) => new MessageEvent.TryLater(code, TimeSpan.FromMinutes(1)),
        _ => null,
    };

    private IEnumerable<MailCall> Without(MailCall call, IReadOnlyDictionary<int, MessageEvent> bad, MessageEvent[] outcomes)
    {
        foreach (var (place, outcome) in bad.Where(one => one.Key < call.Letters.Count))
            Settle(MailCall.Of([call.Letters[place]]), outcome, outcomes);

        var good = call.Letters.Where((_, place) => !bad.ContainsKey(place)).ToList();
        if (good.Count == call.Letters.Count)
            Settle(call, new MessageEvent.Refused("400"), outcomes);
        else if (good.Count > 0)
            yield return MailCall.Of(good);
    }

    private void SettleRest(Stack<MailCall> waiting, MessageEvent outcome, MessageEvent[] outcomes)
    {
        while (waiting.TryPop(out var call))
            Settle(call, outcome, outcomes);
    }

    private void Settle(MailCall call, MessageEvent outcome, MessageEvent[] outcomes)
    {
        foreach (var letter in call.Letters)
            outcomes[letter.Index] = outcome;
        if (outcome is not MessageEvent.Accepted)
            Log(log, call.First.Reference, call.Letters.Count, outcome.GetType().Name, OutcomeCode.Of(outcome));
    }

    private async Task<SendGridAnswer> PostAsync(MailCall call, CancellationToken ct)
    {
        try
        {
            return await SendGridAnswer.ReadAsync(await _client.SendEmailAsync(MailSend.Write(call, options), ct), clock.GetUtcNow(), ct);
        }
        catch (Exception e) when (BrokenProviderCall.Read(e, ct) is not null)
        {
            return new SendGridAnswer.ForAll(BrokenProviderCall.Read(e, ct)!);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "E-mail {Reference} and those with it ({Count}): {Outcome}, code {Code}")]
    private static partial void Log(ILogger log, string reference, int count, string outcome, string code);
}
