using System.Text.RegularExpressions;

namespace Outreach.Tests.Web;

/// <summary>Who may use an entry point of the site.</summary>
public enum Access
{
    /// <summary>Anybody, and it shows nobody.</summary>
    Open,

    /// <summary>Whoever has the code in the address.</summary>
    Code,

    /// <summary>A provider, by signature or secret.</summary>
    Hook,

    /// <summary>Whoever plays with a virtual clock on a machine of their own.</summary>
    Dev,
    Viewer,
    Organiser,
    Owner,

    /// <summary>Hosts, with a link.</summary>
    Host,

    /// <summary>Organisers, and hosts of the meeting in the address.</summary>
    HostToo,

    /// <summary>Keys with scope read or write.</summary>
    KeyRead,

    /// <summary>Keys of every scope.</summary>
    KeyCheckIn,
    KeyWrite,
}

/// <summary>Every entry point of the site, a line each: method, address, who may use it. A new one gets a line here, else a test fails.</summary>
internal static class RouteTable
{
    public static readonly IReadOnlyList<Route> All = [.. """
        GET    / Organiser
        GET    /accessibility Open
        GET    /api/dev/clock Dev
        POST   /api/dev/clock Dev
        GET    /api/card KeyRead
        POST   /api/card KeyWrite
        DELETE /api/card/{id} KeyWrite
        PUT    /api/card/{id} KeyWrite
        POST   /api/card/{id}/checked KeyWrite
        GET    /api/carriers KeyRead
        POST   /api/carriers/{person}/thanked KeyWrite
        GET    /api/works KeyRead
        POST   /api/dev/reply Dev
        GET    /api/doors/{id} KeyRead
        POST   /api/doors/{id}/addresses/{address} KeyWrite
        GET    /api/inbox KeyRead
        POST   /api/inbox/{id}/answer KeyWrite
        POST   /api/inbox/{id}/close KeyWrite
        GET    /api/languages KeyRead
        GET    /api/languages/{language}/texts KeyRead
        DELETE /api/languages/{language}/texts/{kind}/checked KeyWrite
        PUT    /api/languages/{language}/texts/{kind}/checked KeyWrite
        GET    /api/lists/{id} KeyRead
        POST   /api/lists/{id}/questions/{column} KeyWrite
        GET    /api/lists/{id}/rejected KeyRead
        POST   /api/lists/{id}/shared/{row:int} KeyWrite
        POST   /api/lists/{id}/undo KeyWrite
        GET    /api/meetings KeyRead
        POST   /api/meetings KeyWrite
        GET    /api/meetings/{id} KeyRead
        PATCH  /api/meetings/{id} KeyWrite
        PUT    /api/meetings/{id}/attendance/{person} KeyCheckIn
        GET    /api/meetings/{id}/calls KeyRead
        POST   /api/meetings/{id}/calls/{person} KeyWrite
        GET    /api/meetings/{id}/doors KeyRead
        POST   /api/meetings/{id}/doors KeyWrite
        POST   /api/meetings/{id}/doors/file KeyWrite
        GET    /api/meetings/{id}/parts KeyRead
        POST   /api/meetings/{id}/parts KeyWrite
        PATCH  /api/meetings/{id}/parts/{part} KeyWrite
        DELETE /api/meetings/{id}/parts/{part} KeyWrite
        GET    /api/meetings/{id}/places KeyRead
        POST   /api/meetings/{id}/places KeyWrite
        GET    /api/meetings/{id}/funnel KeyRead
        GET    /api/meetings/{id}/forecast KeyRead
        GET    /api/meetings/{id}/invitations KeyCheckIn
        POST   /api/meetings/{id}/lists KeyWrite
        GET    /api/meetings/{id}/mailings KeyRead
        POST   /api/meetings/{id}/mailings/{mailing}/{verb:regex(^(pause|resume|cancel)$)} KeyWrite
        POST   /api/meetings/{id}/send KeyWrite
        GET    /api/meetings/{id}/texts KeyRead
        DELETE /api/meetings/{id}/texts/{kind}/{language} KeyWrite
        PUT    /api/meetings/{id}/texts/{kind}/{language} KeyWrite
        POST   /api/meetings/{id}/texts/{kind}/{language}/preview KeyWrite
        GET    /api/meetings/{id}/tree KeyRead
        POST   /api/meetings/{id}/walk-ins KeyCheckIn
        POST   /api/opt-outs KeyWrite
        GET    /api/outbox KeyRead
        DELETE /api/people/{id} KeyWrite
        GET    /api/people/{id} KeyRead
        PATCH  /api/people/{id} KeyWrite
        GET    /api/people/{id}/file KeyRead
        GET    /api/people/{id}/messages KeyRead
        POST   /api/people/{id}/nominations KeyWrite
        POST   /api/people/{id}/pass-on KeyWrite
        POST   /api/people/{id}/right-number KeyWrite
        GET    /api/processing KeyRead
        GET    /api/retention KeyRead
        PATCH  /api/retention KeyWrite
        GET    /api/status KeyRead
        POST   /api/status/doubts/{id}/drop KeyWrite
        POST   /api/status/doubts/{id}/retry KeyWrite
        POST   /api/status/failed/{queue}/{id}/drop KeyWrite
        POST   /api/status/failed/{queue}/{id}/retry KeyWrite
        POST   /api/status/late/send KeyWrite
        POST   /api/status/late/{id}/drop KeyWrite
        POST   /api/status/sign-ups/raise KeyWrite
        GET    /api/welcome KeyRead
        POST   /api/welcome KeyWrite
        GET    /api/welcome/kit KeyRead
        PUT    /api/welcome/kit KeyWrite
        GET    /api/welcome/numbers KeyRead
        PUT    /api/welcome/texts/{kind}/{language} KeyWrite
        GET    /api/welcome/ways KeyRead
        POST   /api/welcome/ways KeyWrite
        DELETE /api/welcome/ways/{code} KeyWrite
        PATCH  /api/welcome/{id} KeyWrite
        GET    /api/{documentName}.json Open
        GET    /assets/{name} Open
        GET    /dev/components Organiser
        GET    /group Viewer
        GET    /group/audit Owner
        GET    /group/audit/export Owner
        GET    /group/hosts Organiser
        POST   /group/hosts Organiser
        POST   /group/hosts/{code}/withdraw Organiser
        GET    /group/keys Owner
        POST   /group/keys Owner
        POST   /group/keys/{id}/end Owner
        GET    /group/processing Viewer
        GET    /group/retention Owner
        POST   /group/retention Owner
        GET    /group/sessions Viewer
        POST   /group/sessions/end Viewer
        POST   /group/sessions/{id}/end Viewer
        GET    /group/spending Organiser
        POST   /group/spending Owner
        POST   /group/spending/go-on Owner
        POST   /group/switch Viewer
        GET    /group/team Owner
        POST   /group/team Owner
        POST   /group/team/remove Owner
        POST   /group/team/role Owner
        GET    /group/totals Viewer
        GET    /group/works Organiser
        GET    /h Open
        GET    /c/{code} Code
        POST   /c/{code} Code
        GET    /h/{code} Code
        POST   /h/{code} Code
        GET    /healthz Open
        GET    /help Open
        GET    /help/{task} Open
        POST   /hooks/sendgrid/events Hook
        POST   /hooks/sendgrid/inbound/{secret} Hook
        POST   /hooks/twilio/sms Hook
        POST   /hooks/twilio/status Hook
        GET    /host Host
        GET    /host-worker.js Open
        GET    /i/{code} Code
        POST   /i/{code} Code
        GET    /i/{code}.ics Code
        POST   /i/{code}/answers Code
        POST   /i/{code}/call Code
        POST   /i/{code}/question Code
        GET    /inbox Organiser
        GET    /inbox/{id} Organiser
        POST   /inbox/{id}/answer Organiser
        POST   /inbox/{id}/close Organiser
        POST   /inbox/{id}/reopen Organiser
        GET    /k/{code} Code
        POST   /k/{code} Code
        GET    /language/{code:length(2)} Open
        GET    /languages Organiser
        GET    /languages/{code} Organiser
        POST   /languages/{code} Organiser
        GET    /m/{code} Code
        POST   /m/{code} Code
        GET    /meetings Organiser
        GET    /meetings/new Organiser
        POST   /meetings/new Organiser
        GET    /meetings/{id} Organiser
        GET    /meetings/{id}/after Organiser
        POST   /meetings/{id}/after Organiser
        POST   /meetings/{id}/answers/{person} Organiser
        POST   /meetings/{id}/cancel Organiser
        GET    /meetings/{id}/checkin HostToo
        GET    /meetings/{id}/checkin/print HostToo
        POST   /meetings/{id}/checkin/{person} HostToo
        GET    /meetings/{id}/doors Organiser
        POST   /meetings/{id}/doors Organiser
        POST   /meetings/{id}/doors/pairs Organiser
        GET    /meetings/{id}/doors/print HostToo
        GET    /meetings/{id}/doors/walk HostToo
        POST   /meetings/{id}/doors/{door} HostToo
        GET    /meetings/{id}/edit Organiser
        POST   /meetings/{id}/edit Organiser
        GET    /meetings/{id}/flyer Organiser
        GET    /meetings/{id}/invite Organiser
        POST   /meetings/{id}/invite Organiser
        GET    /meetings/{id}/lists Organiser
        POST   /meetings/{id}/lists Organiser
        GET    /meetings/{id}/lists/{list} Organiser
        POST   /meetings/{id}/lists/{list}/columns Organiser
        POST   /meetings/{id}/lists/{list}/confirm Organiser
        POST   /meetings/{id}/lists/{list}/discard Organiser
        POST   /meetings/{id}/lists/{list}/header Organiser
        POST   /meetings/{id}/lists/{list}/questions Organiser
        GET    /meetings/{id}/lists/{list}/rejected Organiser
        POST   /meetings/{id}/lists/{list}/shared/{row:int} Organiser
        POST   /meetings/{id}/lists/{list}/undo Organiser
        POST   /meetings/{id}/mailings/{mailing} Organiser
        GET    /meetings/{id}/paper/calls Organiser
        POST   /meetings/{id}/paper/calls/{person} Organiser
        GET    /meetings/{id}/paper/doors Organiser
        GET    /meetings/{id}/paper/letters Organiser
        POST   /meetings/{id}/paper/letters Organiser
        POST   /meetings/{id}/paper/letters/returned Organiser
        POST   /meetings/{id}/paper/letters/returned/undo Organiser
        POST   /meetings/{id}/paper/letters/told Organiser
        POST   /meetings/{id}/paper/letters/{batch}/{verb:regex(^(posted|back)$)} Organiser
        GET    /meetings/{id}/parts Organiser
        POST   /meetings/{id}/parts Organiser
        POST   /meetings/{id}/parts/{part}/told Organiser
        POST   /meetings/{id}/parts/{part}/{verb:regex(^(thanked|paid|remove)$)} Organiser
        GET    /meetings/{id}/places Organiser
        POST   /meetings/{id}/places Organiser
        GET    /meetings/{id}/people Organiser
        GET    /meetings/{id}/people.{format:regex(^(csv|xlsx)$)} Organiser
        POST   /meetings/{id}/plan/{step} Organiser
        GET    /meetings/{id}/questions Organiser
        POST   /meetings/{id}/questions Organiser
        GET    /meetings/{id}/report Organiser
        POST   /meetings/{id}/report Organiser
        GET    /meetings/{id}/send Organiser
        POST   /meetings/{id}/send Organiser
        GET    /meetings/{id}/texts Organiser
        GET    /meetings/{id}/texts/{kind}/{language} Organiser
        POST   /meetings/{id}/texts/{kind}/{language} Organiser
        GET    /meetings/{id}/tree Organiser
        POST   /meetings/{id}/walk-ins HostToo
        GET    /messages Organiser
        POST   /messages/clock Organiser
        POST   /messages/reply Organiser
        GET    /n/{code} Code
        POST   /n/{code} Code
        POST   /n/{code}/link Code
        GET    /p/{code} Code
        POST   /p/{code} Code
        GET    /paper Organiser
        GET    /people Organiser
        GET    /people/carriers Organiser
        POST   /people/carriers/{person}/thanked Organiser
        GET    /people/doubles Organiser
        POST   /people/doubles Organiser
        GET    /people/{id} Organiser
        GET    /people/{id}/correct Organiser
        POST   /people/{id}/correct Organiser
        POST   /people/{id}/erase Organiser
        GET    /people/{id}/file Organiser
        POST   /people/{id}/language Organiser
        POST   /people/{id}/right-number Organiser
        POST   /people/{id}/stop Organiser
        POST   /people/{person}/invite Organiser
        GET    /privacy Open
        GET    /privacy/{code} Code
        POST   /privacy/{code} Code
        GET    /readyz Open
        GET    /s/{code} Code
        POST   /s/{code} Code
        GET    /signin Open
        POST   /signin Open
        GET    /signin/work Open
        GET    /signin/{token} Open
        POST   /signin/{token} Open
        POST   /signout Open
        GET    /status Organiser
        POST   /status/doubts/{id}/drop Organiser
        POST   /status/doubts/{id}/retry Organiser
        POST   /status/failed/{queue}/{id}/drop Organiser
        POST   /status/failed/{queue}/{id}/retry Organiser
        POST   /status/late/send Organiser
        POST   /status/late/{id}/drop Organiser
        POST   /status/sign-ups/raise Organiser
        GET    /w/{code} Code
        POST   /w/{code} Code
        GET    /welcome Organiser
        POST   /welcome Organiser
        GET    /welcome/card Organiser
        GET    /welcome/card/new Organiser
        GET    /welcome/card/print Organiser
        GET    /welcome/card/{id} Organiser
        POST   /welcome/card/{id} Organiser
        POST   /welcome/card/{id}/checked Organiser
        POST   /welcome/card/{id}/remove Organiser
        GET    /welcome/kit Organiser
        POST   /welcome/kit Organiser
        GET    /welcome/letters Organiser
        GET    /welcome/numbers Organiser
        GET    /welcome/pack Organiser
        POST   /welcome/pack Organiser
        GET    /welcome/texts Organiser
        GET    /welcome/texts/{kind}/{language} Organiser
        POST   /welcome/texts/{kind}/{language} Organiser
        GET    /welcome/upload Organiser
        POST   /welcome/upload Organiser
        GET    /welcome/walk Organiser
        POST   /welcome/walk Organiser
        GET    /welcome/ways Organiser
        POST   /welcome/ways Organiser
        POST   /welcome/ways/{code}/remove Organiser
        GET    /welcome/ways/{code}/poster Organiser
        POST   /welcome/{id} Organiser
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read)];

    private static Route Read(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Route(words[0], words[1], Enum.Parse<Access>(words[2]));
    }
}

/// <summary>One entry point, and one address of it.</summary>
public sealed partial record Route(string Method, string Pattern, Access Access)
{
    public bool IsApi => Access is Access.KeyRead or Access.KeyCheckIn or Access.KeyWrite;

    public bool IsPage => Access is Access.Viewer or Access.Organiser or Access.Owner or Access.Host or Access.HostToo;

    public bool HasId => Parameter().IsMatch(Pattern);

    /// <param name="values">From the beginning of a pattern and the name of a parameter, as "/people/{id}", to a value; else by the name alone.</param>
    public string PathOf(IReadOnlyDictionary<string, string> values) => Parameter().Replace(Pattern, parameter =>
        values.TryGetValue(Pattern[..parameter.Index] + parameter.Value, out var value) || values.TryGetValue(parameter.Groups["name"].Value, out value)
            ? value
            : throw new KeyNotFoundException($"{Pattern}: no value for {parameter.Value}."));

    public override string ToString() => $"{Method} {Pattern}";

    [GeneratedRegex(@"\{(?<name>\w+)(:(\w+(\([^{}]*\))?))?\}")]
    private static partial Regex Parameter();
}
