namespace Outreach.Messages;

/// <summary>An e-mail address, trimmed and in lower case.</summary>
public readonly record struct EmailAddress(string Value)
{
    public override string ToString() => Value;
}
