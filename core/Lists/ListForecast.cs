using Outreach.Contacts;
using Outreach.Ids;
using Outreach.People;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>
/// Works out, row by row, what a list would do to a group. Somebody whose contact points stand nowhere else is counted and forgotten; only those who are known or
/// stand in the file twice are kept in mind. Stores nothing and reads no clock.
/// </summary>
internal sealed class ListForecast(UploadedList list, string groupLanguage, FileContacts file, KnownContacts known)
{
    private readonly Dictionary<(string Language, Channel? Channel), int> _ways = [];
    private readonly Dictionary<ulong, Owner> _owners = [];
    private readonly Dictionary<PersonId, Owner> _known = [];
    private readonly List<PlannedMerge> _unsure = [];
    private readonly List<PlannedMerge> _sure = [];
    private readonly List<BadRow> _bad = [];
    private readonly List<RowProblem> _problems = [];
    private readonly List<FirstRow> _first = [];
    private readonly Wording _wording = new(list.Language);
    private int _new;
    private int _merged;
    private int _suppressed;
    private int _rejected;

    /// <param name="nameColumn">What the list calls its column of names.</param>
    public void Add(ListRow row, string nameColumn)
    {
        _problems.AddRange(row.Problems.Where(_ => _problems.Count < UploadedList.MaxProblems || row.IsAboutFile));
        if (row.IsAboutFile)
            return;
        if (row.Candidate is not { } candidate)
            Refuse(row);
        else if (candidate.IsOptedOut)
            _suppressed++;
        else
            Take(row, candidate, nameColumn);
        if (_first.Count < FirstRows.Most)
            _first.Add(FirstRows.Of(list, row, list.At));
    }

    public ListPreview ToPreview(ListFile read)
    {
        foreach (var owner in _owners.Values.Concat(_known.Values).Select(owner => owner.Root).Distinct().Where(owner => !owner.IsInvited))
            Count(owner.Person);
        return new ListPreview
        {
            New = _new,
            Merged = _merged,
            Suppressed = _suppressed,
            Rejected = _rejected,
            OnTheList = _known.Values.Count(owner => owner.IsInvited),
            Ways = [.. _ways.Select(way => new WayCount(way.Key.Language, way.Key.Channel, way.Value)).OrderByDescending(way => way.People)],
            First = _first,
            Header = read.Header,
            Merges = [.. _unsure, .. _sure],
            BadRows = _bad,
            Problems = _problems,
            IgnoredColumns = read.IgnoredColumns,
        };
    }

    private void Refuse(ListRow row)
    {
        _rejected++;
        if (_bad.Count < ListPreview.MaxBadRows)
            _bad.Add(new BadRow(row.Row, row.Cells ?? [], row.Problems));
    }

    private void Take(ListRow row, Candidate candidate, string nameColumn)
    {
        var contacts = file.Of(candidate);
        var stopped = contacts.Where(IsBlocked).ToList();
        var open = contacts.Except(stopped).ToList();
        if (open.Count == 0 || stopped.Exists(IsOfSomebodyWhoStopped))
        {
            _suppressed++;
            return;
        }

        var newcomer = file.Without(ImportList.NewcomerOf(list, row), stopped);
        if (!open.Exists(contact => file.HoldsTwice(contact) || known.People.ContainsKey(contact.Bits)))
        {
            _new++;
            Count(newcomer.ToPerson(IdOf(row), list.At));
            return;
        }

        var owners = open.Select(OwnerOf).OfType<Owner>().Distinct().ToList();
        if (owners.Count == 0 || list.Apart.Contains(row.Row))
            Bear(row, file.Without(newcomer, [.. open.Where(contact => OwnerOf(contact) is not null)]), open);
        else if (owners[0].Person.StoppedAt is not null)
            _suppressed++;
        else
            Merge(row, newcomer, owners, open, nameColumn);
    }

    private void Bear(ListRow row, Newcomer newcomer, IReadOnlyList<ContactHash> open)
    {
        _new++;
        var owner = new Owner(newcomer.ToPerson(IdOf(row), list.At)) { Row = row.Row };
        var free = open.Where(contact => OwnerOf(contact) is null).ToList();
        foreach (var contact in free)
            _owners[contact.Bits] = owner;
        if (free.Count == 0)
            Count(owner.Person);
    }

    private void Merge(ListRow row, Newcomer newcomer, IReadOnlyList<Owner> owners, IReadOnlyList<ContactHash> open, string nameColumn)
    {
        _merged++;
        var owner = owners[0];
        var names = SharedContact.NamesApart([.. owners.Select(one => one.Person.Name)], newcomer.Candidate.Name);
        Show(row, newcomer, owner, names.Count > 0);
        if (names.Count > 0)
        {
            if (_problems.Count < UploadedList.MaxProblems)
                _problems.Add(SharedContact.Warning(row.Row, newcomer.Candidate.Name, names, nameColumn, _wording));
            owner.Person = newcomer.OnlyPermissions(owner.Person).FillIn(owner.Person);
            return;
        }

        owner.Person = newcomer.FillIn(owner.Person);
        foreach (var other in owners.Skip(1))
            Join(other, owner);
        foreach (var contact in open)
            _owners[contact.Bits] = owner;
    }

    /// <summary>A row shows two people to be one: somebody counted as new before is not new after all.</summary>
    private void Join(Owner other, Owner owner)
    {
        owner.Person = JoinRules.Absorb(owner.Person, other.Person, [], []);
        owner.IsInvited |= other.IsInvited;
        other.JoinedTo = owner;
        if (other.Row is null)
            return;
        _new--;
        _merged++;
    }

    private void Show(ListRow row, Newcomer newcomer, Owner owner, bool isUnsure)
    {
        var merges = isUnsure ? _unsure : _sure;
        if (merges.Count >= ListPreview.MaxMerges)
            return;
        var with = new PlannedPerson(owner.Row, owner.Row is null ? owner.Person.Id : null, owner.Person.Name, FirstRows.ReachOf(owner.Person));
        merges.Add(new PlannedMerge(row.Row, newcomer.Candidate.Name, FirstRows.ReachOf(newcomer.ToPerson(IdOf(row), list.At)), with, isUnsure));
    }

    private Owner? OwnerOf(ContactHash contact)
    {
        if (_owners.TryGetValue(contact.Bits, out var owner))
            return owner.Root;
        if (!known.People.TryGetValue(contact.Bits, out var person))
            return null;
        if (!_known.TryGetValue(person.Id, out owner))
            _known[person.Id] = owner = new Owner(person) { IsInvited = known.Invited.Contains(person.Id) };
        return owner.Root;
    }

    private void Count(Person person)
    {
        var way = (person.Language ?? groupLanguage, ChannelOrder.First(person));
        _ways[way] = _ways.GetValueOrDefault(way) + 1;
    }

    private bool IsBlocked(ContactHash contact) => known.Blocked.Contains(contact.Value) || file.OptedOut.Contains(contact.Value);

    private bool IsOfSomebodyWhoStopped(ContactHash contact) => !known.People.TryGetValue(contact.Bits, out var person) || person.StoppedAt is not null;

    private PersonId IdOf(ListRow row) => PersonId.OfRow(0, list.Id, row.Row);

    private sealed class Owner(Person person)
    {
        public Person Person { get; set; } = person;

        /// <summary>Where they stand in the file first; null for somebody we knew.</summary>
        public int? Row { get; init; }

        public bool IsInvited { get; set; }

        public Owner? JoinedTo { get; set; }

        public Owner Root => JoinedTo?.Root ?? this;
    }
}
