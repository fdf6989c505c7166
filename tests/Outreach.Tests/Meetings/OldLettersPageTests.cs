using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Tests.Web;

namespace Outreach.Tests.Meetings;

/// <summary>What an organiser sees of people on paper when a meeting moves or is called off.</summary>
public sealed class OldLettersPageTests : AsOrganiser
{
    private const string Homes = "Naam;Straat;Huisnummer;Postcode\nAnn Smit;Lindelaan;1;1234AB\nBo Visser;Lindelaan;3;1234AB\n";

    [Fact]
    public async Task Posted_letters_that_are_wrong_are_counted_today_listed_by_address_and_printed_anew()
    {
        var meeting = await PostedAsync();
        await ChangeAsync(meeting, new MeetingChange { Place = "De Fuik", Cancelled = false });

        Assert.Contains("Vertel 2 mensen dat hun brief niet meer klopt", await TextAsync("/"), StringComparison.Ordinal);
        Assert.Contains("2 buren hebben een brief die niet meer klopt", await TextAsync(meeting), StringComparison.Ordinal);
        var letters = await Site.PageAsync(meeting + "/paper/letters");
        Assert.Equal(2, letters.QuerySelectorAll("article.sheet").Length);
        Assert.Contains("De Fuik", letters.QuerySelector("article.sheet")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lindelaan 1", letters.QuerySelector("section[aria-labelledby=old]")!.TextContent, StringComparison.Ordinal);

        var person = letters.QuerySelector("section[aria-labelledby=old] input[name=person]")!.GetAttribute("value")!;
        var after = await Site.FollowAsync(meeting + "/paper/letters", meeting + "/paper/letters/told", ("person", person));

        Assert.Single(after.QuerySelectorAll("article.sheet"));
        Assert.Contains("Vertel 1 persoon dat de brief niet meer klopt", await TextAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_to_a_meeting_that_is_off_make_a_list_to_walk_by_and_no_new_letters()
    {
        var meeting = await PostedAsync();
        await ChangeAsync(meeting, new MeetingChange { Cancelled = true });

        var letters = await Site.PageAsync(meeting + "/paper/letters");

        Assert.Empty(letters.QuerySelectorAll("article.sheet"));
        Assert.Contains("Lindelaan 3", letters.QuerySelector("section[aria-labelledby=old]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Vertel 2 mensen dat hun brief niet meer klopt", await TextAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_said_yes_and_has_only_a_door_is_named_with_the_address_when_a_meeting_moves_or_is_off(bool isOff)
    {
        var meeting = await Site.InvitedAsync(Homes);
        var bo = await PersonAsync(meeting, "Bo Visser");
        await Site.Get<RecordReply>().HandleAsync(new ReplyCommand(GroupId.Default, bo, new MeetingId(meeting.Split('/')[^1]), Reply.Yes, 1), CancellationToken.None);
        await Site.AdvanceAsync(TimeSpan.FromMinutes(10));

        await ChangeAsync(meeting, new MeetingChange { Place = isOff ? null : "De Fuik", Cancelled = isOff });
        await Site.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Contains("Bel 1 persoon die de wijziging nog niet weet, of ga langs", await TextAsync("/"), StringComparison.Ordinal);
        Assert.Contains("Ga langs: Lindelaan 3", (await Site.PageAsync(meeting + "/paper/calls")).QuerySelector("#now + .calls li")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bo Visser Lindelaan 3", await TextAsync(meeting), StringComparison.Ordinal);
    }

    private async Task<string> PostedAsync()
    {
        var meeting = await Site.InvitedAsync(Homes);
        var letters = meeting + "/paper/letters";
        var persons = (await Site.PageAsync(letters)).QuerySelectorAll("form input[name=person]").Select(input => ("person", input.GetAttribute("value")!)).ToArray();
        await Site.FollowAsync(letters, letters, [.. persons, ("do", "post")]);
        await Site.AdvanceAsync(TimeSpan.FromHours(1));
        return meeting;
    }

    private async Task<PersonId> PersonAsync(string meeting, string name) =>
        (await Site.Get<PaperLists>().HandleAsync(GroupId.Default, new MeetingId(meeting.Split('/')[^1]), CancellationToken.None)).Letters.SelectMany(home => home).Single(entry => entry.Person.Name == name).Person.Id;

    private async Task ChangeAsync(string meeting, MeetingChange change)
    {
        await Site.Get<ChangeMeeting>().HandleAsync(GroupId.Default, new MeetingId(meeting.Split('/')[^1]), change, CancellationToken.None);
        await Site.AdvanceAsync(TimeSpan.FromMinutes(1));
    }

    private async Task<string> TextAsync(string path) =>
        string.Join(' ', (await Site.PageAsync(path)).QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
