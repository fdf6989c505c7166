using AngleSharp.Dom;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Tests.Web;

namespace Outreach.Tests.Meetings;

/// <summary>Letters, doors and calls are offered while somebody can still do something with them.</summary>
public sealed class PaperPagesTests : AsOrganiser
{
    private const string Letters = "Naam;Straat;Huisnummer;Postcode\nAnn Smit;Lindelaan;1;1234AB\nBo Visser;Lindelaan;3;1234AB\n";

    [Fact]
    public async Task Letters_that_were_posted_are_not_offered_again_and_later_ones_are()
    {
        var meeting = await Site.InvitedAsync(Letters);
        var letters = meeting + "/paper/letters";
        var shown = await Site.PageAsync(letters);
        var persons = shown.QuerySelectorAll("form input[name=person]").Select(input => ("person", input.GetAttribute("value")!)).ToArray();
        Assert.Equal(["Ann Smit", "Bo Visser"], NamesOn(shown));

        await Site.UploadAsync(meeting, "Naam;Straat;Huisnummer;Postcode\nCas Mulder;Lindelaan;5;1234AB\n");
        await Site.FollowAsync(meeting + "/send", meeting + "/send", ("perHour", ""));
        await Site.DrainAsync();
        var after = await Site.FollowAsync(letters, letters, persons);

        Assert.Equal(["Cas Mulder"], NamesOn(after));
    }

    [Fact]
    public async Task Whose_letter_came_back_is_said_and_can_be_taken_back()
    {
        var meeting = await Site.InvitedAsync(Letters);
        var letters = meeting + "/paper/letters";
        var persons = (await Site.PageAsync(letters)).QuerySelectorAll("form input[name=person]").Select(input => ("person", input.GetAttribute("value")!)).ToArray();
        await Site.FollowAsync(letters, letters, persons);
        var code = (await Site.Get<PeopleStore>().FindAsync(GroupId.Default, new MeetingId(meeting.Split('/')[^1]), PersonId.TryParse(persons[0].Item2, out var id) ? id : default, default))!.Value.Code;

        var noted = await Site.FollowAsync(letters, letters + "/returned", ("code", $"{code}"));
        var hidden = noted.QuerySelectorAll("form[action$='/undo'] input[type=hidden]").Where(input => input.GetAttribute("name") is "person" or "noted").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!)).ToArray();
        Assert.Matches("Dit was de brief voor (Ann Smit, Lindelaan 1|Bo Visser, Lindelaan 3)\\.", noted.QuerySelector("main")!.TextContent);

        var after = await Site.FollowAsync(letters, letters + "/returned/undo", hidden);

        Assert.Contains("deze brief is gewoon onderweg", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await Site.Get<PeopleStore>().FindAsync(GroupId.Default, id, default))!.Value.AddressStoppedAt);
    }

    [Fact]
    public async Task A_meeting_that_is_over_offers_no_letters_doors_or_calls()
    {
        var meeting = await Site.InvitedAsync(Letters);
        await Site.UploadAsync(meeting, "Naam;Telefoon\nSelam Haile;0301234567\n");
        await Site.FollowAsync(meeting + "/send", meeting + "/send", ("perHour", ""));
        await Site.DrainAsync();
        Assert.NotNull((await Site.PageAsync(meeting)).QuerySelector("#by-hand"));
        Assert.NotNull((await Site.PageAsync(meeting + "/paper/calls")).QuerySelector("form.answer"));

        await Site.AdvanceAsync(TimeSpan.FromDays(12));

        Assert.Null((await Site.PageAsync(meeting)).QuerySelector("#by-hand"));
        Assert.Empty(NamesOn(await Site.PageAsync(meeting + "/paper/letters")));
        foreach (var list in (string[])["doors", "calls"])
            Assert.Null((await Site.PageAsync($"{meeting}/paper/{list}")).QuerySelector("form.answer, table.round"));
    }

    [Fact]
    public async Task Places_are_counted_in_people_on_the_meeting_and_in_the_list_of_meetings()
    {
        var meeting = await Site.InvitedAsync();
        await Site.Get<ChangeMeeting>().HandleAsync(
            GroupId.Default, new MeetingId(meeting.Split('/')[^1]), new MeetingChange { Capacity = 4, Cancelled = false }, CancellationToken.None);

        await Site.ReplyAsync("+31612345601", "ja 3");
        await Site.ReplyAsync("+31612345602", "ja 2");

        Assert.Contains("3 van de 4 plaatsen zijn bezet. Mensen op de wachtlijst: 2.", (await Site.PageAsync(meeting)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("3 / 4 (+2)", (await Site.PageAsync("/meetings")).QuerySelectorAll("dl.numbers dd").Select(dd => dd.TextContent));
    }

    [Fact]
    public async Task Whoever_changes_a_meeting_reads_that_those_who_did_not_answer_are_told_as_well()
    {
        var meeting = await Site.InvitedAsync();

        Assert.Contains("wie is uitgenodigd en nog niets liet weten", (await Site.PageAsync(meeting + "/edit")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static List<string> NamesOn(IDocument letters) => [.. letters.QuerySelectorAll("article.sheet address").Select(address => address.FirstChild!.TextContent.Trim())];
}
