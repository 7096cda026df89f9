using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Convolution.Winograd;

internal sealed partial record WinogradTiles
{
    /// <summary>Adds the operations.</summary>
    /// <param name="add">Adds one, by its part in the program.</param>
    /// <param name="oneSample">
    /// Whether the program has but one sample: filters are then transformed when they are needed, since all of them together leave L2.
    /// </param>
    /// <param name="role">The part of the sums.</param>
    /// <param name="name">What they are called.</param>
    /// <param name="memory">What their memory is called.</param>
    /// <param name="image">The image.</param>
    /// <param name="weights">The filters, in panels of the outputs.</param>
    /// <param name="bias">What is added; null for zero.</param>
    /// <param name="sink">What becomes of the sums.</param>
    public void Lower(Action<Role, Operation> add, bool oneSample, Role role, string name, string memory, Operand image, Operand weights, Operand? bias, Sink sink)
    {
        int filterFloats = Points * FilterStride;
        Operand filters = new("w", oneSample ? Buffer.OfSample(memory + "Filters", filterFloats) : Buffer.OfCall(memory + "Filters", filterFloats));
        add(oneSample ? role : Role.Prepare, LibraryCall.Of(
            name + "Filters", oneSample ? When.In(Level.Sample) : When.Entering(Level.Call), "WinogradFilters.Transform", [weights, filters],
            ("filters", Sum.PaddedOutputs), ("channels", Sum.Channels), ("pointStride", FilterStride), ("rotated", Rotated ? 1 : 0)));

        Buffer tiles = Buffer.OfSample(memory + "Tiles", Points * TileStride(StripRows * Columns)), products = Buffer.OfSample(memory + "Products", Points * ProductStride(StripRows * Columns));
        for (int first = 0; first < Rows; first += StripRows)
        {
            int rows = Math.Min(StripRows, Rows - first), count = rows * Columns;
            string strip = Strips == 1 ? "" : $"Rows{first * Size}";
            add(role, LibraryCall.Of(
                name + "Tiles" + strip, When.In(Level.Sample), "WinogradImage.Transform", [image, new("tiles", tiles)],
                ("rows", Sum.Vertical.Inputs), ("columns", Sum.Horizontal.Inputs), ("rowStride", Sum.Image.Row), ("channels", PaddedChannels),
                ("firstRow", first * Size - PadRows), ("firstColumn", -PadColumns), ("tileRows", rows), ("tileColumns", Columns), ("pointStride", TileStride(count))) with
            {
                Remark = first == 0 ? "By Winograd, F(4×4, 3×3): 36 products for each 4×4 outputs instead of 144" : null,
            });
            add(role, new Operation(name + "Products" + strip, Products(count), [new("x", tiles), filters, new("m", products)]));
            add(role, Outputs(name + strip, first, rows, ProductStride(count), products, bias, sink));
        }
    }

    private Operation Outputs(string name, int first, int rows, int pointStride, Buffer products, Operand? bias, Sink sink)
    {
        int offset = first * Size * Sum.Results.Row, left = Sum.Vertical.Outputs - first * Size;
        bool isPartial = left < rows * Size || Sum.Horizontal.Outputs % Size != 0;
        int[] shape = [rows, Columns, Sum.PaddedOutputs, pointStride, Sum.Results.Row, Sum.Results.Column, .. isPartial ? new[] { left, Sum.Horizontal.Outputs } : []];
        Operand[] results = [.. sink.Operands.Select(operand => sink.PerChannel.Contains(operand) ? operand : operand with { Offset = operand.Offset + offset })];
        return new(
            name, new WinogradOutputs(bias?.Parameter, sink.Epilogue, isPartial, Sum.PaddedOutputs % CompilerServices.PanelWidth.Full == 0),
            [new("m", products), .. bias is null ? Array.Empty<Operand>() : [bias], .. results],
            [.. shape.Select(value => new ProgramFact.Constant(value))]);
    }
}
