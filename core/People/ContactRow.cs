using Outreach.Storage;

namespace Outreach.People;

/// <summary>Who a phone number, e-mail address or household name belongs to. Inserting it is what decides who a duplicate is.</summary>
/// <param name="At">When it was claimed: a claim whose person was never born may be taken over after a while.</param>
public sealed record ContactRow(PersonId Person, DateTimeOffset At);
