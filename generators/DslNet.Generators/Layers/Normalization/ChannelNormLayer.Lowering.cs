using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Normalization;

internal abstract partial record ChannelNormLayer
{
    public override bool FusesActivation => true;

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor output = context.NewOutput();
        NormGroups groups = NormGroups.Of(output, ChannelsOfGroup(output.Shape.Channels));
        Sink sink = Sink.Activate(new("y", output.Buffer), context.Fused);
        IEnumerable<Operand> parameters = Affine ? [context.Parameter("weight", "w"), context.Parameter("bias", "b")] : [];
        context.Add(
            "Forward", new ChannelNormForward(groups, Epsilon, Affine, sink.Epilogue),
            [new("x", context.ChannelsLastInput().Buffer), .. parameters, .. sink.Operands, new("statistics", context.Kept("Statistics", groups.StatisticsLength))]);
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        Sink? sink = context.NeedsInputGradient() ? context.InputGradient("dx") : null;

        // Without a gradient of the input nothing is summed over a group.
        NormGroups groups = NormGroups.Of(context.Output, sink is null ? 1 : ChannelsOfGroup(context.Output.Shape.Channels));
        List<Operand> operands = [new("x", context.ChannelsLastInput().Buffer), new("statistics", context.Kept("Statistics", groups.StatisticsLength))];
        if (Affine && sink is not null)
            operands.Add(context.Parameter("weight", "w"));
        operands.Add(new("dy", context.OutputGradient.Buffer));
        if (sink is not null)
            operands.AddRange([.. sink.Operands, new("sums", context.Kept("GradientSums", groups.StatisticsLength))]);
        if (Affine)
            operands.AddRange([context.ParameterGradient("weight", "dw"), context.ParameterGradient("bias", "db")]);

        // One kernel for all gradients, which are computed from the same values.
        (Role role, string part) = sink is null ? (Role.WeightGradient, "WeightGradient") : (Role.InputGradient, "Backward");
        context.Add(role, part, new ChannelNormBackward(groups, Affine, sink?.Epilogue), operands);
    }
}
