using Outreach.Contacts;
using Outreach.Functions.Texts;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Texts;

namespace Outreach.Functions.Lists;

/// <summary>What the SMS to the people of a list would cost, about: an invitation of usual length in each language, times how many get it.</summary>
internal sealed class ListCost(OwnTextStore texts, Settings settings, IConfiguration configuration)
{
    private const string UsualName = "Mohammed Jansen";

    /// <returns>In euros; null when nobody gets an SMS.</returns>
    public async Task<decimal?> OfAsync(IReadOnlyList<WayCount> ways, Group group, Meeting meeting, CancellationToken ct)
    {
        var sms = ways.Where(way => way.Channel is Channel.Sms).ToList();
        if (sms.Count == 0)
            return null;
        var own = await texts.OfAsync(group.Id, meeting.Id, ct);
        return sms.Sum(way => way.People * PartsOf(way.Language, group, meeting, own)) * SmsPrice.Of(configuration);
    }

    private int PartsOf(string language, Group group, Meeting meeting, OwnTexts own)
    {
        var id = PersonId.New(0, meeting.CreatedAt);
        var person = new Person { Id = id, Name = UsualName, Language = language, CreatedAt = meeting.CreatedAt };
        var invitation = new Invitation { Meeting = meeting.Id, Person = id, Code = Code.New(Code.NewPrefix()), Language = language, CreatedAt = meeting.CreatedAt };
        var message = AskingMessage.For(person, invitation, meeting);
        var outgoing = new Outgoing(message, null, new Stored<Person>(person, ""), new Stored<Invitation>(invitation, ""), meeting) { OwnTexts = own };
        return SmsSegments.Count(Compose.Of(outgoing, group, null, settings).Sms).Segments;
    }
}
