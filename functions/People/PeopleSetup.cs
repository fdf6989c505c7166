using Outreach.Functions.Web;
using Outreach.OptOuts;
using Outreach.People;
using Outreach.Privacy;
using Outreach.Records;

namespace Outreach.Functions.People;

internal static class PeopleSetup
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<PeopleStore>().AddSingleton<GroupStore>().AddSingleton<Suppressions>().AddSingleton<Codes>().AddSingleton<ContactClaims>().AddSingleton<Recognise>().AddSingleton<Register>().AddSingleton<RegisterSecond>().AddSingleton<ChooseLanguage>().AddSingleton<ConfirmContact>();
        services.AddSingleton<OptOut>().AddSingleton<CorrectPerson>().AddSingleton<OptOutContacts>().AddSingleton<ImportOptOuts>().AddSingleton<Erase>().AddSingleton<Retain>().AddSingleton<Audit>();
        services.AddSingleton<ForgetAnswers>();
    }
}
