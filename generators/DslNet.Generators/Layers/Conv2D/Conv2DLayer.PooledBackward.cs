using DslNet.CompilerServices;
using DslNet.Generators.Layers.Conv2D.Pooled;
using DslNet.Generators.Layers.Pooling;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Conv2D;

/// <summary>The backward direction behind a max pooling: what the pooling makes zero is not computed.</summary>
internal sealed partial record Conv2DLayer
{
    // More bordered kernels than this, in floats, would not stay in any cache.
    private const long MostBordered = 1 << 22;

    // At a padded image's border each filter would meet other taps, depending on where its maximum lies.
    public override IReadOnlyList<PlaceForm> PlaceForms(Tensor input, Shape output, bool needsInputGradient, PoolWindows windows)
    {
        (WindowAxis vertical, WindowAxis horizontal) = Axes(input.Shape);
        if (!Forward(vertical).IsComplete || !Forward(horizontal).IsComplete)
            return [];
        ImageStrides strides = ImageStrides.Of(input.Shape, input.Layout);
        KernelPatch patch = new(windows, KernelHeight, KernelWidth, Stride);
        KernelRuns runs = new(strides, KernelHeight, KernelWidth, input.Shape.Channels);
        int paddedChannels = PanelWidth.RoundUp(input.Shape.Channels);
        int windowCount = windows.Vertical.Outputs * windows.Horizontal.Outputs;
        KernelCost all = ConvolutionWeightGradient.Cost(Target.Typical, input.Shape.Channels, Forward(vertical), Forward(horizontal), PaddedFilters);
        KernelCost some = PooledWeightGradient.Cost(Target.Typical, runs, windowCount, Filters);
        if (needsInputGradient)
        {
            if (Limits.Multiply((long)patch.BorderedLength * paddedChannels, Filters) > MostBordered)
                return [];
            all += ConvolutionProduct.Cost(Target.Typical, Filters, Backward(vertical), Backward(horizontal), paddedChannels);
            some += PooledInputGradient.Cost(Target.Typical, patch, windowCount, Filters, paddedChannels);
        }

        if (some.Cycles > all.Cycles)
            return [];
        PlaceForm inInput = new("Places", (row, column) => (row * strides.Row + column * strides.Column) * Stride, strides.Row * Stride, strides.Column * Stride);
        return needsInputGradient ? [inInput, new("Corners", patch.Corner, 0, 0)] : [inInput];
    }

    private void LowerPooledBackward(BackwardContext context, PooledGradient pooled)
    {
        Tensor input = context.Input();
        ImageStrides strides = ImageStrides.Of(input.Shape, input.Layout);
        string name = ParameterTable.FileName(context.Name);
        int windows = pooled.Pooled.Shape.Positions, channels = input.Shape.Channels;
        Buffer values = context.GradientOf(pooled.Pooled).Buffer, places = pooled.Places[0];
        ParameterSpec weight = Weight(input);
        if (context.NeedsInputGradient())
        {
            KernelPatch patch = new(pooled.Windows, KernelHeight, KernelWidth, Stride);
            Buffer kernels = Buffer.OfCall(name + "Kernels", Filters * patch.BorderedLength * PanelWidth.RoundUp(channels));
            context.Add(Role.Prepare, new LibraryCall(
                context.Name + "Borders", Granularity.Step, "KernelBorders.Copy", [context.Parameter(weight, "w"), new("kernels", kernels)],
                ("filters", Filters), ("height", KernelHeight), ("width", KernelWidth), ("channels", channels),
                ("borderHeight", patch.BorderHeight), ("borderWidth", patch.BorderWidth)));
            (Tensor gradient, bool accumulate) = context.InputGradientMemory();
            context.Add(Role.InputGradient, new PooledInputGradient(
                context.Name, kernels, patch, strides, Filters, Stride, pooled.Windows, values, pooled.Places[1], gradient.Buffer, accumulate));
        }

        KernelRuns runs = new(strides, KernelHeight, KernelWidth, channels);
        Buffer patches = input.Buffer;
        if (runs.Slack > 0)
        {
            patches = Buffer.OfSample(name + "Input", input.Layout.SampleLength + runs.Slack);
            context.Add(Role.WeightGradient, new LibraryCall(
                context.Name + "InputCopy", Granularity.Sample, "FloatMemory.Copy", [new("source", input.Buffer), new("destination", patches)],
                ("length", input.Layout.SampleLength)));
        }

        Buffer sums = Buffer.OfCall(name + "KernelSums", Filters * runs.FilterLength);
        context.Add(Role.WeightGradient, new LibraryCall(
            context.Name + "KernelSumsClear", Granularity.GroupStart, "FloatMemory.Clear", [new("memory", sums)], ("length", sums.Length)));
        context.Add(Role.WeightGradient, new PooledWeightGradient(
            context.Name, new("x", patches), strides, runs, Filters, windows, values, places, sums,
            Weights.Bias ? context.ParameterGradient(BiasSpec, "db") : null, PaddedFilters));
        context.Add(Role.WeightGradient, new LibraryCall(
            context.Name + "KernelSumsAdd", Granularity.GroupEnd, "KernelSums.AddTo", [context.ParameterGradient(weight, "gradient"), new("sums", sums)],
            ("filters", Filters), ("height", KernelHeight), ("width", KernelWidth), ("channels", channels), ("filterStride", runs.FilterLength),
            ("rowStride", runs.Length), ("columnStride", runs.ColumnStride), ("channelStride", runs.ChannelStride)));
    }
}
