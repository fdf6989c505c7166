using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Tests.Support;

namespace Outreach.Tests.Meetings;

public sealed class LetterBatchTests
{
    [Fact]
    public async Task A_batch_is_printed_once_whoever_presses_twice()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, persons) = await LettersAsync(here);
        var post = here.Get<PostLetters>();

        var first = await post.PrintAsync(Neighbourhood.Group, meeting, persons, 2, here.Now, default);
        var again = await post.PrintAsync(Neighbourhood.Group, meeting, persons, 2, here.Now, default);

        Assert.Equal((2, here.Now), (first!.Letters, first.PrintedAt));
        Assert.Null(again);
    }

    [Fact]
    public async Task Letters_leave_the_list_when_their_batch_is_posted_and_come_back_when_it_was_not_printed()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, persons) = await LettersAsync(here);
        var post = here.Get<PostLetters>();
        var printed = (await post.PrintAsync(Neighbourhood.Group, meeting, [persons[0]], 1, here.Now, default))!;
        var put = (await post.PrintAsync(Neighbourhood.Group, meeting, [persons[1]], 1, here.Now, default))!;

        Assert.True(await post.HandleAsync(Neighbourhood.Group, meeting, printed.Id, default));
        Assert.True(await post.PutBackAsync(Neighbourhood.Group, meeting.Id, put.Id, default));
        Assert.False(await post.PutBackAsync(Neighbourhood.Group, meeting.Id, printed.Id, default));

        Assert.Equal([Delivery.Sent, Delivery.HandedOn], persons.Select(person => here.Invitations(meeting).Single(i => i.Person == person).Delivery));
        Assert.Equal([printed.Id], (await here.Get<LetterBatches>().ListAsync(Neighbourhood.Group, meeting.Id, default)).Select(batch => batch.Value.Id));
    }

    [Fact]
    public async Task Post_that_comes_back_is_found_by_its_code_and_nothing_more_goes_to_that_address()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, persons) = await LettersAsync(here);
        var batch = (await here.Get<PostLetters>().PrintAsync(Neighbourhood.Group, meeting, persons, 2, here.Now, default))!;
        await here.Get<PostLetters>().HandleAsync(Neighbourhood.Group, meeting, batch.Id, default);
        var code = here.Invitations(meeting).Single(i => i.Person == persons[0]).Code;
        var returned = here.Get<ReturnLetter>();

        Assert.Equal(ReturnOutcome.Noted, (await returned.HandleAsync(Neighbourhood.Group, meeting.Id, code, default)).Outcome);
        Assert.Equal(ReturnOutcome.AlreadyKnown, (await returned.HandleAsync(Neighbourhood.Group, meeting.Id, code, default)).Outcome);
        Assert.Equal(ReturnOutcome.NotALetter, (await returned.HandleAsync(Neighbourhood.Group, (await here.PlanAsync()).Id, code, default)).Outcome);

        var person = here.Rows<Person>("person|").Single(p => p.Id == persons[0]);
        Assert.False(ChannelOrder.Reaches(person, Channel.Letter));
        Assert.Equal(1, (await here.FunnelAsync(meeting)).Failed);
        Assert.Equal(1, (await here.Get<LetterBatches>().FindAsync(Neighbourhood.Group, meeting.Id, batch.Id, default))!.Value.Returned);
    }

    [Fact]
    public async Task Post_that_comes_back_was_for_all_of_the_household()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportTextAsync(meeting, "naam;straat;huisnummer;postcode\nJan Bos;Lindelaan;1;1234AB\nEls Bos;Lindelaan;1;1234AB\nPiet Pot;Lindelaan;3;1234AB\n");
        await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        await here.DrainAsync();
        var invitations = here.Invitations(meeting).ToDictionary(invitation => here.Rows<Person>("person|").Single(person => person.Id == invitation.Person).Name!);
        var batch = (await here.Get<PostLetters>().PrintAsync(Neighbourhood.Group, meeting, [.. invitations.Values.Select(invitation => invitation.Person)], 2, here.Now, default))!;
        await here.Get<PostLetters>().HandleAsync(Neighbourhood.Group, meeting, batch.Id, default);

        await here.Get<ReturnLetter>().HandleAsync(Neighbourhood.Group, meeting.Id, invitations["Els Bos"].Code, default);

        Assert.Equal(
            [("Els Bos", Delivery.PermanentFailure), ("Jan Bos", Delivery.PermanentFailure), ("Piet Pot", Delivery.Sent)],
            invitations.OrderBy(one => one.Key).Select(one => (one.Key, here.Invitations(meeting).Single(now => now.Person == one.Value.Person).Delivery)));
        Assert.Equal(1, (await here.Get<LetterBatches>().FindAsync(Neighbourhood.Group, meeting.Id, batch.Id, default))!.Value.Returned);
    }

    [Fact]
    public async Task Post_that_comes_back_takes_the_letters_of_other_meetings_along()
    {
        using var here = await Neighbourhood.OpenAsync();
        const string list = "naam;straat;huisnummer;postcode;telefoon\nAnn;Lindelaan;1;1234AB;0301234567\n";
        var (first, second) = (await here.PlanAsync(), await here.PlanAsync(inDays: 20));
        foreach (var meeting in new[] { first, second })
        {
            await here.ImportTextAsync(meeting, list);
            await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
            await here.DrainAsync();
        }

        Assert.Equal(ReturnOutcome.Noted, (await here.Get<ReturnLetter>().HandleAsync(Neighbourhood.Group, first.Id, Assert.Single(here.Invitations(first)).Code, default)).Outcome);

        Assert.Equal([Channel.Call, Channel.Call], new[] { first, second }.Select(meeting => Assert.Single(here.Invitations(meeting)).Channel));
    }

    private static async Task<(Meeting Meeting, IReadOnlyList<PersonId> Persons)> LettersAsync(Neighbourhood here)
    {
        var meeting = await here.PlanAsync();
        await here.ImportTextAsync(meeting, "naam;straat;huisnummer;postcode\nAnn;Lindelaan;1;1234AB\nBo;Lindelaan;3;1234AB\n");
        await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        await here.DrainAsync();
        return (meeting, [.. here.Invitations(meeting).Select(i => i.Person)]);
    }
}
