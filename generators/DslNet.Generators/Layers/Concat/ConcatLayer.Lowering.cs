using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Concat;

internal sealed partial record ConcatLayer
{
    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor output = context.NewOutput();
        int first = 0;
        for (int i = 0; i < context.InputCount; i++)
        {
            Tensor input = context.InterleavedInput(i);
            int channels = input.Layout.Channels;
            int tail = i == context.InputCount - 1 ? output.Layout.PositionStride - output.Layout.Channels : 0;
            context.Add(new ChannelCopy($"{context.Name}Forward{i}", input, 0, output, first, channels, tail, accumulate: false));
            first += channels;
        }

        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        int first = 0;
        for (int i = 0; i < context.InputCount; i++)
        {
            int channels = context.InterleavedInput(i).Layout.Channels;
            if (context.NeedsInputGradient(i))
            {
                (Tensor gradient, bool accumulate) = context.InputGradientMemory(i);
                int tail = accumulate ? 0 : gradient.Layout.PositionStride - channels;
                context.Add(Role.InputGradient, new ChannelCopy($"{context.Name}Backward{i}", context.OutputGradient, first, gradient, 0, channels, tail, accumulate));
            }

            first += channels;
        }
    }
}
