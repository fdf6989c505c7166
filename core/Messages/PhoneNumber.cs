namespace Outreach.Messages;

/// <summary>A phone number in E.164 ("+31612345678"): plus, country code, national number, at most 15 digits.</summary>
public readonly record struct PhoneNumber(string Value)
{
    public override string ToString() => Value;
}
