using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.PReLU;

internal sealed partial record PReLULayer
{
    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.ChannelsLastInput(), output = context.NewOutput();
        context.Add(
            "Forward", new PReLUForward(PerChannel ? ChannelRows.Of(output) : ChannelRows.Of(output).ToRun(), PerChannel),
            [new("x", input.Buffer), context.Parameter("weight", "w"), new("y", output.Buffer)]);
        return output;
    }

    // A slope may be negative: then the output does not tell what the sign was, and the input is saved.
    public override void LowerBackward(BackwardContext context)
    {
        ChannelRows rows = ChannelRows.Of(context.Output);
        int? channels = PerChannel ? null : context.Output.Layout.Channels;
        Operand x = new("x", context.ChannelsLastInput().Buffer), dy = new("dy", context.OutputGradient.Buffer);
        Operand slopeGradient = context.ParameterGradient("weight", "dw");
        if (!context.NeedsInputGradient())
        {
            context.Add(Role.WeightGradient, "WeightGradient", new PReLUBackward(rows, channels, null), [x, dy, slopeGradient]);
            return;
        }

        // One kernel for both gradients, which are computed from the same values.
        Sink sink = context.InputGradient("dx");
        context.Add(
            Role.InputGradient, "Backward", new PReLUBackward(rows, channels, sink.Epilogue),
            [x, context.Parameter("weight", "w"), dy, .. sink.Operands, slopeGradient]);
    }
}
