using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Normalization;

internal abstract partial record NormLayer
{
    public override bool FusesActivation => true;

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor output = context.NewOutput();
        NormRows rows = NormRows.Of(output, PerPosition);
        Sink sink = Sink.Activate(new("y", output.Buffer), context.Fused);
        NormForward forward = new(rows, IsCentered, Epsilon, Affine, Affine && HasBias, sink.Epilogue);
        IEnumerable<Operand> parameters = Affine ? HasBias ? [context.Parameter("weight", "w"), context.Parameter("bias", "b")] : [context.Parameter("weight", "w")] : [];
        context.Add(
            "Forward", forward,
            [new("x", context.ChannelsLastInput().Buffer), .. parameters, .. sink.Operands, new("statistics", Statistics(rows, context.Kept))]);
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        NormRows rows = NormRows.Of(context.Output, PerPosition);
        Sink? sink = context.NeedsInputGradient() ? context.InputGradient("dx") : null;
        NormBackward backward = new(rows, IsCentered, Affine, Affine && HasBias, sink?.Epilogue);
        List<Operand> operands = [new("x", context.ChannelsLastInput().Buffer), new("statistics", Statistics(rows, context.Kept))];
        if (Affine && sink is not null)
            operands.Add(context.Parameter("weight", "w"));
        operands.Add(new("dy", context.OutputGradient.Buffer));
        operands.AddRange(sink?.Operands ?? []);
        if (Affine)
            operands.Add(context.ParameterGradient("weight", "dw"));
        if (Affine && HasBias)
            operands.Add(context.ParameterGradient("bias", "db"));

        // One kernel for all gradients, which are computed from the same values.
        (Role role, string part) = sink is null ? (Role.WeightGradient, "WeightGradient") : (Role.InputGradient, "Backward");
        context.Add(role, part, backward, operands);
    }

    private Buffer Statistics(NormRows rows, Func<string, int, Buffer> kept) => kept("Statistics", rows.Rows * NormRows.StatisticsOf(IsCentered));
}
