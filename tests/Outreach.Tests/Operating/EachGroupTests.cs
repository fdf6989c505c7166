using Outreach.Functions.Web.Api;
using Outreach.Ids;
using Outreach.Nominations;
using Outreach.Operating;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Tests.Support;
using Outreach.Welcome;

namespace Outreach.Tests.Operating;

public sealed class EachGroupTests
{
    public static readonly TheoryData<string> Runs = [nameof(InviteWaitingNominees), nameof(TellStaleCards), nameof(Sweep), nameof(Retain), nameof(ForgetAnswers)];

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task What_fails_in_one_group_keeps_no_other_from_its_turn(string run)
    {
        var faults = new Faults();
        using var here = await Neighbourhood.OpenAsync(faults);
        foreach (var id in (string[])["default", "zuid"])
            await here.Get<GroupStore>().SaveAsync(new Group { Id = new GroupId(id), Name = id, Language = "nl" }, default);
        var hadATurn = false;
        faults.Hook = (_, _, target) =>
        {
            if (target.Contains("default", StringComparison.Ordinal))
                throw new IOException("The store is away.");
            hadATurn |= target.Contains("zuid", StringComparison.Ordinal);
        };

        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(here, run));

        Assert.True(hadATurn);
    }

    private static Task RunAsync(Neighbourhood here, string run) => run switch
    {
        nameof(InviteWaitingNominees) => here.Get<InviteWaitingNominees>().HandleAsync(default),
        nameof(TellStaleCards) => here.Get<TellStaleCards>().HandleAsync(default),
        nameof(Sweep) => here.Get<Sweep>().HandleAsync(default),
        nameof(Retain) => here.Get<Retain>().HandleAsync(default),
        _ => here.Get<ForgetAnswers>().HandleAsync(default),
    };
}
