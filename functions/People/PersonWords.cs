using Outreach.Functions.Web;
using Outreach.Records;

namespace Outreach.Functions.People;

/// <summary>What tells people apart, in an organiser's words.</summary>
internal static class PersonWords
{
    public static string Home(Person person) => person.Address is { } home ? $"{home.Street} {home.HouseNumber} {home.Addition}".TrimEnd() : "";

    public static string Way(Person person, OrganiserPage page) => Ladder.First(person) is { } channel ? page.Word("channel", channel) : page["people.noWay"];

    public static IEnumerable<(string Label, Contact Contact)> Contacts(Person person, OrganiserPage page) =>
        new (string Label, Contact? Contact)[] { (page["people.mobile"], person.Mobile), (page["people.landline"], person.Landline), (page["people.email"], person.Email) }
            .Where(known => known.Contact is not null).Select(known => (known.Label, known.Contact!));
}
