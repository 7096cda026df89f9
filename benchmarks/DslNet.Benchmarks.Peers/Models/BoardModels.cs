using static DslNet.Benchmarks.Models.ModelLayers;

namespace DslNet.Benchmarks.Models;

/// <summary>Networks of two inputs and two outputs.</summary>
internal static class BoardModels
{
    /// <summary>Two towers, over a board and over ten counts, and behind both the next move and the result of the game.</summary>
    public static NetworkModel Game { get; } = new("board", [2, 4, 5],
        [
            PaddedConvolution("conv1", 32, [3, 3]) with { HasBias = true }, ReLU, PaddedConvolution("conv2", 32, [3, 3]) with { HasBias = true }, ReLU,
            Flatten, Dense(1, 96), ReLU with { Name = "seen" },
            Dense(2, 32) with { From = "counts" }, ReLU, new(LayerKind.Concat) { With = "seen" }, Dense(3, 128), ReLU with { Name = "both" },
            Dense(4, 5), Dense(5, 32) with { From = "both" }, ReLU, Dense(6, 1), Tanh with { Name = "result" },
        ],
        Classifies: true)
    {
        OtherInputs = [new("counts", [10])],
        Heads = [new("dense4", [5], Classifies: true), new("result", [1], Classifies: false, Weight: 0.5f)],
    };
}
