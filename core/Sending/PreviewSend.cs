using Outreach.Contacts;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>What would leave in one language.</summary>
/// <param name="Segments">SMS messages that an operator bills for all of them together.</param>
/// <param name="SmsExample">As the first of them would read it; null when nobody gets one.</param>
/// <param name="Longest">The longest SMS of all, counted.</param>
public sealed record LanguagePreview(string Language, int Sms, int Emails, int Paper, int Segments, string? SmsExample, SmsSegments? Longest, RenderedMessage Example)
{
    public int People => Sms + Emails + Paper;
}

/// <summary>What a click on Send would do, by language; nothing is changed.</summary>
public sealed class PreviewSend(PeopleStore people, Mailings mailings, OwnTextStore texts, Settings settings)
{
    public async Task<IReadOnlyList<LanguagePreview>> HandleAsync(Group group, Meeting meeting, CancellationToken ct)
    {
        var counts = new Dictionary<string, Counting>(StringComparer.Ordinal);
        var own = await texts.OfAsync(group.Id, meeting.Id, ct);
        var pending = await mailings.PendingAsync(group.Id, meeting.Id, ct);
        await foreach (var (person, invitation) in people.AskedAsync(group.Id, meeting.Id, i => i.IsUnsent && !pending.Takes(i), ct))
            Add(counts, group, new Outgoing(AskingMessage.For(person.Value, invitation.Value, meeting), null, person, invitation, meeting) { OwnTexts = own });

        return [.. counts.Values.Select(count => count.ToPreview()).OrderByDescending(preview => preview.People)];
    }

    private void Add(Dictionary<string, Counting> counts, Group group, Outgoing item)
    {
        var language = item.Message.Language;
        if (!counts.TryGetValue(language, out var count))
            counts[language] = count = new Counting(language);
        count.Add(item.Message.Channel, () => Compose.Of(item, group, null, settings));
    }

    private sealed class Counting(string language)
    {
        private int _sms;
        private int _emails;
        private int _paper;
        private int _segments;
        private string? _example;
        private SmsSegments? _longest;
        private RenderedMessage? _rendered;

        public void Add(Channel channel, Func<RenderedMessage> render)
        {
            if (channel is not Channel.Sms)
            {
                _rendered ??= render();
                if (channel is Channel.Email)
                    _emails++;
                else
                    _paper++;
                return;
            }

            var rendered = render();
            var size = SmsSegments.Count(rendered.Sms);
            _rendered ??= rendered;
            _example ??= rendered.Sms;
            _sms++;
            _segments += size.Segments;
            if (_longest is not { } longest || size.Characters > longest.Characters)
                _longest = size;
        }

        public LanguagePreview ToPreview() => new(language, _sms, _emails, _paper, _segments, _example, _longest, _rendered!);
    }
}
