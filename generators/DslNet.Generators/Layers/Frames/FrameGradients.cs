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
        Operation clear = new(
            context.Name + "ClearBehind", When.In(Level.Block), LibraryCall.Namespace + "FrameMemory.ClearBehind", [new("gradient", gradient.Buffer)],
            [new ProgramFact.Constant(gradient.Layout.SampleLength, "frame"), new ProgramFact.Constant(frames, "frames"), new ProgramFact.FramesFollow()]);
        context.Add(Role.InputGradient, clear);
    }
}
