using DslNet.CompilerServices;
using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Layers.Convolution.Sparse;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>The backward direction behind a max pooling: the sparse gradient, of which only the maxima's values are not zero.</summary>
internal abstract partial record ConvolutionLayer : IGradientFromMaxima
{
    // More zero-padded kernels than this, in floats, would not stay in any cache.
    private const long MostPadded = 1 << 22;

    // At a padded image's border each filter would meet other taps, depending on where its maximum is.
    public IReadOnlyList<IndexEncoding> IndexEncodings(Shape input, Layout layout, Shape output, bool needsInputGradient, Window window)
    {
        ConvolutionGeometry geometry = Geometry(input, layout);
        if (!geometry.IsComplete)
            return [];
        ReceptiveField field = ReceptiveField.Of(window, geometry);
        int paddedChannels = PanelWidth.RoundUp(input.Channels);
        KernelCost dense = ConvolutionWeightGradient.Cost(Target.Typical, geometry), sparse = SparseWeightGradient.Cost(Target.Typical, Im2RowRuns.Of(geometry), window.Count, Filters);
        if (needsInputGradient)
        {
            if (Limits.Multiply((long)field.PaddedLength * paddedChannels, Filters) > MostPadded)
                return [];
            dense += ConvolutionOverChannels.Cost(Target.Typical, geometry.InputGradient);
            sparse += SparseInputGradient.Cost(Target.Typical, field, Filters, paddedChannels);
        }

        if (sparse.Cycles > dense.Cycles)
            return [];
        int rowStep = geometry.Vertical.Stride * geometry.Image.Row, columnStep = geometry.ColumnStep;
        IndexEncoding inInput = new("Indices", 0, rowStep, columnStep, rowStep, columnStep);
        return needsInputGradient ? [inInput, field.KernelOffsets] : [inInput];
    }

    private void LowerSparseBackward(BackwardContext context, SparseGradient sparse)
    {
        Tensor input = context.Input();
        ConvolutionGeometry geometry = Geometry(input.Shape, input.Layout);
        string name = ParameterTable.FileName(context.Name);
        int windows = sparse.Pooled.Shape.Positions, channels = input.Shape.Channels;
        Buffer values = context.GradientOf(sparse.Pooled).Buffer, indices = sparse.Indices[0];
        if (context.NeedsInputGradient())
        {
            ReceptiveField field = ReceptiveField.Of(sparse.Window, geometry);
            Buffer kernels = Buffer.OfCall(name + "Kernels", Filters * field.PaddedLength * PanelWidth.RoundUp(channels));
            context.Add(Role.Prepare, LibraryCall.Of(
                context.Name + "Borders", When.Entering(Level.Call), "KernelBorders.Copy", [context.Parameter("weight", "w"), new("kernels", kernels)],
                ("filters", Filters), ("height", geometry.Vertical.Kernel), ("width", geometry.Horizontal.Kernel), ("channels", channels),
                ("borderHeight", field.BorderHeight), ("borderWidth", field.BorderWidth)));
            (Tensor gradient, bool accumulate) = context.InputGradientMemory();
            SparseInputGradient shifted = new(
                field, geometry.Image, Filters, sparse.Pooled.Layout.PositionStride, accumulate ? null : gradient.Buffer.Length);
            context.Add(
                Role.InputGradient, "InputGradient", shifted,
                [new("values", values), new("kernelOffsets", sparse.Indices[1]), new("kernels", kernels), new("dx", gradient.Buffer)]);
        }

        Im2RowRuns runs = Im2RowRuns.Of(geometry);
        Buffer image = input.Buffer;
        if (runs.Slack > 0)
        {
            image = Buffer.OfSample(name + "Input", input.Layout.SampleLength + runs.Slack);
            context.Add(Role.WeightGradient, LibraryCall.Of(
                context.Name + "InputCopy", When.In(Level.Sample), "FloatMemory.Copy", [new("source", input.Buffer), new("destination", image)],
                ("length", input.Layout.SampleLength)));
        }

        Buffer sums = Buffer.OfGroup(name + "KernelSums", Filters * runs.FilterLength);
        context.Add(Role.WeightGradient, LibraryCall.Of(
            context.Name + "KernelSumsClear", When.Entering(Level.Group), "FloatMemory.Clear", [new("memory", sums)], ("length", sums.Length)));
        Operand x = new("x", image);
        Operand? biasGradient = Weights.Bias ? context.ParameterGradient("bias", "db") : null;
        SparseWeightGradient gradients = new(x.Parameter, runs, Filters, windows, biasGradient?.Parameter);
        context.Add(
            Role.WeightGradient, "WeightGradient", gradients,
            [x, new("values", values), new("indices", indices), new("sums", sums), .. biasGradient is null ? Array.Empty<Operand>() : [biasGradient]]);
        context.Add(Role.WeightGradient, LibraryCall.Of(
            context.Name + "KernelSumsAdd", When.Leaving(Level.Group), "KernelSums.AddTo", [context.ParameterGradient("weight", "gradient"), new("sums", sums)],
            ("filters", Filters), ("height", geometry.Vertical.Kernel), ("width", geometry.Horizontal.Kernel), ("channels", channels), ("filterStride", runs.FilterLength),
            ("rowStride", runs.Length), ("columnStride", runs.ColumnStride), ("channelStride", runs.ChannelStride)));
    }
}
