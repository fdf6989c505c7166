using System.Net;
using System.Net.Http.Headers;
using Outreach.Functions.Adapters.Sqlite;
using Outreach.Functions.Hosting.Commands;
using Outreach.Functions.Team;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Team;
using Outreach.Tests.Support;
using Outreach.Tests.Web;

namespace Outreach.Tests.Team;

public sealed class ApiKeyTests : AsOrganiser
{
    [Fact]
    public async Task A_key_is_shown_once_and_stored_as_a_hash()
    {
        var secret = await MakeAsync("write");

        Assert.True(secret.Length >= 32);
        Assert.DoesNotContain(secret, (await Site.PageAsync("/group/keys")).DocumentElement.OuterHtml, StringComparison.Ordinal);
        var rows = await Site.Get<ITables>().QueryAsync(TableNames.Keys, "apikeys", KeyRange.All, null, default).ToListAsync();
        Assert.DoesNotContain(secret, System.Text.Encoding.UTF8.GetString(Assert.Single(rows).Json.Span) + rows[0].Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_does_what_its_scope_says()
    {
        var meeting = await Site.InvitedAsync();
        var api = "/api" + meeting;

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], await TriedAsync(await MakeAsync("read")));
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Forbidden], await TriedAsync(await MakeAsync("checkIn")));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Accepted], await TriedAsync(await MakeAsync("write")));

        async Task<HttpStatusCode[]> TriedAsync(string secret) =>
        [
            (await CallAsync(secret, HttpMethod.Get, "/api/inbox")).StatusCode,
            (await CallAsync(secret, HttpMethod.Get, api + "/invitations")).StatusCode,
            (await CallAsync(secret, HttpMethod.Post, api + "/walk-ins")).StatusCode,
            (await CallAsync(secret, HttpMethod.Post, api + "/send")).StatusCode,
        ];
    }

    [Fact]
    public async Task A_key_opens_its_own_group_only()
    {
        var meeting = await Site.MeetingAsync();
        await Site.Get<AddGroup>().HandleAsync("Zuid", "bo@example.org", null, "nl", default);
        var (secret, _, _) = await Site.Get<ApiKeys>().MakeAsync(new GroupId("zuid"), "app", KeyScope.Write, null, default);

        Assert.Equal(HttpStatusCode.NotFound, (await CallAsync(secret!, HttpMethod.Get, "/api" + meeting)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(secret!, HttpMethod.Get, "/api/meetings")).StatusCode);
    }

    [Fact]
    public async Task A_key_that_ended_or_expired_opens_nothing()
    {
        var (ended, expiring) = (await MakeAsync("read"), await MakeAsync("read", ("lastDay", "2027-03-02")));
        var id = (await Site.Get<ApiKeys>().ListAsync(GroupId.Default, default)).Single(key => key.ExpiresAt is null).Id;
        await Site.FollowAsync("/group/keys", $"/group/keys/{id}/end");
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(ended, HttpMethod.Get, "/api/meetings")).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await CallAsync(expiring, HttpMethod.Get, "/api/meetings")).StatusCode);
        await Site.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(expiring, HttpMethod.Get, "/api/meetings")).StatusCode);
    }

    [Fact]
    public async Task The_last_use_is_written_down_once_an_hour()
    {
        var secret = await MakeAsync("read");
        var first = await UsedAsync();
        await Site.AdvanceAsync(TimeSpan.FromMinutes(50));
        Assert.Equal(first, await UsedAsync());
        await Site.AdvanceAsync(TimeSpan.FromMinutes(20));

        Assert.True(await UsedAsync() > first + TimeSpan.FromHours(1));

        async Task<DateTimeOffset?> UsedAsync()
        {
            await CallAsync(secret, HttpMethod.Get, "/api/meetings");
            return (await Site.Get<ApiKeys>().ListAsync(GroupId.Default, default)).Single().UsedAt;
        }
    }

    [Fact]
    public async Task Wrong_keys_are_limited_per_address()
    {
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 35; i++)
            answers.Add((await CallAsync($"outreach_{i:00000000000000000000000000000000}", HttpMethod.Get, "/api/meetings")).StatusCode);

        Assert.Equal(30, answers.Count(status => status == HttpStatusCode.Unauthorized));
        Assert.Equal(5, answers.Count(status => status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_form_without_a_name_a_scope_or_a_day_to_come_makes_no_key()
    {
        foreach (var (field, fields) in ((string, (string, string)[])[])[("name", [("scope", "read")]), ("scope", [("name", "app"), ("scope", "all")]), ("lastDay", [("name", "app"), ("scope", "read"), ("lastDay", "2027-02-01")]), ("lastDay", [("name", "app"), ("scope", "read"), ("lastDay", "soon")])])
        {
            var page = await OrganiserSite.ReadAsync(await Site.PostAsync("/group/keys", fields), HttpStatusCode.UnprocessableEntity);
            Assert.Equal("#" + field, page.QuerySelector(".summary a")!.GetAttribute("href"));
        }

        Assert.Empty(await Site.Get<ApiKeys>().ListAsync(GroupId.Default, default));
    }

    [Fact]
    public async Task An_operator_makes_lists_and_ends_keys_on_the_command_line()
    {
        using var folder = new TemporaryFolder();
        await RunAsync("group", "add", "Zuid", "--owner", "bo@example.org");

        var made = await RunAsync("key", "add", "--group", "zuid", "--name", "app", "--scope", "check-in", "--expires", "2099-12-31");
        var listed = await RunAsync("key", "list", "--group", "zuid");

        Assert.Equal((0, 0), (made.Code, listed.Code));
        Assert.Contains("outreach_", made.Text, StringComparison.Ordinal);
        Assert.Contains("app  check-in  until 2099-12-31 23:00:00Z  used never", listed.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("key", "end", listed.Text.Split(' ')[0])).Code);
        Assert.Equal(1, (await RunAsync("key", "end", listed.Text.Split(' ')[0])).Code);
        Assert.Equal("", (await RunAsync("key", "list", "--group", "zuid")).Text);
        var unknown = await RunAsync("key", "list", "--group", "weg");
        Assert.Equal((1, "There is no group weg."), (unknown.Code, unknown.Text.Trim()));
        Assert.Equal(1, (await RunAsync("key", "add", "--group", "zuid")).Code);
        Assert.Equal(1, (await RunAsync("key", "add", "--group", "weg", "--name", "x")).Code);
        Assert.Equal(2, (await RunAsync("key", "add", "--group", "zuid", "--name", "x", "--scope", "all")).Code);
        Assert.Equal(2, (await RunAsync("key", "add", "--group", "zuid", "--name", "x", "--expires", "soon")).Code);
        await using var store = new SqliteStore(folder.Path);
        Assert.Equal(
            [(AuditKind.Roles, Chore.Operator.Name), (AuditKind.Keys, Chore.Operator.Name), (AuditKind.Keys, Chore.Operator.Name)],
            (await new Audit(new SqliteTables(store), TimeProvider.System).ListAsync(new GroupId("zuid"), default)).Select(line => (line.Kind, line.By)));

        async Task<(int Code, string Text)> RunAsync(params string[] args)
        {
            using var text = new StringWriter();
            return (await CommandLine.RunAsync([.. args, "--data", folder.Path], TeamSetup.Verbs(global::Site.Add), text, text, TestContext.Current.CancellationToken), text.ToString());
        }
    }

    private async Task<string> MakeAsync(string scope, params (string, string)[] more)
    {
        var page = await OrganiserSite.ReadAsync(await Site.PostAsync("/group/keys", [("name", "app at the door"), ("scope", scope), .. more]), HttpStatusCode.OK);
        return page.QuerySelector("code")!.TextContent;
    }

    private async Task<HttpResponseMessage> CallAsync(string secret, HttpMethod method, string path)
    {
        using var client = Site.Stranger();
        using var call = new HttpRequestMessage(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", secret) } };
        if (method == HttpMethod.Post)
            call.Content = JsonContent.Create(new { });
        return await client.SendAsync(call);
    }
}
