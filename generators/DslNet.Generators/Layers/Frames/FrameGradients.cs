using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Frames;

/// <summary>What layers that read frames before the current one need of the gradients of their outputs.</summary>
internal static class FrameGradients
{
    /// <summary>
    /// Behind a sequence's last frame gradients are zero. They are made so where they are read first, since a kernel before may have stored a tile that ends
    /// behind the last frame.
    /// </summary>
    public static void ClearBehind(BackwardContext context, LayerSpec layer, Tensor input, Tensor gradient)
    {
        if (layer.FramesBefore(input.Shape) is not (> 0 and int frames))
            return;
        ClearBehind(context, "", gradient.Buffer, frames);
    }

    /// <summary>The same of any gradient.</summary>
    /// <param name="context">The layer's.</param>
    /// <param name="part">What the operation's name has behind the layer's.</param>
    /// <param name="gradient">The gradient.</param>
    /// <param name="frames">How many frames behind the last one are read.</param>
    public static void ClearBehind(BackwardContext context, string part, Buffer gradient, int frames)
    {
        // Read from the last frame, gradients of the frame before the first are zero, as all that is before a sequence.
        if (context.IsReversed)
            return;
        context.Add(Role.InputGradient, Clear(context.Name + part, gradient, frames));
    }

    /// <summary>Clears frames behind the last one.</summary>
    /// <param name="name">What the operation's name begins with.</param>
    /// <param name="values">What has the frames.</param>
    /// <param name="frames">How many of them.</param>
    public static Operation Clear(string name, Buffer values, int frames) => new(
        name + "ClearBehind", When.In(Level.Block), LibraryCall.Namespace + "FrameMemory.ClearBehind", [new("gradient", values)],
        [new ProgramFact.Constant(values.Length, "frame"), new ProgramFact.Constant(frames, "frames"), new ProgramFact.FramesFollow()]);
}
