using DslNet.CompilerServices;
using DslNet.Generators.Layers.Conv2D.Pooled;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Conv2D;

/// <summary>The backward direction behind a max pooling: what the pooling makes zero is not computed.</summary>
internal sealed partial record Conv2DLayer : IGradientFromMaxima
{
    // More bordered kernels than this, in floats, would not stay in any cache.
    private const long MostBordered = 1 << 22;

    // At a padded image's border each filter would meet other taps, depending on where its maximum lies.
    public IReadOnlyList<IndexEncoding> IndexEncodings(Shape input, Layout layout, Shape output, bool needsInputGradient, Window window)
    {
        (WindowAxis vertical, WindowAxis horizontal) = Axes(input);
        if (!Forward(vertical).IsComplete || !Forward(horizontal).IsComplete)
            return [];
        ImageStrides strides = ImageStrides.Of(input, layout);
        KernelPatch patch = new(window, KernelHeight, KernelWidth, Stride);
        KernelRuns runs = new(strides, KernelHeight, KernelWidth, input.Channels);
        int paddedChannels = PanelWidth.RoundUp(input.Channels);
        KernelCost all = ConvolutionWeightGradient.Cost(Target.Typical, input.Channels, Forward(vertical), Forward(horizontal), PaddedFilters);
        KernelCost some = PooledWeightGradient.Cost(Target.Typical, runs, window.Count, Filters);
        if (needsInputGradient)
        {
            if (Limits.Multiply((long)patch.BorderedLength * paddedChannels, Filters) > MostBordered)
                return [];
            all += ConvolutionProduct.Cost(Target.Typical, Filters, Backward(vertical), Backward(horizontal), paddedChannels);
            some += PooledInputGradient.Cost(Target.Typical, patch, window.Count, Filters, paddedChannels);
        }

        if (some.Cycles > all.Cycles)
            return [];
        int rowStep = strides.Row * Stride, columnStep = strides.Column * Stride;
        IndexEncoding inInput = new("Places", 0, rowStep, columnStep, rowStep, columnStep);
        return needsInputGradient ? [inInput, patch.Corners] : [inInput];
    }

    private void LowerSparseBackward(BackwardContext context, SparseGradient sparse)
    {
        Tensor input = context.Input();
        ImageStrides strides = ImageStrides.Of(input.Shape, input.Layout);
        string name = ParameterTable.FileName(context.Name);
        int windows = sparse.Pooled.Shape.Positions, channels = input.Shape.Channels;
        Buffer values = context.GradientOf(sparse.Pooled).Buffer, places = sparse.Indices[0];
        if (context.NeedsInputGradient())
        {
            KernelPatch patch = new(sparse.Window, KernelHeight, KernelWidth, Stride);
            Buffer kernels = Buffer.OfCall(name + "Kernels", Filters * patch.BorderedLength * PanelWidth.RoundUp(channels));
            context.Add(Role.Prepare, LibraryCall.Of(
                context.Name + "Borders", When.Entering(Level.Call), "KernelBorders.Copy", [context.Parameter("weight", "w"), new("kernels", kernels)],
                ("filters", Filters), ("height", KernelHeight), ("width", KernelWidth), ("channels", channels),
                ("borderHeight", patch.BorderHeight), ("borderWidth", patch.BorderWidth)));
            (Tensor gradient, bool accumulate) = context.InputGradientMemory();
            PooledInputGradient shifted = new(
                patch, strides, Filters, Stride, sparse.Window, sparse.Pooled.Layout.PositionStride, accumulate ? null : gradient.Buffer.Length);
            context.Add(
                Role.InputGradient, "InputGradient", shifted,
                [new("values", values), new("corners", sparse.Indices[1]), new("kernels", kernels), new("dx", gradient.Buffer)]);
        }

        KernelRuns runs = new(strides, KernelHeight, KernelWidth, channels);
        Buffer patches = input.Buffer;
        if (runs.Slack > 0)
        {
            patches = Buffer.OfSample(name + "Input", input.Layout.SampleLength + runs.Slack);
            context.Add(Role.WeightGradient, LibraryCall.Of(
                context.Name + "InputCopy", When.In(Level.Sample), "FloatMemory.Copy", [new("source", input.Buffer), new("destination", patches)],
                ("length", input.Layout.SampleLength)));
        }

        Buffer sums = Buffer.OfGroup(name + "KernelSums", Filters * runs.FilterLength);
        context.Add(Role.WeightGradient, LibraryCall.Of(
            context.Name + "KernelSumsClear", When.Entering(Level.Group), "FloatMemory.Clear", [new("memory", sums)], ("length", sums.Length)));
        Operand x = new("x", patches);
        Operand? biasGradient = Weights.Bias ? context.ParameterGradient("bias", "db") : null;
        PooledWeightGradient gradients = new(x.Parameter, strides, runs, Filters, windows, biasGradient?.Parameter, PaddedFilters);
        context.Add(
            Role.WeightGradient, "WeightGradient", gradients,
            [x, new("values", values), new("places", places), new("sums", sums), .. biasGradient is null ? Array.Empty<Operand>() : [biasGradient]]);
        context.Add(Role.WeightGradient, LibraryCall.Of(
            context.Name + "KernelSumsAdd", When.Leaving(Level.Group), "KernelSums.AddTo", [context.ParameterGradient("weight", "gradient"), new("sums", sums)],
            ("filters", Filters), ("height", KernelHeight), ("width", KernelWidth), ("channels", channels), ("filterStride", runs.FilterLength),
            ("rowStride", runs.Length), ("columnStride", runs.ColumnStride), ("channelStride", runs.ChannelStride)));
    }
}
