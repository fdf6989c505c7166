namespace Outreach.Records;

/// <summary>Where an opt-out came from, as it is stored with the suppression.</summary>
public static class OptOutSource
{
    /// <summary>What somebody wrote.</summary>
    public const string Reply = "reply";

    /// <summary>A page of theirs.</summary>
    public const string Page = "page";

    /// <summary>They opted out at the provider, or reported a message as spam.</summary>
    public const string Provider = "provider";

    public const string Organiser = "organiser";

    public const string List = "list";

    /// <summary>Said at the door, of the whole house.</summary>
    public const string Door = "door";

    /// <summary>The number or address is somebody else's; an organiser can take it back.</summary>
    public const string WrongNumber = WrongContact.Code;
}
