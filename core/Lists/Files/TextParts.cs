using System.Text;

namespace Outreach.Lists.Files;

/// <summary>The text of a cell, put together from parts of which some are struck through. Most cells have one part, which is not copied.</summary>
internal sealed class TextParts
{
    private string _only = "";
    private StringBuilder? _all;
    private StringBuilder? _struck;

    public void Add(string part, bool isStruck)
    {
        if (isStruck)
        {
            (_struck ??= new()).Append(part);
            return;
        }

        CloseStruck();
        if (_all is not null)
            _all.Append(part);
        else if (_only.Length == 0)
            _only = part;
        else
            _all = new StringBuilder(_only).Append(part);
    }

    public override string ToString()
    {
        CloseStruck();
        return _all?.ToString() ?? _only;
    }

    // One word is often several parts, each with a font of its own.
    private void CloseStruck()
    {
        if (_struck is null)
            return;
        (_all ??= new(_only)).Append(CrossedOut.Mark(_struck.ToString()));
        _struck = null;
    }
}
