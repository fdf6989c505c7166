using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Tests.Records;

public sealed class HouseholdTests
{
    [Theory]
    [InlineData("Lindelaan", "1234 AB", "Linde laan", "1234AB")]
    [InlineData("Lindelaan", "1234 AB", "Lndelaan", "1234 AB")]
    [InlineData("Kerkstraat", "2018", "KERKSTRAAT", "2018")]
    [InlineData("Lindelaan", "", "lindelaan", "")]
    public void One_home_is_one_however_it_is_written(string street, string postcode, string other, string otherPostcode) =>
        Assert.Equal(ContactHasher.Household(At(street, postcode)), ContactHasher.Household(At(other, otherPostcode)));

    [Theory]
    [InlineData("Kerkstraat", "2018")]
    [InlineData("Hauptstraße", "46446")]
    [InlineData("Lindelaan", "")]
    public void Where_a_postcode_is_a_whole_town_the_same_number_in_two_streets_is_two_homes(string street, string postcode)
    {
        var group = new GroupId("linde");
        using var hasher = new ContactHasher(new byte[32]);

        Assert.NotEqual(ContactHasher.Household(At(street, postcode)), ContactHasher.Household(At("Beekweg", postcode)));
        Assert.NotEqual(hasher.OfHousehold(group, At(street, postcode), null), hasher.OfHousehold(group, At("Beekweg", postcode), null));
        Assert.Empty(hasher.OfStoppedHouse(group, At(street, postcode)).Intersect(hasher.OfHouse(group, At("Beekweg", postcode))));
        Assert.NotEmpty(hasher.OfStoppedHouse(group, At(street, postcode)).Intersect(hasher.OfHouse(group, At(street, postcode))));
    }

    private static Address At(string street, string postcode) => new(street, "81", null, postcode, null);
}
