using Outreach.Contacts;
using Outreach.Languages;

namespace Outreach.Tests.Contacts;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("a@b.nl", "a@b.nl")]
    [InlineData("  Fatma.Yildiz@Voorbeeld.NL ", "fatma.yildiz@voorbeeld.nl")]
    [InlineData("mailto:a@b.nl", "a@b.nl")]
    [InlineData("mailto:a@b.nl?subject=Hoi", "a@b.nl")]
    [InlineData("Fatma Yildiz <fatma@voorbeeld.nl>", "fatma@voorbeeld.nl")]
    [InlineData("<a@b.nl>;", "a@b.nl")]
    [InlineData("a@b.nl;", "a@b.nl")]
    [InlineData("\u200Ba@b.nl\u00A0", "a@b.nl")]
    [InlineData("o'neil+lijst@sub.voorbeeld.nl", "o'neil+lijst@sub.voorbeeld.nl")]
    [InlineData("a@bücher.example", "a@xn--bcher-kva.example")]
    public void An_address_is_read_however_it_is_typed(string text, string expected)
    {
        Assert.True(EmailAddress.TryParse(text, out var address));
        Assert.Equal(expected, address.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("foo@")]
    [InlineData("@bar")]
    [InlineData("x y@z")]
    [InlineData("a@b")]
    [InlineData("a@b..nl")]
    [InlineData("a..b@c.nl")]
    [InlineData(".a@b.nl")]
    [InlineData("a.@b.nl")]
    [InlineData("a@.nl")]
    [InlineData("a@b.nl.")]
    [InlineData("a@-b.nl")]
    [InlineData("a@b.n")]
    [InlineData("a@1.2.3.4")]
    [InlineData("a@@b.nl")]
    [InlineData("a@b.nl c@d.nl")]
    [InlineData("a@b.nl;c@d.nl")]
    [InlineData("é@b.nl")]
    [InlineData("a@\uD800.nl")]
    [InlineData("<>")]
    [InlineData("mailto:")]
    public void An_invalid_address_is_refused(string? text) => Assert.False(EmailAddress.TryParse(text, out _));

    [Fact]
    public void The_length_limits_of_mail_hold()
    {
        Assert.True(EmailAddress.TryParse($"{new string('a', 64)}@b.nl", out _));
        Assert.False(EmailAddress.TryParse($"{new string('a', 65)}@b.nl", out _));
        Assert.False(EmailAddress.TryParse($"a@{new string('b', 64)}.nl", out _));
        Assert.False(EmailAddress.TryParse($"a@{string.Join('.', Enumerable.Repeat(new string('b', 60), 5))}.nl", out _));
    }
}
