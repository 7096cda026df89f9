using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Values;

/// <summary>
/// What happens exactly where a derivative jumps. Comparisons with the oracle leave such samples out, since rounding decides in
/// most of them; where it does not, PyTorch's convention does.
/// </summary>
public sealed class KinkTests(KinkNetworks networks) : IClassFixture<KinkNetworks>
{
    /// <summary>A class, its inputs and targets, and the gradient by the inputs.</summary>
    public static TheoryData<string, float[], float[], float[]> Cases => new()
    {
        // Of equal numbers the first of the window, row by row.
        { "Pool", [1, 1, 1, 1], [0], [2, 0, 0, 0] },
        { "Pool", [0, 1, 1, 1], [0], [0, 2, 0, 0] },
        { "Pool", [-3, -3, -2, -2], [0], [0, 0, -4, 0] },

        // The same where the pooling hands its gradient to the convolution before it: each place of the window is the sum of the
        // 2×2 numbers under it, and the gradient, twice the maximum, goes to those under the first maximum.
        { "RoutedPool", [1, 1, 1, 1, 1, 1, 1, 1, 1], [0], [8, 8, 0, 8, 8, 0, 0, 0, 0] },
        { "RoutedPool", [0, 1, 1, 0, 1, 1, 0, 1, 1], [0], [0, 8, 8, 0, 8, 8, 0, 0, 0] },
        { "RoutedPool", [-1, -1, -1, -1, -1, -1, -1, -1, -1], [0], [-8, -8, 0, -8, -8, 0, 0, 0, 0] },

        // Overlapping windows of a 1×2×3 image may choose the same place: both of its gradients arrive.
        { "OverlappingPool", [0, 1, 0, 0, 1, 0], [0, 0], [0, 2, 0, 0, 0, 0] },
        { "OverlappingPool", [1, 1, 1, 1, 1, 1], [0, 0], [1, 1, 0, 0, 0, 0] },

        // Padding is never the largest.
        { "PaddedPool", [-1], [0], [-2] },

        { "Rectified", [0, -0f], [1, 1], [0, 0] },
        { "Leaky", [0, 1], [1, 0], [-0.25f, 1] },
        { "Learned", [0, 1], [1, 0], [-0.25f, 1] },
        { "Exponential", [0, 1], [1, 0], [-0.5f, 1] },
        { "ExponentialScaled", [0, 0], [1, -1], [-1.7580993408473766f, 1.7580993408473766f] },
        { "ExponentialSmooth", [0, 1], [1, 0], [-1, 1] },
        { "RectifiedToSix", [0, 6], [1, 5], [0, 0] },
        { "RectifiedToSix", [float.Epsilon, 5.75f], [1, 5], [-1, 0.75f] },
        { "Clamped", [-2, 0.5f], [0, 0], [0, 0] },
        { "HardGate", [-3, 3], [1, 0], [0, 0] },
        { "HardSwished", [-3, 3], [1, 2], [0, 1] },
        { "SoftShrunk", [-0.5f, 0.5f], [1, 1], [0, 0] },
        { "SoftShrunk", [-0.75f, 0.75f], [0, 0], [-0.25f, 0.25f] },
        { "HardShrunk", [-0.5f, 0.5f], [1, 1], [0, 0] },
        { "AboveHalf", [0.5f, 0.75f], [0, 0], [0, 0.75f] },
        // At 1 the side of the constant, 0 and not 1; at 0 the second, −1 and not 2; at −2 neither.
        { "OwnKinks", [1, 0, -2], [0, 0, 0], [(0 + 8 + 16) / 3f, (0 - 4 + 16) / 3f, -4 / 3f] },
        { "Absolute", [2, 3], [2, 1], [0, 0.5f] },
        { "Limited", [0.5f, -0.5f, 0.75f, 0.25f], [0, 0, 0, 0], [0.125f, -0.125f, 0.125f, 0.0625f] },
        { "LimitedSlope", [0.5f, -0.5f, 0.75f, 0.25f], [0, 0, 0, 0], [0.25f, -0.25f, 0.25f, 0.125f] },
        { "Margin", [1, 0.5f], [1, 1], [0, -0.5f] },
    };

    [Theory, MemberData(nameof(Cases))]
    public void The_gradient_follows_the_convention(string name, float[] inputs, float[] targets, float[] expected)
    {
        foreach (NetworkAssembly assembly in networks.All)
        {
            float[] gradients = new float[inputs.Length];
            InputGradientMethods.ComputeGradients(assembly.Create(name), inputs, targets, gradients);
            Assert.Equal(expected, gradients);
        }
    }

    [Fact]
    public void A_ReLU_lets_NaN_through()
    {
        foreach (NetworkAssembly assembly in networks.All)
        {
            float[] outputs = new float[2];
            assembly.Create("Rectified").Predict([float.NaN, 1], outputs);
            Assert.Equal([float.NaN, 1], outputs);
        }
    }
}
