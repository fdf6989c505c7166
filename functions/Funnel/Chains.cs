using Outreach.Funnel;
using Outreach.Ids;

namespace Outreach.Functions.Funnel;

/// <summary>Somebody with those they brought.</summary>
public sealed record Branch(TreeNode Node, IReadOnlyList<Branch> Named)
{
    public int Size => 1 + Named.Sum(branch => branch.Size);
}

/// <summary>A node on the drawing, and where its nominator stands.</summary>
public sealed record Spot(TreeNode Node, int X, int Y, (int X, int Y)? From);

/// <summary>The chains of a tree, longest first, and how many people stand alone.</summary>
public sealed record Chains(IReadOnlyList<Branch> Roots, int Alone)
{
    public const int Column = 170;
    public const int Line = 28;

    public static Chains Of(Tree tree)
    {
        var nodes = tree.Nodes.ToDictionary(node => node.Person);
        var named = tree.Edges.Where(edge => nodes.ContainsKey(edge.From)).ToLookup(edge => edge.From, edge => edge.To);
        var nominees = tree.Edges.Where(edge => nodes.ContainsKey(edge.From)).Select(edge => edge.To).ToHashSet();
        var roots = tree.Nodes.Where(node => !nominees.Contains(node.Person)).Select(node => Grow(node, nodes, named, [])).ToList();
        return new Chains([.. roots.Where(root => root.Named.Count > 0).OrderByDescending(root => root.Size)], roots.Count(root => root.Named.Count == 0));
    }

    /// <summary>Each wave a column, each end of a chain a line.</summary>
    public IReadOnlyList<Spot> Draw()
    {
        var spots = new List<Spot>();
        var line = 0;
        foreach (var root in Roots)
            Place(root, 0, null);
        return spots;

        int Place(Branch branch, int column, (int, int)? from)
        {
            var at = (X: 10 + column * Column, Y: 16 + line * Line);
            spots.Add(new Spot(branch.Node, at.X, at.Y, from));
            if (branch.Named.Count == 0)
                line++;
            foreach (var named in branch.Named)
                Place(named, column + 1, at);
            return line;
        }
    }

    private static Branch Grow(TreeNode node, Dictionary<PersonId, TreeNode> nodes, ILookup<PersonId, PersonId> named, HashSet<PersonId> above)
    {
        // Nobody is their own nominator, but a drawing must not hang on a mistake.
        if (!above.Add(node.Person))
            return new Branch(node, []);
        var branch = new Branch(node, [.. named[node.Person].Where(id => nodes.ContainsKey(id) && !above.Contains(id)).Select(id => Grow(nodes[id], nodes, named, above))]);
        above.Remove(node.Person);
        return branch;
    }
}
