using Outreach.Records;

namespace Outreach.Lists.Columns;

/// <summary>Columns that say whether somebody may be written to, by their header and by what an organiser said of them.</summary>
internal sealed partial class ColumnMap
{
    /// <param name="meaning">What an organiser said that it means.</param>
    private void ReadPermission(int index, ColumnMeaning? meaning)
    {
        var reason = SensitiveHeaders.ReasonOf(Header[index]);
        var found = PermissionOf(index, reason);
        var isLeftAlone = meaning is ColumnMeaning.Ignore && found is null or { Kind: PermissionKind.Doubtful };
        var column = isLeftAlone ? found : WithMeaning(found, meaning, reason);
        // Nobody has to ignore what is not asked; if the cells do ask, that was the answer.
        if (isLeftAlone)
            (found is null ? _passedOver : _settled).Add(index);
        if (column is not null)
            _permissions.Add((index, column));
        if (column is null or { Kind: PermissionKind.Doubtful } || reason is not (null or IgnoreReason.Notes))
            _ignored[index] = reason ?? ReasonOfUnknown(Header[index]);
    }

    /// <summary>What was said of a column counts where its header leaves it open, and where it may be read.</summary>
    private static PermissionColumn? WithMeaning(PermissionColumn? found, ColumnMeaning? meaning, IgnoreReason? reason)
    {
        var isOpen = found is null ? reason is null or IgnoreReason.Notes : found.Kind is PermissionKind.Asked or PermissionKind.Doubtful;
        return meaning is { } said && isOpen ? PermissionColumn.Of(said) : found;
    }

    /// <summary>Of a column that must not be read only a no is, and only where its header is about contact.</summary>
    private PermissionColumn? PermissionOf(int index, IgnoreReason? reason)
    {
        if (ColumnsOfOthers.Has(Header, index))
            return null;
        var (header, compact) = (Header[index], Headers.Compact(Header[index]));
        if (compact.Contains("machtiging", StringComparison.Ordinal) && Header.Any(other => PermissionStems.IsOfBank(Headers.Compact(other))) && PermissionHeaders.Of(header) is null)
            return null;
        if (PermissionStems.IsEnd(compact) && Header.Any(other => PermissionStems.IsOfMembership(Headers.Compact(other))))
            return new(PermissionKind.Asked, Ways.All);
        // "No" counts rows, unless there is a "Yes".
        var column = compact is "no" && Header.Any(other => Headers.Compact(other) is "yes") ? new(PermissionKind.Asked, Ways.None) : PermissionHeaders.Of(header);
        if (column is { Ways: Ways.Email } && PermissionHeaders.IsOfLetters(header, Header))
            column = column with { Ways = Ways.Post };
        // How, when or by whom the consent of another column was given: only a plain no counts there.
        if (reason is null && column is { Kind: PermissionKind.Consent or PermissionKind.Asked } && PermissionHeaders.IsAboutConsent(header) && Header.Any(other => other != header && PermissionHeaders.Of(other) is { Kind: PermissionKind.Consent } && !PermissionHeaders.IsAboutConsent(other)))
            return column with { Kind = PermissionKind.Doubtful };
        return reason is null or IgnoreReason.Notes
            ? column ?? (reason is null ? PermissionHeaders.DoubtfulOf(header) : null)
            : column?.Kind is PermissionKind.Status or PermissionKind.AnyStatus || !PermissionHeaders.IsAboutContact(header) ? null : column;
    }
}
