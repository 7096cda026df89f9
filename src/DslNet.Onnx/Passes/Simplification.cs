using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Passes;

/// <summary>What is done to a graph before it becomes layers: the passes in their order. Each says what it changed as a remark of the graph.</summary>
internal static class Simplification
{
    public static void Run(Graph graph, bool foldsBatchNorm)
    {
        KnownValues.Run(graph);
        Frames.Run(graph);
        if (graph.IsSequence)
            KnownValues.Run(graph);
        NoOperations.Run(graph);
        PassedOutputs.Run(graph);
        DeadNodes.Run(graph);
        TokenInputs.Run(graph);
        ChannelsLast.Run(graph);
        WrittenNormalization.Run(graph);
        WrittenGroupNorm.Run(graph);
        PadFolding.Run(graph);
        KnownFunctions.Run(graph);
        MatMulAdd.Run(graph);
        ConstantOperands.Run(graph);
        OwnFunctions.Run(graph);
        if (foldsBatchNorm)
            BatchNormFolding.Run(graph);
        UnreadInputs.Run(graph);
    }
}
