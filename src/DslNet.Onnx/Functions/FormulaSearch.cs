using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;
using DslNet.Onnx.Operators;

namespace DslNet.Onnx.Functions;

/// <summary>Finds values that are a function of one other value alone, element by element.</summary>
/// <param name="graph">The graph, which does not change meanwhile.</param>
internal sealed class FormulaSearch(Graph graph)
{
    private const int MostRoots = 16, LargestFormula = 48;

    // A node may use what it reads several times: a few dozen in a row would be more than any memory holds.
    private const int LargestText = 256;

    private readonly Dictionary<string, GraphNode> _producers = graph.Producers();
    private readonly Dictionary<string, int> _readers = graph.CountReaders();

    /// <summary>How often a value is read.</summary>
    public int Readers(string value) => _readers.GetValueOrDefault(value);

    /// <summary>The node that computes a value element by element; null if none does.</summary>
    public GraphNode? Producer(string value) => _producers.TryGetValue(value, out GraphNode? node) && node.Outputs[0] == value && Elementwise.Knows(node) ? node : null;

    /// <summary>Values that a node's output may be a function of, the nearest first.</summary>
    public IEnumerable<(string Root, Formula Formula)> Functions(GraphNode node)
    {
        List<string> roots = [];
        Queue<GraphNode> open = new([node]);
        while (open.TryDequeue(out GraphNode? current) && roots.Count < MostRoots)
        {
            foreach (string operand in Elementwise.Operands(current).Where(name => name.Length > 0 && !graph.IsConstant(name) && !roots.Contains(name)))
            {
                roots.Add(operand);
                if (Producer(operand) is { } before)
                    open.Enqueue(before);
            }
        }

        foreach (string root in roots.Where(root => HasShape(root, graph[node.Outputs[0]].Shape)))
        {
            int left = LargestFormula;
            if (Of(node.Outputs[0], root, ref left) is { } formula)
                yield return (root, formula);
        }
    }

    private Formula? Of(string value, string root, ref int left)
    {
        if (--left < 0)
            return null;
        if (value == root)
            return Formula.X;
        if (graph[value].Constant is { } constant)
            return constant is FloatConstant { Length: 1, Shape: var axes } scalar && axes.Count <= (graph[root].Shape?.Count ?? 0) ? scalar.Values[0] : null;
        if (value.Length == 0 || Producer(value) is not { } node || !HasShape(value, graph[root].Shape))
            return null;
        IReadOnlyList<string> names = Elementwise.Operands(node);
        var operands = new Formula[names.Count];
        for (int i = 0; i < operands.Length; i++)
        {
            if (Of(names[i], root, ref left) is not { } operand)
                return null;
            operands[i] = operand;
        }

        return Elementwise.Apply(new NodeUse(graph, node), operands) is { Size: <= LargestText } formula ? formula : null;
    }

    private bool HasShape(string value, IReadOnlyList<Extent>? shape) => shape is not null && graph[value] is { Shape: { } own, Type: var type } && (type.IsFloat() || type == OnnxType.Undefined) && own.SequenceEqual(shape);
}
