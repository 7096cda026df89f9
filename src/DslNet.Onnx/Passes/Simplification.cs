using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Passes;

/// <summary>What is done to a graph before it becomes layers: the passes in their order. Each says what it changed as a remark of the graph.</summary>
internal static class Simplification
{
    public static void Run(Graph graph, bool foldsBatchNorm)
    {
        KnownValues.Run(graph);
        NoOperations.Run(graph);
        MatMulAdd.Run(graph);
        if (foldsBatchNorm)
            BatchNormFolding.Run(graph);
        PassedOutputs.Run(graph);
        DeadNodes.Run(graph);
        UnreadInputs.Run(graph);
    }
}
