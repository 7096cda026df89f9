using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Reshape;

/// <summary>The same values under another shape, in PyTorch's order: channel by channel, and within a channel position by position.</summary>
internal abstract record ReshapingLayer : LayerSpec
{
    public override bool CanBeView => true;

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.Input(), output = context.NewOutput();
        if (output.Shape.SpatialRank == 0)
        {
            context.Add(LayoutCopy.Flatten(context.Name + "Forward", input, output));
            return output;
        }

        // The order of a vector is that of all shapes: between two images there is one.
        bool isVector = input.Layout == Layout.ChannelsFirst(input.Shape) || input.Layout is { Positions: 1, IsContiguous: true };
        Tensor vector = isVector ? input : Vector("Values", context.Kept, input.Shape);
        if (vector != input)
            context.Add(LayoutCopy.Flatten(context.Name + "ForwardFlatten", input, vector));
        context.Add(LayoutCopy.Unflatten(context.Name + "Forward", vector, output, accumulate: false));
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (!context.NeedsInputGradient())
            return;
        (Tensor gradient, bool accumulate) = context.InputGradientMemory();
        Tensor vector = context.OutputGradient;
        if (vector.Shape.SpatialRank > 0)
        {
            vector = Vector("ValuesGradient", context.Kept, vector.Shape);
            context.Add(Role.InputGradient, LayoutCopy.Flatten(context.Name + "BackwardFlatten", context.OutputGradient, vector));
        }

        if (gradient.Shape.SpatialRank == 0)
            context.Add(Role.InputGradient, LayoutCopy.Restore(context.Name + "Backward", vector, gradient, accumulate));
        else
            context.Add(Role.InputGradient, LayoutCopy.Unflatten(context.Name + "Backward", vector, gradient, accumulate));
    }

    /// <summary>Scratch memory for all values as a vector.</summary>
    private static Tensor Vector(string name, Func<string, int, Buffer> kept, Shape shape)
    {
        Layout layout = Layout.ChannelsLast(Shape.Vector((int)shape.Length));
        return new(Shape.Vector((int)shape.Length), layout, kept(name, layout.SampleLength));
    }
}
