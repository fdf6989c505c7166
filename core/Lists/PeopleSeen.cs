using System.Runtime.InteropServices;

namespace Outreach.Lists;

/// <summary>
/// Who was in the file already: 64 bits for each contact point, so that a million rows fit in some tens of megabytes. The chance that two of two million
/// contact points share a hash is one in ten million; it would make one count of a preview wrong.
/// </summary>
internal sealed class PeopleSeen
{
    private readonly HashSet<ulong> _hashes = [];

    /// <summary>
    /// False when the person was seen before: by phone or e-mail, or, without either, by the same name at the same address. Their other contact
    /// points count as seen from now on.
    /// </summary>
    public bool Add(Candidate person)
    {
        if (person.Mobile is null && person.Landline is null && person.Email is null)
            return _hashes.Add(AddressHash(person));

        var isNew = true;
        if (person.Mobile is { } mobile)
            isNew &= _hashes.Add(Hash('p', mobile.Value));
        if (person.Landline is { } landline)
            isNew &= _hashes.Add(Hash('p', landline.Value));
        if (person.Email is { } email)
            isNew &= _hashes.Add(Hash('e', email.Value));
        return isNew;
    }

    private static ulong AddressHash(Candidate person)
    {
        var address = person.Address!;
        var hash = Hash('s', Headers.Compact(address.Street));
        hash = Hash(hash, Headers.Compact(address.Postcode));
        hash = Hash(hash, address.HouseNumber);
        hash = Hash(hash, Headers.Compact(address.Addition ?? ""));
        return Hash(hash, Headers.Compact(person.Name ?? ""));
    }

    // FNV-1a over 16-bit units, with a last mixing so that short texts spread over all bits.
    private static ulong Hash(ulong seed, string text)
    {
        var hash = (14695981039346656037UL ^ seed) * 1099511628211UL;
        foreach (var unit in MemoryMarshal.Cast<char, ushort>(text.AsSpan()))
            hash = (hash ^ unit) * 1099511628211UL;
        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15UL;
        return hash ^ (hash >> 29);
    }
}
