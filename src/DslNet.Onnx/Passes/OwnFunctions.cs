using DslNet.Onnx.Functions;
using DslNet.Onnx.Graphs;
using DslNet.Onnx.Operators;

namespace DslNet.Onnx.Passes;

/// <summary>Makes methods of the class of what no layer computes: functions of single values, with constants, that follow each other.</summary>
internal static class OwnFunctions
{
    private const int MostInside = 48;

    public static void Run(Graph graph)
    {
        FormulaSearch search = new(graph);
        HashSet<GraphNode> inside = [];
        foreach (GraphNode node in Enumerable.Reverse(graph.Nodes).ToArray())
        {
            if (!inside.Contains(node) && Elementwise.Knows(node) && (!IsLayer(graph, node) || IsJoin(graph, node) && HasOwnInside(search, node, graph)) && Longest(search, node, graph) is var (root, formula))
            {
                MarkInside(node, root);
                node.Become("Function", [root], []);
                node.Formula = formula;
            }
        }

        Quotients(graph);
        DeadNodes.Sweep(graph);

        void MarkInside(GraphNode node, string root)
        {
            foreach (string operand in Elementwise.Operands(node).Where(operand => operand != root))
            {
                if (search.Producer(operand) is { } before && search.Readers(operand) == 1 && inside.Add(before))
                    MarkInside(before, root);
            }
        }
    }

    /// <summary>A quotient of two values is a product with the reciprocal of the second.</summary>
    private static void Quotients(Graph graph)
    {
        var added = new Dictionary<GraphNode, GraphNode[]>();
        foreach (GraphNode node in graph.Nodes.Where(node => node is { Operator: "Div", Domain: "", Inputs.Count: 2 } && !graph.IsConstant(node.Inputs[1]) && graph[node.Inputs[1]].Sample is not null))
        {
            string divisor = node.Inputs[1], reciprocal = graph.NewName($"1 / {divisor}");
            graph[reciprocal] = graph[divisor];
            GraphNode before = node.Before("Function", [divisor], reciprocal);
            before.Formula = 1 / Formula.X;
            added[node] = [before];
            node.Become("Mul", [node.Inputs[0], reciprocal], []);
        }

        graph.Insert(added);
    }

    /// <summary>The nearest value that a node is a function of; or one further back, as long as no layer and no other reader is between.</summary>
    private static (string Root, Formula Formula)? Longest(FormulaSearch search, GraphNode node, Graph graph)
    {
        (string Root, Formula Formula)? longest = null;
        foreach ((string root, Formula formula) in search.Functions(node).Where(each => FormulaText.Of(each.Formula) is not null))
        {
            if (longest is { } nearer && (search.Readers(nearer.Root) > Uses(nearer.Formula) || search.Producer(nearer.Root) is not { } between || IsLayer(graph, between) && !IsJoin(graph, between)))
                break;
            longest = (root, formula);
        }

        return longest;
    }

    /// <summary>Whether a join is a function of one value, and computed by others that are no layers.</summary>
    private static bool HasOwnInside(FormulaSearch search, GraphNode node, Graph graph)
    {
        if (search.Functions(node).FirstOrDefault() is not { Root: { } root })
            return false;
        Queue<GraphNode> open = new([node]);
        for (int steps = 0; steps < MostInside && open.TryDequeue(out GraphNode? current); steps++)
        {
            foreach (string operand in Elementwise.Operands(current).Where(operand => operand != root))
            {
                if (search.Producer(operand) is not { } before)
                    continue;
                if (!IsLayer(graph, before))
                    return true;
                open.Enqueue(before);
            }
        }

        return false;
    }

    private static bool IsJoin(Graph graph, GraphNode node) => node.Inputs.Count == 2 && node.Inputs.All(input => !graph.IsConstant(input));

    /// <summary>How often the variable stands in a formula: so often its nodes may read it.</summary>
    private static int Uses(Formula formula) => formula.Function == Formula.Variable ? 1 : formula.Operands.Sum(Uses);

    private static bool IsLayer(Graph graph, GraphNode node) => OperatorCatalogue.All.TryGetValue(node.Operator, out Operator? known) && known.IsLayer(new NodeUse(graph, node));
}
