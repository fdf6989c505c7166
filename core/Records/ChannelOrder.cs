using Outreach.Contacts;

namespace Outreach.Records;

/// <summary>The channel of a message, and the next one when it does not arrive.</summary>
public static class ChannelOrder
{
    /// <summary>The preferred channel if it reaches the person, otherwise the first of SMS, e-mail, letter, call. Null: no channel reaches them.</summary>
    public static Channel? First(Person person)
    {
        if (person.Prefers is { } wish && Reaches(person, wish))
            return wish;
        foreach (var channel in (ReadOnlySpan<Channel>)[Channel.Sms, Channel.Email, Channel.Letter, Channel.Call])
        {
            if (Reaches(person, channel))
                return channel;
        }

        return null;
    }

    /// <summary>By SMS or e-mail, where that is what the person is reached by first; null: no message tells them.</summary>
    public static Channel? ForMessage(Person person) => First(person) is (Channel.Sms or Channel.Email) and var channel ? channel : null;

    /// <summary>The next step down after a channel failed: SMS, e-mail, then the door list where there is an address, else a call.</summary>
    public static Channel? Next(Person person, Channel failed) => failed switch
    {
        Channel.Sms when Reaches(person, Channel.Email) => Channel.Email,
        Channel.Sms or Channel.Email or Channel.Letter when Reaches(person, Channel.Door) => Channel.Door,
        Channel.Sms or Channel.Email or Channel.Letter or Channel.Door when Reaches(person, Channel.Call) => Channel.Call,
        _ => null,
    };

    /// <summary>Whether a channel reaches them now that did not before.</summary>
    public static bool HasNewWay(Person before, Person after) => Enum.GetValues<Channel>().Any(channel => Reaches(after, channel) && !Reaches(before, channel));

    public static bool Reaches(Person person, Channel channel) => person.StoppedAt is null && channel switch
    {
        Channel.Sms => person.Mobile is { IsOpen: true },
        Channel.Email => person.Email is { IsOpen: true },
        Channel.Letter => person is { Address: not null, AddressStoppedAt: null },
        Channel.Door => person is { Address.HasDoor: true, AddressStoppedAt: null },
        Channel.Call => person is { NumberToCall: not null, RefusesCalls: false },
        _ => false,
    };
}
