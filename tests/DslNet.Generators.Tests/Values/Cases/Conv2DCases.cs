using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using DslNet.Generators.Tests.Oracle.Losses;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Conv2D: strides, paddings, kernels, tiles, pairs of rows, and vectors along columns.</summary>
internal static class Conv2DCases
{
    private const int Same = WindowRange.Same;

    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        cases.Add("Conv2D 1x1", Of(Small, Extent.Image(1, 1, 1), new Conv2D(1, 1, 1)));
        cases.Add("Conv2D 3x3", Of(Many, Extent.Image(1, 7, 7), new Conv2D(3, 3, 3)));
        cases.Add("Conv2D 3x3 padded", Of(Small, Extent.Image(3, 7, 5), new Conv2D(7, 3, 3, padding: 1)));
        cases.Add("Conv2D 3x3 padded by 2", Of(Small, Extent.Image(2, 3, 4), new Conv2D(9, 3, 3, padding: 2, bias: false)));
        cases.Add("Conv2D 5x5", Of([1, 3], Extent.Image(6, 9, 8), new Conv2D(17, 5, 5)));
        cases.Add("Conv2D, whole image", Of(Small, Extent.Image(3, 5, 7), new Conv2D(17, 5, 7)));
        cases.Add("Conv2D, rows", Of(Small, Extent.Image(2, 7, 17), new Conv2D(3, 1, 5)));
        cases.Add("Conv2D, columns", Of(Small, Extent.Image(2, 17, 3), new Conv2D(5, 4, 1, padding: 0)));
        cases.Add("Conv2D, stride 2", Of(Small, Extent.Image(3, 9, 8), new Conv2D(5, 3, 3, stride: 2)));
        cases.Add("Conv2D, stride 2 padded", Of(Small, Extent.Image(3, 7, 10), new Conv2D(8, 3, 2, stride: 2, padding: 1)));
        cases.Add("Conv2D, stride beyond kernel", Of(Small, Extent.Image(2, 11, 13), new Conv2D(4, 2, 2, stride: 5, padding: 1)));
        cases.Add("Conv2D, stride 3 of 7 rows", Of(Small, Extent.Image(1, 17, 9), new Conv2D(3, 7, 2, stride: 3, padding: 1, bias: false)));
        cases.Add("Conv2D, same", Of(Small, Extent.Image(3, 7, 6), new Conv2D(7, 3, 3, padding: Same)));
        cases.Add("Conv2D, same, even kernel", Of(Small, Extent.Image(2, 5, 7), new Conv2D(3, 2, 4, padding: Same)));
        cases.Add("Conv2D, same, stride 2", Of(Small, Extent.Image(2, 8, 7), new Conv2D(3, 3, 3, stride: 2, padding: Same)));
        cases.Add("Conv2D, same, stride 3", Of(Small, Extent.Image(2, 8, 10), new Conv2D(3, 4, 5, stride: 3, padding: Same, bias: false)));
        cases.Add("Conv2D, same, kernel beyond image", Of(Small, Extent.Image(1, 3, 2), new Conv2D(3, 7, 5, padding: Same)));
        cases.Add("Conv2D, same, stride beyond kernel", Of(Small, Extent.Image(2, 9, 9), new Conv2D(3, 1, 2, stride: 4, padding: Same)));
        cases.Add("Conv2D, all padding", Of(Small, Extent.Image(1, 1, 1), new Conv2D(8, 5, 5, padding: 2)));
        cases.Add("Conv2D, all padding, same", Of(Small, Extent.Image(3, 2, 2), new Conv2D(5, 7, 7, padding: Same)));
        cases.Add("Conv2D, wide kernel", Of(Few, Extent.Image(2, 9, 31), new Conv2D(17, 5, 25, padding: Same)));
        cases.Add("Conv2D, stride 4", Of(Few, Extent.Image(3, 9, 70), new Conv2D(16, 3, 5, stride: 4, padding: 1)));
        cases.Add("Conv2D, pairs of rows, even kernel padded by 1", Of(Few, Extent.Image(8, 9, 9), new Conv2D(16, 4, 4, padding: 1)));
        cases.Add("Conv2D, pairs of rows, even kernel padded by 2", Of(Few, Extent.Image(8, 8, 9), new Conv2D(16, 4, 4, padding: 2)));
        cases.Add("Conv2D, pairs of rows, even kernel padded by 3", Of(Few, Extent.Image(8, 14, 8), new Conv2D(16, 4, 4, padding: 3)));
        cases.Add("Conv2D, pairs of rows, 2x2 padded", Of(Few, Extent.Image(8, 9, 9), new Conv2D(16, 2, 2, padding: 1)));
        cases.Add("Conv2D, pairs of rows, 5x5 padded by 4", Of(Few, Extent.Image(8, 12, 9), new Conv2D(17, 5, 5, padding: 4)));
        cases.Add("Conv2D, pairs of rows, last kernel row outside", Of(Few, Extent.Image(8, 6, 40), new Conv2D(16, 9, 3, padding: 2)));
        cases.Add("Conv2D, pairs of rows of the caller's image", OnTheWayIn(Few, Extent.Image(3, 9, 9), new Conv2D(16, 3, 3, padding: 1)));
        cases.Add("Conv2D, pairs of rows and no loss", new(new OracleNetwork(Extent.Image(1, 9, 17), [new Conv2D(6, 5, 5)], null, inputGradient: false), Few));
        cases.Add("Conv2D, 33 channels", Of([1, 7], Extent.Image(33, 3, 3), new Conv2D(33, 2, 2)));
        cases.Add("Conv2D, wide image", Of(Small, Extent.Image(1, 3, 65), new Conv2D(6, 3, 5, padding: 1)));
        cases.Add("Conv2D, large", Of([1, 3], Extent.Image(1, 28, 28), new Conv2D(6, 5, 5), Activation.ReLU(), new MaxPool2D(2, 2)));
        cases.Add("Conv2D, a tile a row", Of(Few, Extent.Image(1, 7, 8), new Conv2D(6, 3, 3, padding: Same), Activation.Tanh(), new Conv2D(9, 3, 3, padding: Same), new Conv2D(12, 3, 5, padding: Same)));
        cases.Add("Conv2D, several tiles a row", Of(Few, Extent.Image(2, 6, 19), new Conv2D(8, 2, 3), Activation.Tanh(), new Conv2D(11, 2, 3, padding: Same), new Conv2D(6, 3, 2, stride: 2)));
        cases.Add("Conv2D, two", Of([1, 3, 130], Extent.Image(2, 6, 7), new Conv2D(5, 3, 3, padding: 1), Activation.Tanh(), new Conv2D(9, 3, 3, stride: 2), Activation.ReLU(), new Flatten(), new Dense(3)));
        cases.Add("52 filters at the end", Of(Few, Extent.Image(1, 4, 4), new Conv2D(52, 2, 2)));
        cases.Add("Conv2D across columns", Of(Few, Extent.Image(3, 6, 30), new Conv2D(5, 3, 3), Activation.ReLU(), new Conv2D(3, 2, 2)));
        cases.Add("Conv2D across columns, 8 filters", Of(Few, Extent.Image(1, 4, 43), new Conv2D(8, 2, 4), Activation.Tanh()));
        cases.Add("Conv2D, dilated", Of(Small, Extent.Image(3, 9, 8), new Conv2D(7, 3, 3, dilation: 2)));
        cases.Add("Conv2D, dilated, many channels", Of(Few, Extent.Image(18, 7, 9), new Conv2D(17, 3, 3, padding: 2, dilation: 2)));
        cases.Add("Conv2D, dilated, stride 2", Of(Small, Extent.Image(2, 9, 11), new Conv2D(9, 3, 2, stride: 2, padding: 2, dilation: 3)));
        cases.Add("Conv2D, dilated by the stride", Of(Small, Extent.Image(2, 9, 11), new Conv2D(5, 3, 3, stride: 2, padding: 3, dilation: 2)));
        cases.Add("Conv2D, dilated, same", Of(Small, Extent.Image(2, 6, 7), new Conv2D(5, 3, 4, stride: 3, padding: Same, dilation: 2)));
        cases.Add("Conv2D, dilated beyond the image", Of(Small, Extent.Image(1, 3, 2), new Conv2D(3, 5, 3, padding: Same, dilation: 4)));
        cases.Add("Conv2D, dilated, of which only the bias is left", Of(Small, Extent.Image(2, 1, 3), new Conv2D(9, 2, 2, padding: 1, dilation: 2)));
        cases.Add("Conv2D, dilated, rows of which only the bias is left", Of(Small, Extent.Image(2, 2, 5), new Conv2D(9, 2, 3, padding: 2, dilation: 3), Activation.Tanh(), new Conv2D(3, 2, 2, padding: 1, dilation: 3)));
        cases.Add("Conv2D, dilated before a pooling", Of(Few, Extent.Image(1, 12, 20), new Conv2D(6, 3, 3, dilation: 2), Activation.ReLU(), new MaxPool2D(2, 2)));
        cases.Add("Conv2D across columns, dilated", OnTheWayIn(Few, Extent.Image(2, 6, 26), new Conv2D(5, 2, 3, dilation: 2), Activation.Tanh()));
        AddColumns(cases);
        AddTiles(cases);
    }

    /// <summary>Winograd's tiles of 4 × 4 outputs: whole and partial ones, panels of 16 and 8, strips, what is fused with them.</summary>
    private static void AddTiles(Dictionary<string, ValueCase> cases)
    {
        cases.Add("Conv2D, tiles", Of([1, 3], Extent.Image(16, 8, 8), new Conv2D(16, 3, 3, padding: 1), Activation.ReLU()));
        cases.Add("Conv2D, tiles without padding", Of([1, 3], Extent.Image(32, 10, 14), new Conv2D(16, 3, 3, bias: false)));
        cases.Add("Conv2D, tiles padded by 2", Of([1, 2], Extent.Image(17, 6, 6), new Conv2D(32, 3, 3, padding: 2), Activation.Tanh()));
        cases.Add("Conv2D, partial tiles", Of([1, 3], Extent.Image(20, 9, 11), new Conv2D(24, 3, 3, padding: 1), Activation.ReLU()));
        cases.Add("Conv2D, partial tiles, odd channels", Of([1, 2], Extent.Image(33, 7, 6), new Conv2D(19, 3, 3, padding: Same)));
        cases.Add("Conv2D, tiles of many channels", Of([1], Extent.Image(66, 5, 6), new Conv2D(56, 3, 3, padding: 1)));
        cases.Add("Conv2D, strips of tiles", Of([1], Extent.Image(16, 5, 229), new Conv2D(8, 3, 3, padding: 1)));
        cases.Add("Conv2D, tiles before a pooling", Of([1, 3], Extent.Image(16, 10, 10), new Conv2D(16, 3, 3), Activation.ReLU(), new MaxPool2D(2, 2)));
    }

    /// <summary>Where nobody wants the gradient of an image, vectors may run along its columns, over it as the caller passes it.</summary>
    private static void AddColumns(Dictionary<string, ValueCase> cases)
    {
        foreach (int filters in (int[])[1, 3, 4, 7, 8])
        {
            foreach (int columns in (int[])[8, 17, 33])
                cases.Add($"Conv2D along {columns} columns, {filters} filters", OnTheWayIn(Few, Extent.Image(2, 3, columns + 2), new Conv2D(filters, 2, 3), Activation.Tanh()));
        }
    }
}
