using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>The French "née" before a maiden name is not the Dutch "nee", however its accent is written.</summary>
public sealed class MaidenNameTests
{
    [Theory]
    [InlineData("Anne Blanc née Noir")]
    [InlineData("Anne Blanc (née Noir)")]
    [InlineData("Anne Blanc, née Noir")]
    [InlineData("Anne Blanc - née Noir")]
    [InlineData("Anne Blanc NÉE Noir")]
    [InlineData("Anne Blanc née de Vries")]
    [InlineData("Anne Blanc (née d'Arc)")]
    [InlineData("Anne Blanc ne\u0301e Noir")]
    public void Beside_a_name_it_says_nothing(string name) => Assert.Equal(Permission.Unsaid, Said("Rol", "", name));

    [Theory]
    [InlineData("Opmerking", "née Noir")]
    [InlineData("Opmerking", "Née à Lyon")]
    [InlineData("Opmerking", "née le 3 mai")]
    [InlineData("Status", "née Noir")]
    [InlineData("Tags", "née van Dam")]
    [InlineData("Meisjesnaam", "née Noir")]
    public void In_another_cell_it_says_nothing(string header, string cell) => Assert.Equal(Permission.Unsaid, Said(header, cell));

    [Theory]
    [InlineData("Opmerking", "née")]
    [InlineData("Opmerking", "nee née Noir")]
    [InlineData("Opmerking", "néé")]
    public void Alone_it_may_be_a_no_that_was_stressed(string header, string cell) => Assert.Equal(Permission.Unproven, Said(header, cell));

    [Theory]
    [InlineData("Anne Blanc (née)", Permission.Unproven)]
    [InlineData("Anne Blanc née", Permission.Unproven)]
    [InlineData("Anne Blanc (nee)", Permission.Refused)]
    public void Beside_a_name_that_does_not_follow_it_may_be_one_too(string name, Permission sms) => Assert.Equal(sms, Said("Rol", "", name));

    [Theory]
    [InlineData("nee")]
    [InlineData("née")]
    public void Where_it_answers_it_is_the_answer(string cell) => Assert.Equal(Permission.Refused, Said("Mag sms", cell));

    private static Permission Said(string header, string cell, string name = "Anne Blanc") =>
        Assert.Single(ListText.Rows($"Naam;Mobiel;{header}\n\"{name}\";0612345678;\"{cell}\"\n")).Candidate!.Permissions.Sms;
}
