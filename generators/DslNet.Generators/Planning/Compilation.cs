using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Planning;

/// <summary>
/// The compiler, on one page: its passes in order. Each is a plain function of what the passes before found, and yields a value; none of them
/// knows the C# compiler, an instruction set is first asked for where kernels are compared by their cost.
/// </summary>
internal static class Compilation
{
    /// <summary>What is known of a network without its operations: all that analyzers ask for.</summary>
    public static NetworkAnalysis Analyze(NetworkSpec network)
    {
        // Who reads which value, and which values need a gradient.
        ValueUses uses = ValueUses.Of(network);
        GradientFlow flow = GradientFlow.Of(network);

        // Which activations are computed in place of the layer before, and how each value is stored: channels-last but for some images.
        FusionPlan fusions = FusionPlan.Of(network, uses);
        LayoutPlan layouts = LayoutPlan.Of(network, uses, flow, fusions);

        // Which max poolings hand on their gradient as values and indices instead of an image that is zero almost everywhere.
        SparseGradientPlan sparse = SparseGradientPlan.Of(network, flow, fusions, layouts);

        // The learned tensors: in the order of the layers, each stored as its layer reads it.
        ParameterTable parameters = ParameterTable.Of(network, uses, layouts);

        // What layers keep beside them: behind the parameters, in the same memory.
        StateTable states = StateTable.Of(network, parameters);
        return new(network, uses, flow, fusions, layouts, sparse, parameters, states);
    }

    /// <summary>Everything that is written of a network.</summary>
    public static NetworkPlan Of(NetworkSpec network)
    {
        NetworkAnalysis analysis = Analyze(network);

        // For each program the operations in order; then their loops, how many samples make a block, and where each buffer is.
        bool overTime = network.IsSequence;
        ProgramPlan evaluation = ProgramPlanner.Plan(ProgramLowering.Evaluation(analysis), overTime);
        // One frame of a sequence keeps the same values as a block of them.
        // Where layers need all frames of a sequence, none is predicted by itself.
        bool needsAllFrames = overTime && !network.HasStreams;
        ProgramPlan? small = overTime ? null : OnStack(analysis);
        ProgramPlan oneSample = needsAllFrames ? evaluation : small ?? ProgramPlanner.PlanOne(ProgramLowering.Prediction(analysis.ForPrediction), overTime);
        ProgramPlan? gradients = network.Losses.Count == 0 ? null : ProgramPlanner.Plan(ProgramLowering.Gradients(analysis), overTime);

        // Of many networks at once, where they are wanted: the members are in the lanes.
        MemberPlan? members = MemberProgram.Of(analysis) is { } program ? new(program) : null;

        // Equal kernels are one, called after the first operation that they are for.
        return new(network, analysis.Parameters, analysis.States, evaluation, oneSample, small is not null, gradients)
        {
            State = overTime && !needsAllFrames ? FrameState.Of(evaluation) : null,
            Members = members
        };
    }

    /// <summary>The program for one sample of a network so small that its memory is on the stack; else null.</summary>
    private static ProgramPlan? OnStack(NetworkAnalysis analysis)
    {
        IReadOnlyList<Operation> operations = ProgramLowering.Prediction(analysis.ForOneSample);
        return NetworkPlan.MayFitStack(operations) && ProgramPlanner.PlanOne(operations) is var program && NetworkPlan.FitsStack(program) ? program : null;
    }
}
