using System.Text;
using Outreach.Contacts;
using Outreach.Doors;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Doors;

public sealed class AddDoorFileTests
{
    private const string Columns = "naam;mobiel;straat;huisnummer;postcode;geen contact\n";

    [Fact]
    public async Task Where_somebody_wants_no_contact_nobody_rings_and_nobody_writes_now_or_later()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Bo;0622222222;");

        var added = await AddAsync(here, meeting, Columns + "An;;Kade;1;1234 AB;\nBo;0622222222;Kade;2;1234 AB;x\nCas;;Kade;2;1234 AB;\n");
        var again = await AddAsync(here, meeting, "straat;huisnummer;postcode\nKade;2;1234AB\n");

        Assert.Equal((1, 1), (added.Added, added.Stopped));
        Assert.Equal((0, 1), (again.Added, again.Stopped));
        Assert.Equal("1", Assert.Single(await here.Get<DoorStore>().OfAsync(Neighbourhood.Group, meeting.Id, default)).Value.Address.HouseNumber);
        Assert.NotNull((await here.WhoIsAsync("+31622222222"))!.StoppedAt);
    }

    [Fact]
    public void A_file_with_a_column_that_may_hold_a_no_is_not_read()
    {
        var file = Read("straat;huisnummer;postcode;Interesse\nKade;1;1234 AB;nee\n");

        Assert.Equal(["Interesse"], file.List.Asked);
        Assert.True(file.List.IsEmpty);
    }

    private static Task<AddedDoors> AddAsync(Neighbourhood here, Meeting meeting, string csv) =>
        here.Get<AddDoorFile>().HandleAsync(Neighbourhood.Group, meeting.Id, "list", Read(csv), default);

    private static DoorFile Read(string csv) => DoorFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "list.csv", new ListRules(CountryRules.Dutch, "nl"));
}
