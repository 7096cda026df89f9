using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>What layer and RMS normalization have in common: which axes they run over.</summary>
internal static class NormalizedRows
{
    /// <summary>Normalizes over all values of a sample, or with the channels as the last axis.</summary>
    /// <param name="call">The layer's use.</param>
    /// <param name="normalize">Normalizes over the last axes, which have a shape.</param>
    public static Tensor Of(LayerCall call, Func<Tensor, long[], Tensor> normalize)
    {
        Tensor x = call.Input;
        return call.Arguments.Boolean("PerPosition")
            ? normalize(x.movedim([1], [-1]), [x.shape[1]]).movedim([-1], [1])
            : normalize(x, [.. x.shape.Skip(1)]);
    }
}
