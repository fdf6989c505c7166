using System.Text;
using Outreach.Contacts;
using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Sending;
using Outreach.Storage;
using Outreach.Tests.Support;
using Outreach.Welcome;

namespace Outreach.Tests.Welcome;

public sealed class WelcomeTests
{
    private const string Ann = "+31611111111";

    private static readonly SendingHours Hours = new(WholeProgram.Settings.Zone);

    private static readonly WelcomePackage Package = new() { Person = new("00000000000000a"), Code = new("0000000000"), MovedIn = new DateOnly(2026, 3, 1), At = Moments.Monday };

    [Fact]
    public async Task A_new_resident_who_answers_is_welcomed_once_and_asked_how_it_is_going_after_ten_days()
    {
        using var here = await Neighbourhood.OpenAsync();
        await WelcomeAsync(here);
        await WelcomeAsync(here);

        await here.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Contains("/w/", Assert.Single(await here.SentToAsync(Ann)), StringComparison.Ordinal);
        await here.ReplyAsync(Ann, "Dank u wel!");
        var answered = (await here.SentToAsync(Ann)).Count;
        await here.AdvanceAsync(TimeSpan.FromDays(9));
        Assert.Equal(answered, (await here.SentToAsync(Ann)).Count);
        await here.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Contains("Hoe gaat het", (await here.SentToAsync(Ann))[answered], StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_it_is_going_is_asked_without_a_meeting_that_is_called_off_before_the_message_leaves()
    {
        using var here = await Neighbourhood.OpenAsync();
        var package = (await WelcomeAsync(here))!;
        await here.AdvanceAsync(TimeSpan.FromHours(2));
        await here.ReplyAsync(Ann, "Dank u wel!");
        var meeting = await here.PlanAsync(inDays: 20);
        var group = await here.Get<GroupStore>().GetAsync(Neighbourhood.Group, default);

        Assert.True(await here.Get<TakeWelcomeStep>().HandleAsync(group, package, WelcomeStep.FollowUp, meeting, default));
        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Cancelled = true }, default);
        await here.DrainAsync();

        var asked = (await here.SentToAsync(Ann))[^1];
        Assert.Contains("Hoe gaat het", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Buurtavond", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_never_answers_gets_the_welcome_and_nothing_more()
    {
        using var here = await Neighbourhood.OpenAsync();
        await WelcomeAsync(here);

        await here.AdvanceAsync(TimeSpan.FromDays(28));

        Assert.Single(await here.SentToAsync(Ann));
    }

    [Fact]
    public async Task A_number_on_two_forms_gets_one_message_until_it_answers()
    {
        using var here = await Neighbourhood.OpenAsync();
        var place = (await here.Get<AddPlace>().HandleAsync(Neighbourhood.Group, (await here.PlanAsync()).Id, "Apotheek", PlaceKind.Pharmacy, default))!;
        await WelcomeAsync(here);
        await here.Get<AnswerPassedOn>().HandleAsync(place.Code, Neighbourhood.Candidate("Ann", Ann), Reply.Yes, 1, default);

        await here.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.Single(await here.SentToAsync(Ann));
    }

    [Fact]
    public async Task Whoever_said_stop_before_is_not_welcomed_by_message()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.ReplyAsync(Ann, "stop");

        Assert.Null(await WelcomeAsync(here));
        await here.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Empty(await here.SentToAsync(Ann));
    }

    [Fact]
    public async Task A_step_that_was_cut_off_before_it_was_noted_is_said_once()
    {
        using var here = await Neighbourhood.OpenAsync();
        var package = (await WelcomeAsync(here))!;
        var group = await here.Get<GroupStore>().GetAsync(Neighbourhood.Group, default);

        Assert.True(await here.Get<TakeWelcomeStep>().HandleAsync(group, package, WelcomeStep.Welcome, null, default));
        await here.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.Single(await here.SentToAsync(Ann));
    }

    [Fact]
    public async Task Whoever_stands_on_an_organisers_own_list_waits_for_their_press_on_send()
    {
        using var here = await Neighbourhood.OpenAsync();
        await WelcomeAsync(here);
        await here.AdvanceAsync(TimeSpan.FromHours(2));
        await here.ReplyAsync(Ann, "Dank u wel!");
        var meeting = await here.PlanAsync(inDays: 40);
        await here.ImportAsync(meeting, $"Ann;{Ann};");
        await here.AdvanceAsync(TimeSpan.FromDays(30));

        Assert.DoesNotContain(await here.SentToAsync(Ann), text => text.Contains("/i/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_has_said_stop_since_they_were_read_is_told_nothing()
    {
        using var here = await Neighbourhood.OpenAsync();
        var package = (await WelcomeAsync(here))!;
        var before = (await here.Get<PeopleStore>().FindAsync(Neighbourhood.Group, package.Person, default))!;
        await here.ReplyAsync(Ann, "stop");
        var sent = (await here.SentToAsync(Ann)).Count;
        var message = new Message { Person = package.Person, At = package.At, Step = MessageStep.Once(MessageKind.Welcome), Kind = MessageKind.Welcome, Channel = Channel.Sms, Language = "nl", State = MessageState.Queued };

        Assert.False(await here.Get<TellOnce>().HandleAsync(Neighbourhood.Group, before, message, default));
        await here.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(sent, (await here.SentToAsync(Ann)).Count);
    }

    [Fact]
    public async Task A_no_in_a_list_of_new_residents_counts_for_every_row_of_that_person()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.FillCardAsync();
        var file = Read($"naam;mobiel;geen contact\nAnn;{Ann};\nBob;+31622222222;\nAnn;{Ann};ja\n");

        var counts = await here.Get<WelcomeMany>().HandleAsync(Neighbourhood.Group, file, new DateOnly(2026, 3, 1), new Ground(Basis.Consent, null, Moments.Monday), default);
        await here.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.Equal(new WelcomedMany(1, 0, 2), counts);
        Assert.Empty(await here.SentToAsync(Ann));
        Assert.Single(await here.SentToAsync("+31622222222"));
    }

    [Fact]
    public void A_list_of_nothing_but_noes_is_not_empty() => Assert.False(Read($"naam;mobiel;geen contact\nAnn;{Ann};ja\n").IsEmpty);

    [Fact]
    public void A_list_with_a_column_that_may_hold_a_no_makes_nobody_a_new_resident()
    {
        var file = Read($"naam;mobiel;nieuwsbrief\nAnn;{Ann};ja\n");

        Assert.Equal((0, "nieuwsbrief"), (file.Candidates.Count, Assert.Single(file.Asked)));
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(19, true)]
    [InlineData(20, false)]
    public void The_question_how_it_is_going_comes_after_ten_days_or_not_at_all(int days, bool isDue) =>
        Assert.Equal(isDue, WelcomeSteps.IsDue(Package, WelcomeStep.FollowUp, Hours, Moments.Monday.AddDays(days)));

    [Fact]
    public void Days_count_from_the_day_of_moving_in_for_who_comes_later()
    {
        var later = Package with { MovedIn = new DateOnly(2026, 4, 1) };

        Assert.Equal(Package.At, WelcomeSteps.At(later, WelcomeStep.Welcome, Hours));
        Assert.Equal(new DateTimeOffset(2026, 4, 11, 10, 0, 0, TimeSpan.FromHours(2)), WelcomeSteps.At(later, WelcomeStep.FollowUp, Hours));
    }

    [Fact]
    public void Whoever_does_not_want_to_meet_is_not_invited_and_who_wants_no_package_hears_no_more()
    {
        var inMay = Moments.Monday.AddDays(25);

        Assert.Contains(WelcomeStep.Invite, WelcomeSteps.Due(Package, Hours, inMay));
        Assert.DoesNotContain(WelcomeStep.Invite, WelcomeSteps.Due(Package with { WantsToMeet = false }, Hours, inMay));
        Assert.Empty(WelcomeSteps.Due(Package with { State = WelcomeState.Declined }, Hours, inMay));
    }

    [Theory]
    [InlineData("waiting", WelcomeState.Asked)]
    [InlineData("sent", WelcomeState.Asked)]
    [InlineData("closed", WelcomeState.Declined)]
    [InlineData("onItsWay", WelcomeState.OnItsWay)]
    public void A_package_of_before_is_read_in_the_words_of_now(string word, WelcomeState state)
    {
        var json = $$"""{"person":"00000000000000a","code":"0000000000","movedIn":"2026-03-01","at":"2026-03-02T08:00:00+00:00","state":"{{word}}"}""";

        Assert.Equal(state, RowJson.Read<WelcomePackage>(Encoding.UTF8.GetBytes(json)).State);
    }

    [Fact]
    public void A_flyer_is_packed_in_the_language_of_the_new_resident_or_else_in_one_that_is_there()
    {
        KitPart calendar = new(KitPartKind.Flyer, "Afvalkalender", ["nl", "tr"]), english = new(KitPartKind.Flyer, "House rules", ["en"]);

        Assert.Equal(("tr", "nl", "en"), (calendar.LanguageFor("tr", "nl"), calendar.LanguageFor("ar", "nl"), english.LanguageFor("ar", "nl")));
        Assert.Equal("ar", new KitPart(KitPartKind.Letter).LanguageFor("ar", "nl"));
    }

    [Fact]
    public void A_percentage_stands_there_for_ten_people_or_more()
    {
        IReadOnlyList<WelcomePackage> few = [.. Enumerable.Range(0, 9).Select(i => Package with { Person = new($"00000000000000{i}"), State = WelcomeState.HandedOver, StateAt = Moments.Monday.AddDays(i) })];
        IReadOnlyList<WelcomePackage> many = [.. few, Package];

        Assert.Null(WelcomeNumbers.Of(null, few, new HashSet<PersonId> { few[0].Person }, WholeProgram.Settings).PercentCame);
        var counted = WelcomeNumbers.Of(null, many, new HashSet<PersonId> { few[0].Person }, WholeProgram.Settings);
        Assert.Equal((10, 9, 10, 5), (counted.New, counted.HandedOver, counted.PercentCame, counted.DaysToHandOver));
    }

    private static ShortList Read(string text) =>
        ShortList.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "lijst.csv", new ListRules(WholeProgram.Settings.Countries, "nl"), WelcomeMany.MaxResidents, _ => true);

    [Fact]
    public async Task With_an_empty_card_the_welcome_waits_and_is_sent_once_somebody_has_filled_it()
    {
        using var here = await Neighbourhood.OpenAsync();
        await NewAsync(here);
        await here.FillCardAsync(place: "Kerkstraat");

        await here.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Empty(await here.SentToAsync(Ann));
        var task = Assert.Single(await here.Get<ReadToday>().HandleAsync(Neighbourhood.Group, here.Now, default), task => task.Kind is TodayKind.FillCard);
        Assert.Equal((1, true), (task.Count, task.IsLate(here.Now)));
        Assert.Equal(["Ann"], task.Who);

        await here.FillCardAsync();
        await here.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Contains("/w/", Assert.Single(await here.SentToAsync(Ann)), StringComparison.Ordinal);
        Assert.DoesNotContain(await here.Get<ReadToday>().HandleAsync(Neighbourhood.Group, here.Now, default), task => task.Kind is TodayKind.FillCard);
    }

    [Fact]
    public async Task It_waits_too_when_nobody_has_looked_at_the_numbers_for_half_a_year()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.FillCardAsync();
        var line = Assert.Single(await here.Get<CardStore>().ListAsync(Neighbourhood.Group, default));
        await here.Get<CardStore>().ReplaceAsync(Neighbourhood.Group, line, line.Value with { CheckedOn = line.Value.CheckedOn.AddMonths(-7) }, default);
        await NewAsync(here);

        await here.AdvanceAsync(TimeSpan.FromDays(15));

        Assert.Empty(await here.SentToAsync(Ann));
        Assert.Contains(await here.Get<ReadToday>().HandleAsync(Neighbourhood.Group, here.Now, default), task => task.Kind is TodayKind.FillCard);
    }

    private static async Task<WelcomePackage?> WelcomeAsync(Neighbourhood here)
    {
        await here.FillCardAsync();
        return await NewAsync(here);
    }

    private static async Task<WelcomePackage?> NewAsync(Neighbourhood here) =>
        (await here.Get<WelcomeResident>().HandleAsync(Neighbourhood.Group, new NewResident(Neighbourhood.Candidate("Ann", Ann), WholeProgram.Settings.Day(here.Now).AddDays(-1)), default)).Package;
}
