using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Functions.People;

/// <summary>Somebody whom an address names as <c>{id}</c>, of the group of whoever asks. Another group's looks as if they did not exist.</summary>
internal sealed record NamedPerson(GroupId Group, Person Person)
{
    public PersonId Id => Person.Id;

    public static async ValueTask<NamedPerson> BindAsync(HttpContext context)
    {
        var (group, people) = (Asking.GroupOf(context), context.RequestServices.GetRequiredService<PeopleStore>());
        return PersonId.TryParse((string)context.Request.RouteValues["id"]!, out var id) && await people.FindAsync(group, id, context.RequestAborted) is { Value: var person }
            ? new NamedPerson(group, person)
            : throw new UnknownException("person");
    }
}
