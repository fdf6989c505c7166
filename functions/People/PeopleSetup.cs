using Outreach.Functions.Web;
using Outreach.People;
using Outreach.Records;

namespace Outreach.Functions.People;

internal static class PeopleSetup
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<Tallies>().AddSingleton<Outbox>().AddSingleton<PeopleStore>().AddSingleton<GroupStore>().AddSingleton<Suppressions>().AddSingleton<Codes>().AddSingleton<ContactClaims>().AddSingleton<Audit>();
        services.AddSingleton<Recognise>().AddSingleton<Register>().AddSingleton<RegisterOne>().AddSingleton<RegisterSecond>().AddSingleton<ChooseLanguage>().AddSingleton<ConfirmContact>().AddSingleton<CorrectPerson>().AddSingleton<DescribePerson>().AddSingleton<CorrectByCall>();
        services.AddSingleton<ForgetAnswers>().AddSingleton<ListPeople>().AddSingleton<FindDoubles>();
    }
}
