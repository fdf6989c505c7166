using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.OptOuts;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Tests.Support;

namespace Outreach.Tests.Meetings;

/// <summary>A letter that was posted cannot be called back: who holds one with the old date is named until they know.</summary>
public sealed class OldLettersTests
{
    [Fact]
    public async Task A_posted_letter_with_the_old_date_is_a_task_until_a_new_one_is_posted()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, persons) = await PostedAsync(here);
        Assert.Equal(0, (await KnowsAsync(here, meeting)).OldLetters);

        var moved = await ChangeAsync(here, meeting, new MeetingChange { StartsAt = meeting.StartsAt.AddDays(1) });

        Assert.Equal(2, (await KnowsAsync(here, moved)).OldLetters);
        Assert.Equal(2, Assert.Single(await TodayAsync(here), task => task.Kind is TodayKind.OldLetters).Count);
        var post = here.Get<PostLetters>();
        var batch = (await post.PrintAsync(Neighbourhood.Group, moved, persons, 2, here.Now, default))!;
        Assert.Equal(2, (await KnowsAsync(here, moved)).OldLetters);
        await post.HandleAsync(Neighbourhood.Group, moved, batch.Id, default);
        Assert.Equal(0, (await KnowsAsync(here, moved)).OldLetters);
        Assert.Null(await post.PrintAsync(Neighbourhood.Group, moved, persons, 2, here.Now, default));
        Assert.DoesNotContain(await TodayAsync(here), task => task.Kind is TodayKind.OldLetters);

        await here.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(2, (await KnowsAsync(here, await ChangeAsync(here, moved, new MeetingChange { Place = "De Fuik" }))).OldLetters);
    }

    [Fact]
    public async Task Letters_to_a_meeting_that_is_off_are_told_by_walking_past()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, persons) = await PostedAsync(here);
        var off = await ChangeAsync(here, meeting, new MeetingChange { Cancelled = true });
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(2, Assert.Single(await TodayAsync(here), task => task.Kind is TodayKind.OldLetters).Count);
        await here.Get<TellOfOldLetters>().HandleAsync(Neighbourhood.Group, off, [persons[0]], seenAt: null, default);

        Assert.Equal([persons[1]], (await here.Get<PaperLists>().OldLettersAsync(Neighbourhood.Group, off, default)).Select(entry => entry.Person.Id));
    }

    [Fact]
    public async Task Letters_that_were_printed_before_a_change_and_posted_after_it_give_the_old_date()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, persons) = await LettersAsync(here);
        var post = here.Get<PostLetters>();
        var batch = (await post.PrintAsync(Neighbourhood.Group, meeting, persons, 2, here.Now, default))!;
        await here.AdvanceAsync(TimeSpan.FromHours(1));
        var moved = await ChangeAsync(here, meeting, new MeetingChange { StartsAt = meeting.StartsAt.AddDays(1) });

        await post.HandleAsync(Neighbourhood.Group, moved, batch.Id, default);

        Assert.Equal(2, (await KnowsAsync(here, moved)).OldLetters);
        var back = await ChangeAsync(here, moved, new MeetingChange { StartsAt = meeting.StartsAt });
        Assert.Equal(0, (await KnowsAsync(here, back)).OldLetters);
    }

    [Fact]
    public async Task A_letter_that_was_written_before_a_change_and_printed_after_it_is_right()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, persons) = await LettersAsync(here);
        var moved = await ChangeAsync(here, meeting, new MeetingChange { StartsAt = meeting.StartsAt.AddDays(1) });
        await here.AdvanceAsync(TimeSpan.FromHours(1));

        var batch = (await here.Get<PostLetters>().PrintAsync(Neighbourhood.Group, moved, persons, 2, here.Now, default))!;
        await here.Get<PostLetters>().HandleAsync(Neighbourhood.Group, moved, batch.Id, default);

        Assert.Equal(0, (await KnowsAsync(here, moved)).OldLetters);
    }

    [Fact]
    public async Task Letters_that_were_read_before_a_change_and_said_to_be_posted_after_it_give_the_old_date()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, persons) = await LettersAsync(here);
        var readAt = here.Now;
        await here.AdvanceAsync(TimeSpan.FromHours(1));
        var moved = await ChangeAsync(here, meeting, new MeetingChange { StartsAt = meeting.StartsAt.AddDays(1) });

        var batch = (await here.Get<PostLetters>().PrintAsync(Neighbourhood.Group, moved, persons, 2, readAt, default))!;
        await here.Get<PostLetters>().HandleAsync(Neighbourhood.Group, moved, batch.Id, default);

        Assert.Equal(2, (await KnowsAsync(here, moved)).OldLetters);
    }

    [Fact]
    public async Task A_house_that_wants_nobody_at_its_door_is_not_walked_past_with_news()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, persons) = await PostedAsync(here);
        var moved = await ChangeAsync(here, meeting, new MeetingChange { StartsAt = meeting.StartsAt.AddDays(1) });
        var home = (await here.Get<PeopleStore>().FindAsync(Neighbourhood.Group, persons[0], default))!.Value.Address!;

        await here.Get<StopAddress>().HandleAsync(Neighbourhood.Group, home, default);

        Assert.Equal(1, (await KnowsAsync(here, moved)).OldLetters);
        Assert.Equal([persons[1]], (await here.Get<PaperLists>().OldLettersAsync(Neighbourhood.Group, moved, default)).Select(entry => entry.Person.Id));
    }

    private static async Task<(Meeting Meeting, IReadOnlyList<PersonId> Persons)> PostedAsync(Neighbourhood here)
    {
        var (meeting, persons) = await LettersAsync(here);
        var batch = (await here.Get<PostLetters>().PrintAsync(Neighbourhood.Group, meeting, persons, 2, here.Now, default))!;
        await here.Get<PostLetters>().HandleAsync(Neighbourhood.Group, meeting, batch.Id, default);
        await here.AdvanceAsync(TimeSpan.FromDays(1));
        return (meeting, persons);
    }

    private static async Task<(Meeting Meeting, IReadOnlyList<PersonId> Persons)> LettersAsync(Neighbourhood here)
    {
        var meeting = await here.PlanAsync();
        await here.ImportTextAsync(meeting, "naam;straat;huisnummer;postcode\nAnn;Lindelaan;1;1234AB\nBo;Lindelaan;3;1234AB\n");
        await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        await here.DrainAsync();
        return (meeting, [.. here.Invitations(meeting).Select(i => i.Person)]);
    }

    /// <summary>The clock has moved on when somebody prints anew.</summary>
    private static async Task<Meeting> ChangeAsync(Neighbourhood here, Meeting meeting, MeetingChange change)
    {
        var (after, problem) = await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, change, default);
        Assert.Null(problem);
        await here.AdvanceAsync(TimeSpan.FromMinutes(1));
        return after!;
    }

    private static Task<Untold> KnowsAsync(Neighbourhood here, Meeting meeting) => here.Get<ReadUntold>().HandleAsync(Neighbourhood.Group, meeting, default);

    private static Task<IReadOnlyList<TodayTask>> TodayAsync(Neighbourhood here) =>
        here.Get<ReadToday>().HandleAsync(Neighbourhood.Group, here.Now, default);
}
