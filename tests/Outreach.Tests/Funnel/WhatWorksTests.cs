using System.Text.Json;
using Outreach.Contacts;
using Outreach.Funnel;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Funnel;

/// <summary>What each way of asking brought.</summary>
public sealed class WhatWorksTests
{
    [Fact]
    public void Everybody_is_counted_once_in_each_dimension_and_costs_what_was_sent_to_them()
    {
        var came = An.Invitation with { SentAt = Moments.Monday, Reply = Reply.Yes, Attendance = Attendance.Attended };
        var silent = came with { Reply = Reply.None, Attendance = Attendance.Unknown, Language = "tr" };
        var door = came with { Channel = Channel.Door, Source = Source.Door, SentAt = null };
        var tally = Tally.Empty;
        foreach (var invitation in (Invitation[])[came, silent, door])
            tally.Add(null, invitation);
        var counts = new WorkedCounts();

        counts.Add(tally);
        counts.Add(came, 9, "Kerkstraat", 3);
        counts.Add(silent, 16, null, 2);
        counts.Add(door, null, "Kerkstraat", 0);

        Assert.Equal(new Worked(3, 2, 0, 5), counts.Total);
        Assert.Equal((new Worked(2, 1, 0, 5), new Worked(1, 1, 0, 0)), (counts.By["channel"]["sms"], counts.By["source"]["door"]));
        Assert.Equal((new Worked(1, 1, 0, 3), new Worked(1, 0, 0, 2)), (counts.By["hour"]["09"], counts.By["hour"]["16"]));
        Assert.Equal((new Worked(2, 2, 0, 3), new Worked(1, 0, 0, 2)), (counts.By["street"]["kerkstraat"], counts.By["street"][""]));
        Assert.Equal(new Worked(1, 0, 0, 2), counts.By["language"]["tr"]);
        Assert.All(counts.By, by => Assert.Equal(by.Key == "hour" ? 2 : 3, by.Value.Values.Sum(worked => worked.Invited)));
    }

    [Fact]
    public void Whoever_walked_in_is_told_apart_and_is_no_part_of_those_invited_who_came()
    {
        var (tally, counts) = (Tally.Empty, new WorkedCounts());
        for (var n = 0; n < 10; n++)
        {
            var invited = An.Invitation with { SentAt = Moments.Monday, Attendance = n < 5 ? Attendance.Attended : Attendance.NoShow };
            var walkIn = An.Invitation with { Source = Source.WalkIn, Attendance = Attendance.Attended };
            foreach (var invitation in (Invitation[])[invited, walkIn])
            {
                tally.Add(null, invitation);
                counts.Add(invitation, null, "Kerkstraat", 0);
            }
        }

        counts.Add(tally);

        Assert.Equal(new Worked(Invited: 10, Came: 15, WalkedIn: 10, SmsParts: 0), counts.Total);
        Assert.Equal((counts.Total, counts.Total), (counts.By["channel"]["sms"], counts.By["street"]["Kerkstraat"]));
        Assert.Equal(5, counts.Total.CameOfInvited);
    }

    [Fact]
    public async Task The_field_s_own_figures_stand_beside_and_few_people_give_no_percentage()
    {
        await using var program = await ServedProgram.StartAsync();

        var works = await program.Http.GetFromJsonAsync<JsonElement>("/api/works", TestContext.Current.CancellationToken);

        Assert.Equal(JsonValueKind.Null, works.GetProperty("total").GetProperty("percent").ValueKind);
        var field = works.GetProperty("field");
        Assert.Equal((300, 35, 11.7), (field.GetProperty("doors").GetProperty("rung").GetInt32(), field.GetProperty("doors").GetProperty("people").GetInt32(), field.GetProperty("doors").GetProperty("percent").GetDouble()));
        Assert.Equal((40, 68, 108), (Of("residents"), Of("volunteers"), Of("professionals")));

        int Of(string audience) => field.GetProperty("audiences").GetProperty(audience).GetInt32();
    }
}
