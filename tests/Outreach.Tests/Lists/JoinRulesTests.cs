using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Lists;

/// <summary>What two records together are, above all of unconfirmed contacts.</summary>
public sealed class JoinRulesTests
{
    private const string Mine = "+31612345601";
    private const string Theirs = "+31612345602";

    [Theory]
    [InlineData(Basis.Form, Basis.Consent, Theirs, Basis.Consent)]
    [InlineData(Basis.Form, Basis.Relation, Theirs, Basis.Relation)]
    [InlineData(Basis.None, Basis.Consent, Theirs, Basis.Consent)]
    [InlineData(Basis.Consent, Basis.Form, Mine, Basis.Consent)]
    [InlineData(Basis.Form, Basis.Form, Mine, Basis.Form)]
    [InlineData(Basis.Form, Basis.None, Mine, Basis.Form)]
    [InlineData(Basis.Form, Basis.Refused, Mine, Basis.Refused)]
    [InlineData(Basis.Refused, Basis.Form, Mine, Basis.Refused)]
    [InlineData(Basis.Refused, Basis.Consent, Mine, Basis.Refused)]
    public void That_number_is_used_to_which_they_said_yes_and_a_no_is_a_no_to_both(Basis mine, Basis theirs, string number, Basis basis)
    {
        var together = Absorb(With(new Contact(Mine, Ground(mine))), With(new Contact(Theirs, Ground(theirs))));

        Assert.Equal((number, basis), (together.Mobile!.Value, together.Mobile.Ground.Basis));
    }

    [Fact]
    public void A_number_that_is_closed_takes_the_place_of_none()
    {
        var bad = new Contact(Theirs, Ground(Basis.Consent)) { BadCode = "30003" };

        Assert.Equal(Mine, Absorb(With(new Contact(Mine, Ground(Basis.Form))), With(bad)).Mobile!.Value);
    }

    [Fact]
    public void What_stood_on_two_forms_gets_one_message()
    {
        var asked = new Contact(Theirs, Ground(Basis.Form)) { AskedAt = Moments.Monday };
        var email = new Contact("an@voorbeeld.nl", Ground(Basis.Form));

        var together = Absorb(With(new Contact(Mine, Ground(Basis.Form))) with { Email = email }, With(asked));

        Assert.Equal((Mine, Moments.Monday, Moments.Monday), (together.Mobile!.Value, together.Mobile.AskedAt, together.Email!.AskedAt));
        Assert.False(together.IsReachableUnasked);
    }

    [Fact]
    public void A_form_of_one_does_not_close_the_consent_of_the_other()
    {
        var asked = new Contact(Theirs, Ground(Basis.Form)) { AskedAt = Moments.Monday };

        Assert.True(Absorb(With(new Contact(Mine, Ground(Basis.Consent))), With(asked)).IsReachableUnasked);
    }

    private static Person Absorb(Person stays, Person goes) => JoinRules.Absorb(stays, goes, [], []);

    private static Person With(Contact mobile) => new() { Id = PersonId.New(0, Moments.Monday), CreatedAt = Moments.Monday, Mobile = mobile };

    private static Ground Ground(Basis basis) => new(basis, null, Moments.Monday);
}
