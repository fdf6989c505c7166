using Outreach.Functions.Web.Organisers;
using Outreach.Records;

namespace Outreach.Functions.People;

/// <summary>What tells people apart, in an organiser's words.</summary>
internal static class PersonWords
{
    public static string Home(Person person) => person.Address?.StreetLine ?? "";

    /// <summary>Where somebody may ring; else why nobody can.</summary>
    public static string Doorstep(Person? person, OrganiserPage page) => person switch
    {
        { Address: { } home, AddressStoppedAt: null } => home.StreetLine,
        { Address: not null } => page["people.addressStopped"],
        _ => page["welcome.walk.noAddress"],
    };

    public static string Way(Person person, OrganiserPage page) => ChannelOrder.First(person) is { } channel ? page.Word("channel", channel) : page["people.noWay"];

    /// <summary>What an organiser wrote, or what the program notes of how somebody came to us.</summary>
    public static string NoteOf(Ground ground, OrganiserPage page) => ground.Note switch
    {
        null => "-",
        var code when code.StartsWith("code ", StringComparison.Ordinal) => page.Word("source", Source.FlyerCode) + code[4..],
        var note => page.Words.Find("groundNote." + note) ?? note,
    };

    public static IEnumerable<(string Label, Contact Contact)> Contacts(Person person, OrganiserPage page) =>
        new (string Label, Contact? Contact)[] { (page["people.mobile"], person.Mobile), (page["people.landline"], person.Landline), (page["people.email"], person.Email) }
            .Where(known => known.Contact is not null).Select(known => (known.Label, known.Contact!));
}
