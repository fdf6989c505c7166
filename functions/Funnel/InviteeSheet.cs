using System.Globalization;
using Outreach.Functions.Web.Organisers;
using Outreach.Funnel;
using Outreach.Records;

namespace Outreach.Functions.Funnel;

/// <summary>Invitees as rows of text, in the organiser's words.</summary>
internal static class InviteeSheet
{
    public static IReadOnlyList<IReadOnlyList<string>> Of(IEnumerable<Invitee> invitees, OrganiserPage page) =>
    [
        [.. ((string[])["people.name", "people.street", "people.houseNumber", "people.postcode", "people.mobile", "people.email", "invitees.answer", "invitees.party", "invitees.channel", "people.language", "invitees.wave", "people.source", "invitees.attendance", "invitees.next"]).Select(key => page[key])],
        .. invitees.Select(invitee => Row(invitee, page)),
    ];

    private static IReadOnlyList<string> Row(Invitee invitee, OrganiserPage page)
    {
        var (invitation, person) = (invitee.Invitation, invitee.Person);
        var address = person?.Address;
        return
        [
            person?.Name ?? "", address?.Street ?? "", $"{address?.HouseNumber} {address?.Addition}".Trim(), address?.Postcode ?? "", person?.Mobile?.Value ?? "", person?.Email?.Value ?? "",
            invitation.Waiting ? page["checkin.waiting"] : page.Word("reply", invitation.Reply), invitation.Party > 0 ? invitation.Party.ToString(CultureInfo.InvariantCulture) : "",
            page.Word("channel", invitation.Channel), page.NameOf(invitation.Language), invitation.Wave.ToString(CultureInfo.InvariantCulture), page.Word("source", invitation.Source),
            invitation.Attendance is Attendance.Unknown ? "" : page.Word("attendance", invitation.Attendance), page.Word("invitees.action", invitee.Next),
        ];
    }
}
