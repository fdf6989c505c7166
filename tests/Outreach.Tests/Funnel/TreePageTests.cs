using System.Text;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Tests.Web;

namespace Outreach.Tests.Funnel;

public sealed class TreePageTests : AsOrganiser
{
    private const int MaxBytes = 80_000;

    [Fact]
    public async Task The_snowball_of_ten_thousand_invitations_is_a_light_page()
    {
        var meeting = new MeetingId((await Site.MeetingAsync()).Split('/')[^1]);
        await FillAsync(meeting, 10_000);

        var page = await Site.Browser.GetStringAsync($"/meetings/{meeting}/tree");

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 20_000, MaxBytes);
        Assert.Contains("Golf 2", page, StringComparison.Ordinal);
        Assert.Contains("?from=", page, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(await Site.Browser.GetStringAsync($"/meetings/{meeting}/tree?page=2")), 10_000, MaxBytes);
    }

    [Fact]
    public async Task What_began_with_one_person_is_shown_by_itself()
    {
        var meeting = new MeetingId((await Site.MeetingAsync()).Split('/')[^1]);
        await FillAsync(meeting, 500);
        var from = (await Site.PageAsync($"/meetings/{meeting}/tree")).QuerySelector("a[href*='?from=']")!.GetAttribute("href")!;

        var page = await Site.PageAsync(from);

        Assert.Equal(from.Split('=')[^1], page.QuerySelector(".branches a")!.GetAttribute("href")!.Split('/')[^1]);
        Assert.NotNull(page.QuerySelector($".task a[href='/meetings/{meeting}/tree']"));
    }

    /// <summary>Everybody but the first ten was named by somebody, three by each.</summary>
    private async Task FillAsync(MeetingId meeting, int count)
    {
        const int Seeds = 10;
        var now = Site.Get<TimeProvider>().GetUtcNow();
        var ids = Enumerable.Range(0, count).Select(n => new PersonId($"{n % Shard.Count:x2}{n:d13}")).ToList();
        var waves = new int[count];
        var changes = new Dictionary<int, Changes>();
        for (var n = 0; n < count; n++)
        {
            PersonId? by = n < Seeds ? null : ids[(n - Seeds) / 3];
            waves[n] = n < Seeds ? 0 : waves[(n - Seeds) / 3] + 1;
            var shard = changes.TryGetValue(n % Shard.Count, out var open) ? open : changes[n % Shard.Count] = new Changes(new Shard(GroupId.Default, n % Shard.Count));
            shard.Add(new Person { Id = ids[n], Name = $"Mohammed van den Berg-{n}", CreatedAt = now, Wave = waves[n], Nominator = by, Address = new Address($"Straat {n % 300}", "1", null, "1234AB", null) });
            shard.Add(new Invitation { Meeting = meeting, Person = ids[n], Code = Code.New(Code.NewPrefix()), Language = "nl", Wave = waves[n], Nominator = by, Attendance = Attendance.Attended, CreatedAt = now });
            if (shard.Size < 60)
                continue;
            await Site.Get<PeopleStore>().SaveAsync(shard, CancellationToken.None);
            changes.Remove(n % Shard.Count);
        }

        foreach (var rest in changes.Values)
            await Site.Get<PeopleStore>().SaveAsync(rest, CancellationToken.None);
    }
}
