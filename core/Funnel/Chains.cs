using Outreach.Ids;

namespace Outreach.Funnel;

/// <summary>Somebody with those they brought.</summary>
public sealed record Branch(ChainPerson Person, IReadOnlyList<Branch> Named)
{
    public int Size { get; } = 1 + Named.Sum(branch => branch.Size);

    /// <summary>How many below are not shown.</summary>
    public int Hidden { get; init; }

    public Branch? Find(PersonId person) => Person.Id == person ? this : Named.Select(branch => branch.Find(person)).FirstOrDefault(found => found is not null);

    /// <summary>The nearest of those below, as many as fit; the others are counted.</summary>
    public Branch Cut(int most)
    {
        var shown = new HashSet<PersonId>();
        var next = new Queue<Branch>([this]);
        while (shown.Count < most && next.TryDequeue(out var branch))
        {
            shown.Add(branch.Person.Id);
            foreach (var named in branch.Named)
                next.Enqueue(named);
        }

        return Only(shown);
    }

    private Branch Only(HashSet<PersonId> shown) => new(Person, [.. Named.Where(branch => shown.Contains(branch.Person.Id)).Select(branch => branch.Only(shown))])
    {
        Hidden = Named.Where(branch => !shown.Contains(branch.Person.Id)).Sum(branch => branch.Size),
    };
}

/// <summary>The chains of a snowball, longest first, and how many people stand alone.</summary>
public sealed record Chains(IReadOnlyList<Branch> Roots, int Alone)
{
    /// <summary>People on a page that stays light on an old phone.</summary>
    public const int PeoplePerPage = 80;

    public static Chains Of(IReadOnlyList<ChainPerson> people)
    {
        var known = people.ToDictionary(person => person.Id);
        var named = people.Where(person => IsNamed(person, known)).ToLookup(person => person.Nominator!.Value);
        var roots = people.Where(person => !IsNamed(person, known)).Select(person => Grow(person, named, [])).ToList();
        return new Chains([.. roots.Where(root => root.Named.Count > 0).OrderByDescending(root => root.Size)], roots.Count(root => root.Named.Count == 0));
    }

    /// <summary>Whole chains, one below the other, until the page is full; of a chain that is too long for a page, the part next to its beginning.</summary>
    public IReadOnlyList<IReadOnlyList<Branch>> Pages()
    {
        var pages = new List<List<Branch>>();
        var room = 0;
        foreach (var root in Roots.Select(root => root.Size > PeoplePerPage ? root.Cut(PeoplePerPage) : root))
        {
            if (room < root.Size)
            {
                pages.Add([]);
                room = PeoplePerPage;
            }

            pages[^1].Add(root);
            room -= root.Size;
        }

        return pages;
    }

    /// <summary>What begins with one person; null when nothing does.</summary>
    public Branch? From(PersonId person) => Roots.Select(root => root.Find(person)).FirstOrDefault(found => found is not null)?.Cut(PeoplePerPage);

    private static bool IsNamed(ChainPerson person, Dictionary<PersonId, ChainPerson> known) => person.Nominator is { } by && known.ContainsKey(by);

    private static Branch Grow(ChainPerson person, ILookup<PersonId, ChainPerson> named, HashSet<PersonId> above)
    {
        // Nobody is their own nominator, but bad data must not make the drawing loop for ever.
        if (!above.Add(person.Id))
            return new Branch(person, []);
        var branch = new Branch(person, [.. named[person.Id].Where(next => !above.Contains(next.Id)).Select(next => Grow(next, named, above))]);
        above.Remove(person.Id);
        return branch;
    }
}
