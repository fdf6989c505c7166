using Outreach.Contacts;
using Outreach.Doors;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.People;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Welcome;

namespace Outreach.Tests.Web;

/// <summary>Ten thousand people asked to one meeting, a fifth of whom answered, and a long round along the doors: written straight to the store.</summary>
internal sealed class BigGroup(OrganiserSite site, MeetingId meeting)
{
    private const int People = 10_000;
    private const int ChangesPerSubmit = 90;
    private const int Asked = 100;
    private const int AuditLines = 250;

    private DateTimeOffset Now => site.Get<TimeProvider>().GetUtcNow();

    public async Task FillAsync()
    {
        var group = await site.Get<GroupStore>().GetAsync(GroupId.Default, default);
        var newcomers = Enumerable.Range(0, People).Select(n => new Newcomer(CandidateOf(n), new Ground(Basis.Consent, "op het feest", Now), new Origin(n % 3 == 0 ? Source.Nomination : Source.List) { Wave = n % 3 }));
        await site.Get<Register>().RunAsync(group, meeting, [.. newcomers], new HashSet<string>(), null, default);
        await Task.WhenAll(Shard.All(GroupId.Default).Select(AnswerAsync));
        await AskAsync();
        foreach (var n in Enumerable.Range(0, Asked))
            await site.Get<WelcomeResident>().HandleAsync(GroupId.Default, new NewResident(CandidateOf(People + (n * 10)), new DateOnly(2027, 2, 20)), default);
        var doors = Enumerable.Range(0, 600).Select(n => new NewDoor(new Address($"Laan van Straat {n / 60}", $"{1 + (n % 60)}", null, $"1234 B{(char)('A' + (n / 60))}", null), []));
        await site.Get<AddDoors>().OfPeopleAsync(GroupId.Default, meeting, "mensen", default);
        await site.Get<AddDoors>().HandleAsync(GroupId.Default, meeting, "straten", [.. doors], default);
        foreach (var n in Enumerable.Range(0, 60))
            await site.Get<AddPlace>().HandleAsync(GroupId.Default, meeting, $"Apotheek De Linde {n}", PlaceKind.Pharmacy, default);
        foreach (var n in Enumerable.Range(0, AuditLines))
            await site.Get<Audit>().WriteAsync(GroupId.Default, new AuditLine(Now.AddMinutes(-n), $"/meetings/{meeting}/checkin/{n}") { By = "fatima@example.org", From = "192.0.2.1" }, default);
        await site.DrainAsync();
    }

    private static Candidate CandidateOf(int n)
    {
        var phone = n % 10 is < 6 or 9 ? PhoneOf(n % 10 == 9 ? $"010{n:d7}" : $"06{10_000_000 + n}") : null;
        return new Candidate
        {
            Name = $"Mohammed van den Berg-{n}",
            Mobile = n % 10 < 6 ? phone : null,
            Landline = n % 10 == 9 ? phone : null,
            Email = n % 10 is 6 or 7 && EmailAddress.TryParse($"bewoner{n}@voorbeeld.nl", out var email) ? email : null,
            Language = Language.All[n % Language.All.Count].Code,
            Address = new Address($"Laan van Straat {n % 26}", $"{1 + (n / 26)}", null, $"1234 {(char)('A' + (n % 26))}A", "Boskerk"),
        };
    }

    private static PhoneNumber? PhoneOf(string text) => PhoneNumber.TryParse(text, CountryRules.Dutch, out var number, out _) ? number : null;

    private async Task AnswerAsync(Shard shard)
    {
        var people = site.Get<PeopleStore>();
        var invitations = await people.InvitationsAsync(shard, meeting, default).ToListAsync();
        foreach (var batch in invitations.Index().Chunk(ChangesPerSubmit))
        {
            var changes = new Changes(shard);
            foreach (var (index, invitation) in batch)
                changes.Change(invitation, Answered(invitation.Value, index));
            await people.SaveAsync(changes, default);
        }
    }

    private Invitation Answered(Invitation invitation, int index)
    {
        var left = invitation with { Delivery = invitation.Channel is Channel.Sms or Channel.Email ? Delivery.Delivered : Delivery.HandedOn, SentAt = Now };
        return (index % 10) switch
        {
            0 => left with { Reply = Reply.Yes, Party = 2, RepliedAt = Now },
            1 => left with { Reply = Reply.Maybe, RepliedAt = Now },
            2 => left with { Reply = Reply.No, RepliedAt = Now },
            3 => left with { Delivery = Delivery.PermanentFailure },
            4 => left with { VisitSince = Now },
            _ => left,
        };
    }

    private async Task AskAsync()
    {
        var shard = Shard.All(GroupId.Default).First();
        foreach (var invitation in await site.Get<PeopleStore>().InvitationsAsync(shard, meeting, default).Take(Asked).ToListAsync())
            await site.Get<AskQuestion>().HandleAsync(new Question(GroupId.Default, invitation.Value.Person, meeting, string.Concat(Enumerable.Repeat("Is er een lift, en mag mijn buurvrouw mee? ", 20)), Now), default);
    }
}
