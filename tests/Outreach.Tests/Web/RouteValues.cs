using Outreach.Functions.Web.SigningIn;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Sending;
using Outreach.Team;
using Outreach.Welcome;

namespace Outreach.Tests.Web;

/// <summary>What to put in the addresses of the route table.</summary>
internal static class RouteValues
{
    /// <summary>Of the right shape, and nobody's.</summary>
    public static readonly IReadOnlyDictionary<string, string> Unknown = new Dictionary<string, string>()
    {
        ["id"] = "00000000",
        ["person"] = "000000000000000",
        ["list"] = "00000000",
        ["mailing"] = "0000",
        ["code"] = "0000000000",
        ["door"] = "0000",
        ["address"] = "0000",
        ["batch"] = "0000",
        ["part"] = "0000",
        ["/meetings/{id}/parts/{part}/{verb:regex(^(thanked|paid|remove)$)}"] = "thanked",
        ["kind"] = "invitation",
        ["language"] = "nl",
        ["verb"] = "pause",
        ["queue"] = "messages",
        ["column"] = "1",
        ["row"] = "2",
        ["format"] = "csv",
        ["step"] = "letters",
        ["task"] = "send",
        ["/meetings/{id}"] = "000000000000",
        ["/api/meetings/{id}"] = "000000000000",
        ["/people/{id}"] = "000000000000000",
        ["/api/people/{id}"] = "000000000000000",
        ["/inbox/{id}"] = "0000000000000000",
        ["/api/inbox/{id}"] = "0000000000000000",
        ["/welcome/{id}"] = "000000000000000",
        ["/api/welcome/{id}"] = "000000000000000",
        ["/welcome/card/{id}"] = "000000000000",
        ["/api/card/{id}"] = "000000000000",
        ["/welcome/texts/{kind}"] = "welcome",
        ["/api/welcome/texts/{kind}"] = "welcome",
        ["/languages/{code}"] = "nl",
        ["/meetings/{id}/paper/letters/{batch}/{verb:regex(^(posted|back)$)}"] = "posted",
        ["/group/sessions/{id}"] = new string('0', 64),
        ["secret"] = "guess",
    };

    /// <summary>A group with something of everything, and the values that lead there.</summary>
    /// <param name="name">Stands in all that is made.</param>
    public static async Task<IReadOnlyDictionary<string, string>> FillAsync(OrganiserSite site, string meeting, string name)
    {
        _ = MeetingId.TryParse(meeting, out var at);
        var invitation = await site.Get<PeopleStore>().InvitationsAsync(new Shard(GroupId.Default, 0), at, default).Concat(Shard.All(GroupId.Default).Skip(1).ToAsyncEnumerable().SelectMany(shard => site.Get<PeopleStore>().InvitationsAsync(shard, at, default))).FirstAsync();
        var person = invitation.Value.Person;
        await site.Get<AskQuestion>().HandleAsync(new Question(GroupId.Default, person, at, $"{name} vraagt of er een lift is.", site.Get<TimeProvider>().GetUtcNow()), default);
        var draft = new CardDraft($"{name} Sanne", "06 12 00 00 31", null, "Fatima", new Dictionary<string, string> { ["nl"] = "Overlast in de straat." });
        Assert.Null(await site.Get<EditCard>().HandleAsync(GroupId.Default, "000000000001", draft, "nl", default));
        new CandidateForm($"{name} de Wit", "06 12345609", null, null).TryRead(site.Get<Settings>().Countries, true, out var candidate);
        var (welcome, _) = await site.Get<WelcomeResident>().HandleAsync(GroupId.Default, new NewResident(candidate, new DateOnly(2027, 2, 20)), default);
        await site.Get<ApiKeys>().MakeAsync(GroupId.Default, $"{name} app", KeyScope.Read, null, default);
        var theirs = new Dictionary<string, string>(Unknown);
        theirs["/meetings/{id}"] = theirs["/api/meetings/{id}"] = meeting;
        theirs["/people/{id}"] = theirs["/api/people/{id}"] = theirs["person"] = person.Value;
        theirs["list"] = theirs["/api/lists/{id}"] = (await site.Get<ListStore>().ListAsync(GroupId.Default, default))[0].Id.Value;
        theirs["mailing"] = (await site.Get<Mailings>().ListAsync(GroupId.Default, at, default))[0].Id;
        theirs["/inbox/{id}"] = theirs["/api/inbox/{id}"] = (await site.Get<Inbox>().ListAsync(GroupId.Default, true, default))[0].Id;
        theirs["/welcome/card/{id}"] = theirs["/api/card/{id}"] = "000000000001";
        theirs["/welcome/{id}"] = theirs["/api/welcome/{id}"] = welcome!.Person.Value;
        theirs["/welcome/ways/{code}"] = theirs["/api/welcome/ways/{code}"] = (await site.Get<WelcomeWays>().AddAsync(GroupId.Default, WayKind.Host, $"{name} Truus", null, default))!.Code.Value;
        theirs["/group/keys/{id}"] = (await site.Get<ApiKeys>().ListAsync(GroupId.Default, default))[0].Id;
        theirs["/group/sessions/{id}"] = (await site.Get<Sessions>().ListAsync(default))[0].Id;
        theirs["/group/hosts/{code}"] = (await LinkAsync(site, meeting)).Value;
        theirs["elsewhere"] = (await site.MeetingAsync("Soep")).Split('/')[^1];
        theirs["invitation"] = invitation.Value.Code.Value;
        return theirs;
    }

    public static async Task<Code> LinkAsync(OrganiserSite site, string meeting)
    {
        _ = MeetingId.TryParse(meeting, out var id);
        return (await site.Get<MakeHostLink>().HandleAsync(GroupId.Default, new HostLinkDraft("Ahmed", [id], null), site.Get<TimeProvider>().GetUtcNow(), default)).Link!.Code;
    }
}
