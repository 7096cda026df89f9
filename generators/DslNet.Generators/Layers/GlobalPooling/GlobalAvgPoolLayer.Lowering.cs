using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.GlobalPooling;

internal sealed partial record GlobalAvgPoolLayer
{
    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.ChannelsLastInput();
        Tensor output = context.NewOutput();
        context.Add("Forward", new MeanForward(input.Layout.Positions, input.Layout.PositionStride), [new("x", input.Buffer), new("y", output.Buffer)]);
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (!context.NeedsInputGradient())
            return;
        Tensor input = context.ChannelsLastInput();
        Sink sink = context.InputGradient("dx");
        context.Add(
            Role.InputGradient, "Backward", new MeanBackward(input.Layout.Positions, input.Layout.PositionStride, sink.Epilogue),
            [new("dy", context.OutputGradient.Buffer), .. sink.Operands]);
    }
}
