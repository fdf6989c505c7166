using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Outreach.Functions.Web.SigningIn;
using Outreach.Ids;
using Outreach.Operating;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Team;

namespace Outreach.Tests.Web;

/// <summary>Every entry point is tried as everybody who may not use it. What belongs to others looks exactly like what does not exist.</summary>
public sealed partial class RoutesTests(ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>Stands in no answer to anybody of these tests.</summary>
    private const string Secret = "Zandloper";

    private static readonly GroupId Other = new("zuid");

    /// <summary>What the people of these tests hold has nothing to show there.</summary>
    private static readonly string[] Empty = ["/meetings/{id}/lists/{list}/rejected"];

    private readonly OrganiserSite site = new("--Outreach:PagesPerMinute=100000", "--Outreach:WrongCodesInTenMinutes=100000", "--Outreach:WrongKeysInTenMinutes=100000");
    private IReadOnlyDictionary<string, string> theirs = RouteValues.Unknown;
    private readonly IReadOnlyDictionary<string, string> unknown = RouteValues.Unknown;

    private int tried;

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await site.SignInAsync();
        var meeting = (await site.InvitedAsync($"Naam;Mobiel\n{Secret} Prins;0612345601\n{Secret} Visser;0612345602\n")).Split('/')[^1];
        await site.Get<AddGroup>().HandleAsync("Zuid", "bo@example.org", null, "nl", default);
        theirs = await RouteValues.FillAsync(site, meeting, Secret);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public void Every_entry_point_stands_in_the_table_with_who_may_use_it()
    {
        var mapped = site.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(endpoint =>
            (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Where(method => method != HttpMethods.Head).Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}"));

        var listed = RouteTable.All.Select(route => route.ToString()).ToList();
        Assert.True(mapped.ToHashSet().SetEquals(listed), $"Not in the table: {string.Join(", ", mapped.Except(listed))}. Not in the site: {string.Join(", ", listed.Except(mapped))}.");
        Assert.Equal(listed.Distinct(), listed);
    }

    [Fact]
    public async Task Whoever_may_use_a_page_sees_it()
    {
        foreach (var route in RouteTable.All.Where(route => route is { Method: "GET", IsPage: true } && route.Access is not Access.Host && !Empty.Contains(route.Pattern)))
        {
            var answer = await site.Browser.GetAsync(route.PathOf(theirs));
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{route}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Nobody_gets_in_where_they_may_not()
    {
        var before = await RowsAsync();
        await TryPagesAsync();
        await TryCallsAsync();
        await TryOtherGroupAsync();
        await TryCodesAsync();

        output.WriteLine($"{tried} tried, 0 open");
        Assert.Equal(before, await RowsAsync());
        Assert.InRange(tried, 1000, int.MaxValue);
    }

    private async Task TryPagesAsync()
    {
        var meeting = theirs["/meetings/{id}"];
        using var nobody = site.Stranger();
        using var ended = await site.SignedInAsync(OrganiserSite.Organiser);
        foreach (var (id, session) in await site.Get<Sessions>().ListAsync(default))
        {
            if (session.Email == OrganiserSite.Organiser)
                await site.Get<Sessions>().EndAsync(id, default);
        }

        var withdrawn = await RouteValues.LinkAsync(site, meeting);
        using var former = await HostAsync(withdrawn);
        await site.Get<HostLinks>().WithdrawAsync(GroupId.Default, withdrawn, site.Get<TimeProvider>().GetUtcNow(), default);
        using var viewer = await MemberAsync("viewer@example.org", Role.Viewer);
        using var organiser = await MemberAsync("organiser@example.org", Role.Organiser);
        using var owner = await site.SignedInAsync(OrganiserSite.Organiser);
        using var host = await HostAsync(await RouteValues.LinkAsync(site, meeting));
        using var elsewhere = await HostAsync(await RouteValues.LinkAsync(site, theirs["elsewhere"]));
        using var key = await WithKeyAsync(GroupId.Default, KeyScope.Write);

        foreach (var route in RouteTable.All.Where(route => route.IsPage))
        {
            foreach (var browser in (HttpClient[])[nobody, ended, former, key])
                await RefusedAsync(browser, route, answer => answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/signin", StringComparison.Ordinal));
            foreach (var (browser, may) in (List<(HttpClient, Access[])>)[(viewer, [Access.Viewer]), (organiser, [Access.Viewer, Access.Organiser, Access.HostToo]), (owner, [Access.Viewer, Access.Organiser, Access.HostToo, Access.Owner]), (host, [Access.Host, Access.HostToo]), (elsewhere, [Access.Host])])
            {
                if (!may.Contains(route.Access))
                    await RefusedAsync(browser, route, answer => answer.StatusCode is HttpStatusCode.NotFound || (route.Pattern == "/" && answer.Headers.Location!.ToString() is "/host" or "/group/totals"));
            }
        }

        foreach (var route in RouteTable.All.Where(route => route.IsApi))
        {
            foreach (var browser in (HttpClient[])[nobody, ended, former, viewer, organiser, owner, host])
                await RefusedAsync(browser, route, answer => answer.StatusCode is HttpStatusCode.Unauthorized);
        }
    }

    private async Task TryCallsAsync()
    {
        using var wrong = site.Stranger();
        wrong.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "outreach_" + new string('a', 43));
        using var ended = await WithKeyAsync(GroupId.Default, KeyScope.Write, "ended");
        await site.Get<ApiKeys>().EndAsync(null, (await site.Get<ApiKeys>().ListAsync(GroupId.Default, default)).Single(key => key.Name == "ended").Id, default);
        using var read = await WithKeyAsync(GroupId.Default, KeyScope.Read);
        using var checkIn = await WithKeyAsync(GroupId.Default, KeyScope.CheckIn);
        foreach (var route in RouteTable.All.Where(route => route.IsApi))
        {
            foreach (var client in (HttpClient[])[wrong, ended])
                await RefusedAsync(client, route, answer => answer.StatusCode is HttpStatusCode.Unauthorized);
            if (route.Method != "GET")
                await RefusedAsync(read, route, answer => answer.StatusCode is HttpStatusCode.Forbidden);
            if (route.Access is not Access.KeyCheckIn)
                await RefusedAsync(checkIn, route, answer => answer.StatusCode is HttpStatusCode.Forbidden);
        }
    }

    private async Task TryOtherGroupAsync()
    {
        using var owner = await site.SignedInAsync("bo@example.org");
        using var key = await WithKeyAsync(Other, KeyScope.Write);
        var token = await OrganiserSite.TokenAsync(owner, "/group/sessions");
        foreach (var route in RouteTable.All.Where(route => route.HasId && (route.IsApi || (route.IsPage && route.Access is not Access.Host))))
        {
            var client = route.IsApi ? key : owner;
            var (real, none) = (await SendAsync(client, route, theirs, token), await SendAsync(client, route, unknown, token));
            Assert.Equal((route, await TextOfAsync(none, route, unknown)), (route, await TextOfAsync(real, route, theirs)));
            tried++;
        }

        foreach (var route in RouteTable.All.Where(route => route is { Method: "GET", HasId: false } && (route.IsApi || (route.IsPage && route.Access is not Access.Host))))
        {
            var answer = await SendAsync(route.IsApi ? key : owner, route, theirs, token);
            Assert.DoesNotContain(Secret, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            tried++;
        }
    }

    /// <summary>Codes that open nothing, and codes that open something else; and hooks without a signature.</summary>
    private async Task TryCodesAsync()
    {
        using var stranger = site.Stranger();
        var token = await OrganiserSite.TokenAsync(stranger, "/signin");
        foreach (var route in RouteTable.All.Where(route => route.Access is Access.Code or Access.Hook))
        {
            string[] codes = route.Pattern.StartsWith("/h/", StringComparison.Ordinal) ? ["0000000000", theirs["invitation"]] : ["0000000000", theirs["/group/hosts/{code}"]];
            foreach (var code in codes)
            {
                var answer = await SendAsync(stranger, route, new Dictionary<string, string>(unknown) { ["code"] = code }, token);
                Assert.True(route.Access is Access.Code ? answer.StatusCode is HttpStatusCode.NotFound : (int)answer.StatusCode is >= 400 and < 600, $"{route}: {(int)answer.StatusCode}");
                tried++;
            }
        }
    }

    private async Task RefusedAsync(HttpClient client, Route route, Func<HttpResponseMessage, bool> isRefused)
    {
        using var answer = await SendAsync(client, route, theirs, "none");
        Assert.True(isRefused(answer), $"{route}: {(int)answer.StatusCode} {answer.Headers.Location}");
        Assert.DoesNotContain(Secret, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        tried++;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, Route route, IReadOnlyDictionary<string, string> values, string token)
    {
        using var call = new HttpRequestMessage(new HttpMethod(route.Method), route.PathOf(values));
        if (route.Method is not "GET")
            call.Content = route.IsApi ? new StringContent("{}", Encoding.UTF8, "application/json") : new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await client.SendAsync(call);
    }

    private static async Task<string> TextOfAsync(HttpResponseMessage answer, Route route, IReadOnlyDictionary<string, string> values)
    {
        var text = $"{(int)answer.StatusCode} {answer.Headers.Location} {await answer.Content.ReadAsStringAsync()}";
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        foreach (var part in route.PathOf(values).Split('/').Where(part => part.Length > 3 && values.Values.Contains(part)))
            text = text.Replace(part, "ID", StringComparison.Ordinal);
        return Changing().Replace(text, "…");
    }

    private async Task<HttpClient> HostAsync(Code code)
    {
        var host = site.Stranger();
        Assert.Equal(HttpStatusCode.Redirect, (await OrganiserSite.PostAsync(host, $"/h/{code}", $"/h/{code}")).StatusCode);
        return host;
    }

    private async Task<HttpClient> MemberAsync(string email, Role role)
    {
        Assert.Null(await site.Get<ChangeTeam>().InviteAsync(GroupId.Default, email, role, default));
        return await site.SignedInAsync(email);
    }

    private async Task<HttpClient> WithKeyAsync(GroupId group, KeyScope scope, string name = "app")
    {
        var client = site.Stranger();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await site.Get<ApiKeys>().MakeAsync(group, name, scope, null, default)).Secret);
        return client;
    }

    /// <summary>All that the group holds, but for what was written down of these tries and what they themselves needed.</summary>
    private async Task<IReadOnlyList<string>> RowsAsync() =>
        await site.Get<GroupRows>().ReadAsync(GroupId.Default, default)
            .Where(row => row.Table is not (TableNames.Audit or TableNames.Groups or TableNames.Codes) && !row.Row.Key.StartsWith("host|", StringComparison.Ordinal))
            .Select(row => $"{row.Table} {row.Partition} {row.Row.Key} {row.Row.ETag}").ToListAsync();

    [GeneratedRegex("""value="CfDJ8[^"]*"|"traceId":"[^"]*"|back=[^"]*" lang""")]
    private static partial Regex Changing();
}
