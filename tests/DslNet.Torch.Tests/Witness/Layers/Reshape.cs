using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The values of each sample under another shape.</summary>
internal sealed class Reshape : TorchLayer
{
    private static readonly string[][] s_shapes = [["Features"], ["Channels", "Length"], ["Channels", "Height", "Width"]];

    public override Tensor Forward(LayerCall call) => call.Input.reshape(
        [call.Input.shape[0], .. s_shapes.Last(names => names.All(call.Arguments.Has)).Select(name => (long)call.Arguments.Int32(name))]);
}
