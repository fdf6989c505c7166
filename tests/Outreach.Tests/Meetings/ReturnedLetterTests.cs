using Outreach.Meetings;
using Outreach.OptOuts;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Tests.Support;

namespace Outreach.Tests.Meetings;

/// <summary>A letter that was noted by the code of another one is on its way again, with all that was for the same home.</summary>
public sealed class ReturnedLetterTests
{
    [Fact]
    public async Task It_is_taken_back_for_all_of_the_household()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, batch) = await PostedAsync(here, "Jan Bos;Lindelaan;1;1234AB;0301234567\nEls Bos;Lindelaan;1;1234AB;\n");
        var before = here.Invitations(meeting).OrderBy(one => $"{one.Person}").ToList();
        var noted = await here.Get<ReturnLetter>().HandleAsync(Neighbourhood.Group, meeting.Id, before[0].Code, default);

        Assert.True(await TakeBackAsync(here, meeting, noted));

        Assert.Equal(before.Select(one => (one.Channel, one.Delivery)), here.Invitations(meeting).OrderBy(one => $"{one.Person}").Select(one => (one.Channel, one.Delivery)));
        Assert.All(here.Rows<Person>("person|"), person => Assert.Null(person.AddressStoppedAt));
        Assert.Equal(0, (await here.Get<LetterBatches>().FindAsync(Neighbourhood.Group, meeting.Id, batch, default))!.Value.Returned);
        Assert.False(await TakeBackAsync(here, meeting, noted));
    }

    [Fact]
    public async Task An_address_that_was_stopped_for_another_reason_stays_stopped()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, _) = await PostedAsync(here, "Jan Bos;Lindelaan;1;1234AB;\n");
        var invitation = Assert.Single(here.Invitations(meeting));
        await here.Get<StopAddress>().HandleAsync(Neighbourhood.Group, Assert.Single(here.Rows<Person>("person|")).Address!, default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(5));
        var noted = await here.Get<ReturnLetter>().HandleAsync(Neighbourhood.Group, meeting.Id, invitation.Code, default);

        Assert.False(await TakeBackAsync(here, meeting, noted));

        Assert.NotNull(Assert.Single(here.Rows<Person>("person|")).AddressStoppedAt);
    }

    private static Task<bool> TakeBackAsync(Neighbourhood here, Meeting meeting, Returned noted) =>
        here.Get<ReturnLetter>().TakeBackAsync(Neighbourhood.Group, meeting.Id, noted.Person!.Value, noted.At, default);

    private static async Task<(Meeting Meeting, string Batch)> PostedAsync(Neighbourhood here, string rows)
    {
        var meeting = await here.PlanAsync();
        await here.ImportTextAsync(meeting, $"naam;straat;huisnummer;postcode;telefoon\n{rows}");
        await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        await here.DrainAsync();
        var batch = (await here.Get<PostLetters>().PrintAsync(Neighbourhood.Group, meeting, [.. here.Invitations(meeting).Select(one => one.Person)], 1, here.Now, default))!;
        await here.Get<PostLetters>().HandleAsync(Neighbourhood.Group, meeting, batch.Id, default);
        return (meeting, batch.Id);
    }
}
