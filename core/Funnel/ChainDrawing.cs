namespace Outreach.Funnel;

/// <summary>Somebody on the drawing, and where their nominator is.</summary>
/// <param name="Branch">Null for those not shown one by one; <paramref name="Hidden"/> counts them.</param>
public sealed record Spot(Branch? Branch, int Hidden, int X, int Y, (int X, int Y)? From);

/// <summary>Where everybody is on the drawing of some chains: each wave a column, each end of a chain a line.</summary>
public sealed record ChainDrawing(IReadOnlyList<Spot> Spots, int FirstWave, int Columns, int Height)
{
    public const int Column = 170;
    public const int Line = 30;

    /// <summary>Room for the headings of the columns.</summary>
    private const int Top = 48;
    private const int Left = 14;

    public int Width => (Columns * Column) + Left;

    public static int MiddleOf(int column) => Left + (column * Column);

    public static ChainDrawing Of(IReadOnlyList<Branch> roots)
    {
        var spots = new List<Spot>();
        var (line, columns) = (0, 0);
        foreach (var root in roots)
            Place(root, 0, null);
        return new ChainDrawing(spots, roots.Count == 0 ? 0 : roots.Min(root => root.Person.Wave), columns, Top + (line * Line));

        void Place(Branch branch, int column, (int, int)? from)
        {
            columns = Math.Max(columns, column + 1);
            var at = (X: MiddleOf(column), Y: Top + (line * Line));
            spots.Add(new Spot(branch, 0, at.X, at.Y, from));
            foreach (var named in branch.Named)
                Place(named, column + 1, at);
            if (branch.Hidden > 0)
            {
                columns = Math.Max(columns, column + 2);
                spots.Add(new Spot(null, branch.Hidden, MiddleOf(column + 1), Top + (line * Line), at));
            }

            if (branch.Named.Count == 0 || branch.Hidden > 0)
                line++;
        }
    }
}
