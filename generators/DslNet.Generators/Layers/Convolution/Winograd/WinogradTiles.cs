using DslNet.CompilerServices;
using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Simd;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Convolution.Winograd;

/// <summary>
/// Minimal filtering F(4 × 4, 3 × 3) (S. Winograd, 1980; A. Lavin and S. Gray, "Fast Algorithms for Convolutional Neural Networks", CVPR 2016): 16 outputs of a
/// channel from 36 products instead of 144,
/// <code>
/// y = Aᵀ [ Σ over channels of (G g Gᵀ) ⊙ (Bᵀ d B) ] A
/// </code>
/// of tiles d of 6 × 6 positions, which overlap by two. Image and filters are transformed by the library; between are <see cref="WinogradProducts"/>, for each of the 36
/// points those of a matrix of tiles and channels with one of channels and filters; <see cref="WinogradOutputs"/> end it. It serves the forward direction and, with
/// rotated filters, the gradient of the image. The work is done in strips of tiles whose transforms stay in L2.
/// </summary>
/// <param name="Sum">What is summed.</param>
/// <param name="PadRows">Rows of zeros before the first.</param>
/// <param name="PadColumns">Columns of zeros before the first.</param>
/// <param name="Rotated">Whether the taps are in reverse order.</param>
internal sealed partial record WinogradTiles(ConvolutionSum Sum, int PadRows, int PadColumns, bool Rotated)
{
    /// <summary>Points of a tile, along both axes.</summary>
    public const int Points = WinogradPoints.Positions;

    /// <summary>Outputs of a tile along one axis.</summary>
    public const int Size = WinogradPoints.Outputs;

    // Fewer terms lose so little by rounding that the transforms' error, of which they have as much, is more than twice as large (docs/numerics.md).
    private const int FewestChannels = 16;

    // Transformed tiles and products of a strip, in floats, and how many strips a program may have text for.
    private const int StripFloats = 96 * 1024, MostStrips = 16;

    // One cache line: points that are a multiple of 4,096 bytes apart would evict each other.
    private const int Spread = 16;

    /// <summary>The tiles of a sum; null where it is none of 3 × 3 taps and stride 1 over enough channels.</summary>
    public static WinogradTiles? Of(ConvolutionSum sum)
    {
        bool fits = sum.Vertical.Kernel == WinogradPoints.Taps && sum.Horizontal.Kernel == WinogradPoints.Taps && sum.Image.Channel == 1 && sum.Results.Channel == 1
            && sum.Channels >= FewestChannels && sum.Image.Column == PanelWidth.RoundUp(sum.Channels);
        if (!fits || PaddingOf(sum.Vertical) is not { } rows || PaddingOf(sum.Horizontal) is not { } columns)
            return null;
        WinogradTiles tiles = new(sum, rows, columns, sum.Vertical is BackwardAxis);
        return tiles.Strips <= MostStrips ? tiles : null;
    }

    private static int? PaddingOf(TapAxis axis) => axis switch
    {
        ForwardAxis { Stride: 1, Dilation: 1 } forward => forward.PadBefore,
        BackwardAxis { Stride: 1, Dilation: 1 } backward => backward.Kernel - 1 - backward.PadBefore,
        _ => null,
    };

    /// <summary>Channels that are transformed, with those that fill the last vector.</summary>
    public int PaddedChannels => Sum.Image.Column;

    /// <summary>Rows of tiles.</summary>
    public int Rows => (Sum.Vertical.Outputs + Size - 1) / Size;

    /// <summary>Columns of tiles.</summary>
    public int Columns => (Sum.Horizontal.Outputs + Size - 1) / Size;

    /// <summary>Rows of tiles of a strip; the last may have fewer.</summary>
    public int StripRows => RowTile.Balance(Rows, Math.Max(1, StripFloats / (Points * Columns * (PaddedChannels + Sum.PaddedOutputs))));

    /// <summary>Strips.</summary>
    public int Strips => (Rows + StripRows - 1) / StripRows;

    /// <summary>From one point of transformed tiles to the next.</summary>
    public int TileStride(int tiles) => tiles * PaddedChannels + Spread;

    /// <summary>From one point of the products to the next.</summary>
    public int ProductStride(int tiles) => tiles * Sum.PaddedOutputs + Spread;

    /// <summary>From one point of the filters to the next.</summary>
    public int FilterStride => Sum.Channels * Sum.PaddedOutputs + Spread;

    /// <summary>The products of a strip of so many tiles.</summary>
    private WinogradProducts Products(int tiles) => new(tiles, Sum.Channels, PaddedChannels, Sum.PaddedOutputs, TileStride(tiles), FilterStride, ProductStride(tiles));

    /// <summary>What it costs, the filters' transform included: a single sample shall gain too.</summary>
    public KernelCost Cost(Target target)
    {
        // The input transform of a vector has twelve times twelve operations, loads most of what it reads twice, and stores a vector a cycle; the output transform is
        // of the same kind. A filter has three columns and six rows of eleven operations.
        const double inputOperations = 144, inputLoads = 84 + 2 * Points, outputOperations = 120, outputLoads = 60 + 2 * Size * Size, filterOperations = 99, filterLoads = 9 + 2 * Points;
        double tiles = Rows * Columns, lanes = target.Lanes;
        double images = tiles * PaddedChannels / lanes, outputs = tiles * Sum.PaddedOutputs / lanes, filters = Sum.Channels * Sum.PaddedOutputs / lanes;
        return Products(Rows * Columns).Cost(target) + KernelCost.Of(inputOperations * images, inputLoads * images)
            + KernelCost.Of(outputOperations * outputs, outputLoads * outputs) + KernelCost.Of(filterOperations * filters, filterLoads * filters);
    }
}
