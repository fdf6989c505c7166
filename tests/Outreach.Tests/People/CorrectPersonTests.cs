using Outreach.Contacts;
using Outreach.Languages;
using Outreach.People;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.People;

public sealed class CorrectPersonTests
{
    private const string Ann = "+31611111111";
    private const string Bo = "+31622222222";
    private const string New = "+31633333333";

    [Fact]
    public async Task A_corrected_number_is_found_and_used_and_the_old_one_is_free_again()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "An;0611111111;ann@post.example");
        var before = await here.WhoIsAsync(Ann);

        Assert.Null((await CorrectAsync(here, before!, known => Neighbourhood.Candidate("Ann Bos", New, known.Email!.Value), Asked(here))).Problem);

        var ann = await here.WhoIsAsync(New);
        Assert.Equal((before!.Id, "Ann Bos", Basis.Relation, "belde zelf"), (ann!.Id, ann.Name, ann.Mobile!.Ground.Basis, ann.Mobile.Ground.Note));
        Assert.Equal(before.Email, ann.Email);
        Assert.Null(await here.WhoIsAsync(Ann));
        await here.ReplyAsync(New, "ja");
        Assert.Equal(Reply.Yes, (await here.InvitationAsync(meeting, New))!.Reply);
        Assert.Equal(1, (await here.ImportAsync(meeting, "Iemand anders;0611111111;")).Accepted);
    }

    [Fact]
    public async Task Whoever_could_not_be_reached_waits_for_the_next_mailing_with_the_number_that_was_put_right()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;;ann@post.example");
        await here.InboundAsync(new InboundEvent(InboundKind.Delivery, "bounce", "ann@post.example", null, null, here.Now, Report: DeliveryReport.AddressBad));

        var ann = await here.WhoIsAsync("ann@post.example");
        Assert.True((await CorrectAsync(here, ann!, _ => Neighbourhood.Candidate("Ann", Ann, "ann@post.example"), Asked(here))).IsAskedAgain);
        Assert.Equal((Channel.Sms, Delivery.Created), Assert.Single(here.Invitations(meeting)) is var waiting ? (waiting.Channel, waiting.Delivery) : default);
        await here.InviteAsync(meeting);

        Assert.Single(await here.SentToAsync(Ann));
    }

    [Fact]
    public async Task Whoever_was_not_to_be_called_is_called_at_a_number_that_an_organiser_was_given()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.ImportTextAsync(await here.PlanAsync(), "naam;mobiel;opmerking\nAnn;0611111111;niet bellen\n");
        var ann = (await here.WhoIsAsync(Ann))!;
        Assert.True(ann.RefusesCalls);

        await CorrectAsync(here, ann, _ => Neighbourhood.Candidate("Ann Bos", Ann), Asked(here));
        Assert.True((await here.WhoIsAsync(Ann))!.RefusesCalls);
        await CorrectAsync(here, ann, _ => Neighbourhood.Candidate("Ann Bos", New), Asked(here));

        Assert.False((await here.WhoIsAsync(New))!.RefusesCalls);
    }

    [Fact]
    public async Task Without_a_ground_a_new_number_is_refused_and_a_name_is_not()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.ImportAsync(await here.PlanAsync(), "An;0611111111;");
        var ann = await here.WhoIsAsync(Ann);

        Assert.Equal(CorrectionProblem.NoGround, (await CorrectAsync(here, ann!, _ => Neighbourhood.Candidate("Ann", New), null)).Problem);
        Assert.Null(await here.WhoIsAsync(New));
        Assert.Equal(ann!.Mobile, (await CorrectAsync(here, ann, _ => Neighbourhood.Candidate("Ann", Ann), null)).Person!.Mobile);
        Assert.Equal("Ann", (await here.WhoIsAsync(Ann))!.Name);
    }

    [Fact]
    public async Task What_is_somebody_elses_is_refused_and_nothing_is_changed()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.ImportAsync(await here.PlanAsync(), "Ann;0611111111;", "Bo;0622222222;bo@post.example");
        var (ann, contacts) = (await here.WhoIsAsync(Ann), here.Rows<ContactRow>("contact|").Count);

        Assert.Equal(CorrectionProblem.PhoneTaken, (await CorrectAsync(here, ann!, _ => Neighbourhood.Candidate("Ann", Bo), Asked(here))).Problem);
        Assert.Equal(CorrectionProblem.EmailTaken, (await CorrectAsync(here, ann!, _ => Neighbourhood.Candidate("Ann", New, "bo@post.example"), Asked(here))).Problem);

        Assert.Equal(Ann, (await here.WhoIsAsync(Ann))!.Mobile!.Value);
        Assert.Null(await here.WhoIsAsync(New));
        Assert.Equal(contacts, here.Rows<ContactRow>("contact|").Count);
    }

    [Fact]
    public async Task Whoever_is_known_by_an_address_keeps_it_under_a_corrected_name_unless_a_namesake_lives_there()
    {
        using var here = await Neighbourhood.OpenAsync();
        await RegisterAsync(here, Home("An"), Home("Bo"));
        var an = here.Rows<Person>("person|").Single(person => person.Name == "An");

        Assert.Equal(CorrectionProblem.AddressTaken, (await CorrectAsync(here, an, _ => Home("Bo"), null)).Problem);
        Assert.Null((await CorrectAsync(here, an, _ => Home("Ann"), null)).Problem);

        Assert.Equal(RegisterKind.Accepted, (await RegisterAsync(here, Home("An")))[0].Kind);
        Assert.Equal((RegisterKind.Merged, an.Id), (await RegisterAsync(here, Home("Ann")))[0] is var ann ? (ann.Kind, ann.Person) : default);
    }

    [Fact]
    public async Task A_number_that_opted_out_is_kept_but_not_used_until_the_start_word()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, "Ann;0611111111;ann@post.example");
        await here.Get<Suppressions>().AddAsync(Neighbourhood.Group, [Neighbourhood.HashOf(New)], new Suppression(here.Now, "list"), default);

        var corrected = await CorrectAsync(here, (await here.WhoIsAsync(Ann))!, known => Neighbourhood.Candidate("Ann", New, known.Email!.Value), Asked(here));
        await here.InviteAsync(meeting);

        Assert.True(corrected.HasStopped);
        Assert.Empty(await here.SentToAsync(New));
        Assert.Single(await here.SentToAsync("ann@post.example"));
        await here.ReplyAsync(New, "start");
        Assert.True((await here.WhoIsAsync(New))!.Mobile!.IsOpen);
    }

    [Fact]
    public async Task The_stop_of_a_person_goes_with_them_to_a_new_number()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "stop");
        var ann = await here.WhoIsAsync(Ann);

        await CorrectAsync(here, ann!, _ => Neighbourhood.Candidate("Ann", New), Asked(here));
        await here.Get<Erase>().HandleAsync(Neighbourhood.Group, ann!.Id, "asked", default);

        Assert.Equal(1, (await here.ImportAsync(meeting, "Ann;0633333333;")).Suppressed);
    }

    [Fact]
    public async Task What_is_not_yet_sent_follows_the_language_and_the_way_that_is_there_now()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, "Ann;;ann@post.example");

        var ann = await here.WhoIsAsync("ann@post.example");
        await CorrectAsync(here, ann!, _ => Neighbourhood.Candidate("Ann", New) with { Language = "tr" }, Asked(here));
        await here.InviteAsync(meeting);

        Assert.Equal(("tr", Channel.Sms, Delivery.Delivered), await here.InvitationAsync(meeting, New) is { } invitation ? (invitation.Language, invitation.Channel, invitation.Delivery) : default);
        Assert.Single(await here.SentToAsync(New));
        await here.FunnelAsync(meeting);
    }

    [Theory]
    [InlineData(Moment.Before)]
    [InlineData(Moment.After)]
    public async Task Cut_off_at_any_submit_and_run_again_it_ends_the_same(Moment moment)
    {
        for (var cutAt = 1; ; cutAt++)
        {
            var faults = new Faults();
            using var here = await Neighbourhood.OpenAsync(faults);
            await here.ImportAsync(await here.PlanAsync(), "An;0611111111;an@post.example");
            var ann = await here.WhoIsAsync(Ann);
            var submits = 0;
            faults.Hook = (when, operation, _) =>
            {
                if (when == moment && operation == nameof(ITables.SubmitAsync) && ++submits == cutAt)
                    throw new IOException("Cut off.");
            };

            var cut = await Record.ExceptionAsync(() => CorrectAsync(here, ann!, Wanted, Asked(here)));
            faults.Hook = null;
            await CorrectAsync(here, ann!, Wanted, Asked(here));

            Assert.Equal(ann!.Id, (await here.WhoIsAsync(New))!.Id);
            Assert.Equal([ann.Id, ann.Id], here.Rows<ContactRow>("contact|").Select(contact => contact.Person));
            var person = Assert.Single(here.Rows<Person>("person|"));
            Assert.Equal((New, "ann@post.example"), (person.Mobile!.Value, person.Email!.Value));
            Assert.Empty(person.GivenUp);
            if (cut is null)
            {
                // Two claims, the person, two releases, and the end of it.
                Assert.Equal(6, submits);
                return;
            }
        }

        static Candidate Wanted(Person known) => Neighbourhood.Candidate("Ann", New, "ann@post.example");
    }

    private static Task<Corrected> CorrectAsync(Neighbourhood here, Person person, Func<Person, Candidate> wanted, Ground? ground) =>
        here.Get<CorrectPerson>().HandleAsync(Neighbourhood.Group, person.Id, wanted, ground, default);

    private static Ground Asked(Neighbourhood here) => new(Basis.Relation, "belde zelf", here.Now);

    private static Candidate Home(string name) => new() { Name = name, Address = new Address("Kerkstraat", "4", null, "1234 AB", null) };

    private static async Task<IReadOnlyList<Registered>> RegisterAsync(Neighbourhood here, params Candidate[] candidates) => await here.Get<Register>().RunAsync(
        await here.Get<GroupStore>().GetAsync(Neighbourhood.Group, default), null, [.. candidates.Select(c => new Newcomer(c, Asked(here), new Origin(Source.List)))], new HashSet<string>(), null, default);
}
