using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>Decides whether a message may leave now, and puts it into words.</summary>
public sealed class PrepareMessage(PeopleStore people, Codes codes, Suppressions suppressions, ContactHasher hasher, Settings settings, TimeProvider clock)
{
    private readonly SendingHours _hours = new(settings.Zone);

    public SendDecision Decide(Outgoing item, bool isBlocked) => SendRules.Decide(item, isBlocked, _hours, clock.GetUtcNow());

    /// <summary>Which of these go to a number or address that is suppressed: one look for one, the whole list for many.</summary>
    public async Task<Func<Outgoing, bool>> BlockedAsync(GroupId group, IReadOnlyList<Outgoing> items, CancellationToken ct)
    {
        if (items is [var only])
        {
            var isBlocked = HashOf(group, only) is { } contact && await suppressions.BlocksAsync(group, contact, ct);
            return _ => isBlocked;
        }

        var all = await suppressions.AllAsync(group, ct);
        return item => HashOf(group, item) is { } contact && all.Contains(contact.Value);
    }

    public async Task<Outgoing> WriteAsync(Group group, Outgoing item, SendDecision.Send send, CancellationToken ct)
    {
        var person = item.Person.Value;
        var nominator = person is { MayNameNominator: true, Nominator: { } id } && item.Message.Kind is MessageKind.NomineeInvitation
            ? (await people.FindAsync(group.Id, id, ct))?.Value
            : null;
        var passOn = item.Message.Kind is MessageKind.Thanks ? await UnusedAsync(item.Invitation?.Value.PassOnCodes ?? [], ct) : [];
        // It may have waited for its turn. A welcome is still one without the meeting that it was to mention, when that was called off or has begun.
        var isGone = MessageKinds.IsWelcome(item.Message.Kind) && !(item.Meeting is { CancelledAt: null } meeting && clock.GetUtcNow() < meeting.StartsAt);
        var words = Compose.Of(item with { PassOn = passOn, Meeting = isGone ? null : item.Meeting }, group, nominator, settings);
        return item with
        {
            Html = words.Html,
            Message = item.Message with
            {
                Address = send.Address,
                Subject = send.Channel is Channel.Email ? words.Subject : null,
                Text = send.Channel is Channel.Email ? words.Text : words.Sms,
            },
        };
    }

    private async Task<IReadOnlyList<Code>> UnusedAsync(IReadOnlyList<Code> all, CancellationToken ct)
    {
        var unused = new List<Code>();
        foreach (var code in all)
        {
            if (await codes.FindAsync(code, ct) is { Value.UsedBy: null })
                unused.Add(code);
        }

        return unused;
    }

    private ContactHash? HashOf(GroupId group, Outgoing item) => item.Message.Channel switch
    {
        Channel.Sms when (item.Message.Address ?? item.Person.Value.Mobile?.Value) is { } number => hasher.Of(group, new PhoneNumber(number)),
        Channel.Email when (item.Message.Address ?? item.Person.Value.Email?.Value) is { } address => hasher.Of(group, new EmailAddress(address)),
        _ => null,
    };
}
