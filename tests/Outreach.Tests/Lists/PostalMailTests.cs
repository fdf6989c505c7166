using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>English programs call a letter mail.</summary>
public sealed class PostalMailTests
{
    [Theory]
    [InlineData("Do Not Email;Do Not Mail")]
    [InlineData("Do not allow emails;Do not allow mails")]
    [InlineData("donotemail;donotpostalmail")]
    [InlineData("do_not_email;do_not_mail")]
    public void Mail_beside_email_is_post(string header)
    {
        var row = Assert.Single(ListText.Rows($"naam;e-mail;{header}\nAn Proef;an@voorbeeld.nl;;1\n"));

        Assert.Equal((Permission.Unsaid, Permission.OptedOut), (row.Candidate!.Permissions.Email, row.Candidate.Permissions.Post));
    }

    [Fact]
    public void Mail_alone_is_email() =>
        Assert.Equal(Permission.OptedOut, Assert.Single(ListText.Rows("naam;e-mail;Do Not Mail\nAn Proef;an@voorbeeld.nl;1\n")).Candidate!.Permissions.Email);
}
