using System.Net;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Languages;
using Outreach.Tests.Support;

namespace Outreach.Tests.Nominations;

/// <summary>Nobody makes the program write to a list of numbers of theirs: each way in has its measure.</summary>
public sealed class PumpTests : IAsyncLifetime
{
    private readonly ServedNeighbourhood neighbourhood = new();

    public ValueTask InitializeAsync() => neighbourhood.InitializeAsync();

    public ValueTask DisposeAsync() => neighbourhood.DisposeAsync();

    [Fact]
    public async Task An_attendee_names_as_many_as_the_quota_whatever_is_filled_in()
    {
        var attendee = await neighbourhood.AttendeeAsync();

        for (var i = 0; i < 12; i++)
            await neighbourhood.PostAsync($"/n/{attendee.Code}", ("name", "Sara"), ("phone", $"06 876541{i:00}"), ("agreed", "yes"));

        Assert.Equal(3, await WrittenToAsync());
    }

    [Fact]
    public async Task A_passed_on_code_writes_to_one_number_once()
    {
        var code = await neighbourhood.PassOnAsync(await neighbourhood.AttendeeAsync());

        for (var i = 0; i < 12; i++)
            await neighbourhood.PostAsync($"/p/{code}", ("name", "Sara"), ("phone", $"06 876542{i % 4:00}"), ("party", $"{i % 5 + 1}"), ("agreed", "yes"));

        Assert.Equal(1, await WrittenToAsync());
    }

    [Fact]
    public async Task A_flyer_writes_to_a_number_once_however_often_it_is_filled_in()
    {
        var code = await neighbourhood.FlyerAsync(await neighbourhood.MeetingAsync());

        for (var i = 0; i < 8; i++)
            Assert.Equal(HttpStatusCode.SeeOther, (await neighbourhood.PostAsync($"/k/{code}", ("name", "Sara"), ("phone", "06 87654301"), ("party", $"{i + 1}"), ("agreed", "yes"))).StatusCode);

        Assert.Equal(1, await WrittenToAsync());
    }

    /// <returns>Messages in all, within the day.</returns>
    private async Task<int> WrittenToAsync()
    {
        await neighbourhood.AdvanceAsync(TimeSpan.FromHours(20));
        return (await neighbourhood.Get<LocalOutbox>().ListAsync(null, CancellationToken.None)).Count;
    }
}
