using DslNet.Generators.Graph;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Layers.Dropout;

internal sealed partial record DropoutLayer
{
    public override bool OnlyInTraining => true;

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor output = context.NewTensor(context.Node.Output);
        context.Add(new ElementwiseKernel(
            context.Name + "Forward", $"{context.Name}: y = x / (1 − p) where a random number is at least p, else 0", output,
            [new("x", context.InterleavedInput().Buffer)], new PlainStore(new("y", output.Buffer)), Thin, [Key(context.Index)], perSample: true));
        return output;
    }

    // The mask is not kept: the same numbers are drawn again.
    public override void LowerBackward(BackwardContext context)
    {
        if (!context.NeedsInputGradient())
            return;
        context.Add(new ElementwiseKernel(
            context.Name + "Backward", $"{context.Name}: ∂x = ∂y / (1 − p) where y was not dropped, else 0", context.Output,
            [new("dy", context.OutputGradient.Buffer)], context.InputGradient("dx"), Thin, [Key(context.Index)], perSample: true));
    }

    // x − x is zero, but NaN of what is not finite: a diverged network does not look sound where it is thinned out. So it is in PyTorch.
    private string Thin(Target target, IReadOnlyList<string> inputs)
    {
        const string random = "global::DslNet.Numerics.CounterRandom";
        string uniform = $"{random}.Uniform({random}.Draw(key, Vector__.Create((uint)i) + UInt__.Indices))";
        return target.Select(
            $"Vector__.GreaterThanOrEqual({uniform}, {target.Constant((float)Probability)})",
            $"{inputs[0]} * {target.Constant((float)(1 / (1 - Probability)))}", $"({inputs[0]} - {inputs[0]})");
    }

    private static ScalarArgument Key(int layer) =>
        new("ulong", "key", $"global::DslNet.Numerics.CounterRandom.Key(seed, step, {layer}, start + s)");
}
