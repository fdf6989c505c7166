using Outreach.People;
using Outreach.Records;

namespace Outreach.Functions.People;

internal static class PeopleSetup
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<Tallies>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<PeopleStore>();
        services.AddSingleton<GroupStore>();
        services.AddSingleton<Suppressions>();
        services.AddSingleton<Codes>();
        services.AddSingleton<ContactClaims>();
        services.AddSingleton<Audit>();
        services.AddSingleton<SignUps>();
        services.AddSingleton<DayCounts>();
        services.AddSingleton<LimitAlarms>();
        services.AddSingleton<Recognise>();
        services.AddSingleton<Register>();
        services.AddSingleton<NumberOwner>();
        services.AddSingleton<RegisterOne>();
        services.AddSingleton<RegisterSecond>();
        services.AddSingleton<ChooseLanguage>();
        services.AddSingleton<ConfirmContact>();
        services.AddSingleton<CorrectPerson>();
        services.AddSingleton<DescribePerson>();
        services.AddSingleton<CorrectByCall>();
        services.AddSingleton<ListPeople>();
        services.AddSingleton<FindDoubles>();
    }
}
