using System.Net;
using System.Text.Json;
using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Tests.Support;
using Outreach.Tests.Web;

namespace Outreach.Tests.Privacy;

/// <summary>The table of what is kept how long, and the record of processing, as people and programs read them.</summary>
public sealed class RetentionPagesTests
{
    [Fact]
    public async Task An_owner_sets_a_time_within_its_bounds()
    {
        await using var site = new OrganiserSite();
        await site.InitializeAsync();
        await site.SignInAsync();
        Assert.Equal("365", (await site.PageAsync("/group/retention")).QuerySelector("#silentPeople")!.GetAttribute("value"));

        var refused = await OrganiserSite.ReadAsync(await site.PostAsync("/group/retention", ("silentPeople", "366"), ("inboxItems", "7")), HttpStatusCode.UnprocessableEntity);
        Assert.Equal("#silentPeople", refused.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Equal("366", refused.QuerySelector("#silentPeople")!.GetAttribute("value"));
        Assert.Empty((await site.Get<GroupStore>().GetAsync(GroupId.Default, default)).KeptDays);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.PostAsync("/group/retention", ("silentPeople", "soon"))).StatusCode);

        var page = await site.FollowAsync("/group/retention", "/group/retention", ("silentPeople", "180"), ("inboxItems", "90"));
        Assert.Equal("180", page.QuerySelector("#silentPeople")!.GetAttribute("value"));
        Assert.Equal(new Dictionary<string, int> { ["silentPeople"] = 180 }, (await site.Get<GroupStore>().GetAsync(GroupId.Default, default)).KeptDays);
        Assert.Contains("180 dagen", (await site.PageAsync("/group/processing")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_changes_retention_within_the_same_bounds()
    {
        await using var program = await ServedProgram.StartAsync();
        Assert.Equal(365, await DaysAsync(program, "silentPeople"));

        foreach (var (body, code) in new (object, string)[]
        {
            (new { days = new { silentPeople = 366 } }, "days"), (new { days = new { silentPeople = 180, everything = 1 } }, "what"), (new { days = new { stoppedPeople = 30 } }, "days"),
        })
        {
            using var refused = await program.Http.PatchAsJsonAsync("/api/retention", body);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (refused.StatusCode, (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
        }

        (await program.Http.PatchAsJsonAsync("/api/retention", new { days = new { silentPeople = 180 } })).EnsureSuccessStatusCode();
        Assert.Equal(180, await DaysAsync(program, "silentPeople"));
        Assert.Equal(ProcessingRecord.All.Count, (await program.Http.GetFromJsonAsync<JsonElement>("/api/processing")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public void The_record_of_processing_names_every_place_where_data_lies_and_every_rule_by_which_it_ends()
    {
        var places = ProcessingRecord.All.SelectMany(entry => entry.Places).ToHashSet();

        Assert.Empty(TableNames.All.Concat(QueueNames.All).Append(ProcessingRecord.ListFolder).Except(places));
        Assert.StartsWith(ProcessingRecord.ListFolder, Outreach.Lists.UploadedList.BlobsOf(GroupId.Default), StringComparison.Ordinal);
        Assert.Equal(Enum.GetValues<Kept>(), ProcessingRecord.All.SelectMany(entry => entry.Ends).Distinct().Order());
        Assert.Equal(Enum.GetValues<Processing>(), ProcessingRecord.All.Select(entry => entry.What));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void Every_kind_has_its_words(string language)
    {
        var words = OrganiserWords.For(language);
        foreach (var what in Enum.GetValues<Kept>())
            Assert.NotNull(words.Find($"kept.{EnumWord.Of(what)}"));
        foreach (var entry in ProcessingRecord.All)
        {
            Assert.NotNull(words.Find($"processing.whatOf.{EnumWord.Of(entry.What)}"));
            Assert.NotNull(words.Find($"processing.whyOf.{EnumWord.Of(entry.What)}"));
            Assert.Equal(entry.Ends.Count == 0, words.Find($"processing.keptOf.{EnumWord.Of(entry.What)}") is not null);
        }
    }

    private static async Task<int> DaysAsync(ServedProgram program, string rule) =>
        (await program.Http.GetFromJsonAsync<JsonElement>("/api/retention")).GetProperty("items").EnumerateArray().Single(item => item.GetProperty("what").GetString() == rule).GetProperty("days").GetInt32();
}
