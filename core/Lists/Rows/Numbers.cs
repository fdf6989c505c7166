using Outreach.Contacts;

namespace Outreach.Lists.Rows;

/// <summary>The first mobile number and the first fixed line.</summary>
internal sealed class Numbers
{
    public PhoneNumber? Mobile { get; private set; }

    public PhoneNumber? Landline { get; private set; }

    public bool IsEmpty => Mobile is null && Landline is null;

    public string Of(PhoneKind kind) => $"{(kind is PhoneKind.Mobile ? Mobile : Landline)}";

    /// <summary>False when it is left off: there is another one already.</summary>
    public bool Add(PhoneKind kind, PhoneNumber number)
    {
        if (kind is PhoneKind.Mobile)
            return (Mobile ??= number) == number;
        return kind is not PhoneKind.Landline || (Landline ??= number) == number;
    }

    public bool Add(Numbers others)
    {
        Mobile ??= others.Mobile;
        Landline ??= others.Landline;
        return (others.Mobile is null || Mobile == others.Mobile) && (others.Landline is null || Landline == others.Landline);
    }

    public override string ToString() => string.Join(", ", new[] { Mobile, Landline }.Where(number => number is not null));
}
