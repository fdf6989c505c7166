namespace Outreach.Contacts;

/// <param name="IsGuessed">It can be read in another way too.</param>
internal sealed record House(string Street, string Number, string? Addition, bool IsGuessed = false);
