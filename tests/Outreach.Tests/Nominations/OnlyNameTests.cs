using System.Net;
using Outreach.Lists;
using Outreach.Nominations;
using Outreach.Tests.Support;

namespace Outreach.Tests.Nominations;

/// <summary>Whoever names a neighbour means well, and may tell more of them than a name. Nothing of that is stored or sent.</summary>
public sealed class OnlyNameTests
{
    private const string Ann = "+31611111111";
    private const string Bo = "+31622222222";

    [Theory]
    [InlineData("Fatima, ill, lives alone, 3rd floor")]
    [InlineData("Fatima, ziek")]
    [InlineData("Fatima (dementie)")]
    [InlineData("Fatima - woont alleen")]
    [InlineData("Fatima woont alleen")]
    [InlineData("Fatima is ziek")]
    [InlineData("fatima ziek")]
    [InlineData("Fatima, 3e verdieping")]
    [InlineData("Fatima; Syrische")]
    [InlineData("Fatima komt bijna nooit meer buiten")]
    [InlineData("Jan Jansen, Piet, Klaas")]
    [InlineData("فاطمة، مريضة")]
    public void More_than_a_name_is_seen(string text) => Assert.False(OnlyName.Is(text));

    [Theory]
    [InlineData("Fatima")]
    [InlineData("fatima el idrissi bouazza")]
    [InlineData("Fatima el idrissi bouazza")]
    [InlineData("Jan van der Berg")]
    [InlineData("jan van der berg")]
    [InlineData("Jansen, Jan")]
    [InlineData("Vries, P. de")]
    [InlineData("Fatima (Fa)")]
    [InlineData("Maria dos Santos-da Silva")]
    [InlineData("mevr. de Blind")]
    [InlineData("Fam. Jansen - de Boer")]
    [InlineData("ÖMER YILDIZ")]
    [InlineData("Nour O'Neill")]
    [InlineData("فاطمة الزهراء")]
    [InlineData("ሰላም ተስፋይ")]
    public void A_name_is_a_name(string name) => Assert.True(OnlyName.Is(name));

    [Fact]
    public async Task A_neighbour_with_more_than_a_name_is_neither_stored_nor_written_to()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.AttendAsync(meeting, Ann);

        Assert.IsType<NominateOutcome.MoreThanAName>(await here.NominateAsync(meeting, Ann, Bo, "Fatima, ill, lives alone"));
        await here.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.Null(await here.WhoIsAsync(Bo));
        Assert.Empty(await here.SentToAsync(Bo));
        Assert.Equal(0, (await here.InvitationAsync(meeting, Ann))!.Nominations);
        Assert.Equal(new NominateOutcome.Nominated(2), await here.NominateAsync(meeting, Ann, Bo, "Fatima"));
    }
}

public sealed class OnlyNameOnPagesTests(ServedNeighbourhood neighbourhood) : IClassFixture<ServedNeighbourhood>
{
    [Theory]
    [InlineData("nl", "Vul alleen de naam in")]
    [InlineData("en", "Fill in only the name")]
    public async Task The_page_says_to_give_only_the_name(string language, string says)
    {
        var attendee = await neighbourhood.AttendeeAsync(language);

        var answer = await neighbourhood.PostAsync($"/n/{attendee.Code}", ("name", "Fatima, ziek, woont alleen"), ("phone", "06 87654399"), ("agreed", "yes"));

        Assert.Contains(says, (await ServedNeighbourhood.ReadAsync(answer, HttpStatusCode.UnprocessableEntity)).TextContent, StringComparison.Ordinal);
    }
}
