using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Layers.Convolution.Groups;
using DslNet.Generators.Layers.Dense;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>
/// Groups of several channels: each is a convolution with its share of channels and filters, and the distances of all. Where the filters of a group fill
/// no panels, outputs are computed with those that do, beside the image that is read, and copied to it.
/// </summary>
internal abstract partial record ConvolutionLayer
{
    private Tensor LowerGroups(ForwardContext context)
    {
        Tensor input = context.Input(), output = context.NewOutput();
        ChannelGroupsLayout groups = new(output.Shape, GroupsOf(input.Shape.Channels));
        Buffer computed = groups.IsUsual ? output.Buffer : Buffer.OfSample(ParameterTable.FileName(context.Name) + "Groups", groups.Length);
        ConvolutionGeometry geometry = GroupGeometry(input, groups);
        Operand x = new("x", input.Buffer), weights = context.Parameter("weight", "w");
        Operand? bias = Weights.Bias ? context.Parameter("bias", "b") : null;
        Sink sink = Sink.Activate(new("y", computed), context.Fused);
        ConvolutionOverChannels kernel = new(
            $"y = {(bias is null ? "" : "b + ")}Σ x·w{ForwardConvolution.Over(geometry.Forward)}", x.Parameter, geometry.Forward.Padded(), weights.Parameter,
            bias?.Parameter, sink.Epilogue);
        int[] steps = [InputStep(geometry), WeightStep(geometry), .. bias is null ? Array.Empty<int>() : [groups.Step], .. sink.Operands.Select(_ => groups.Step)];
        context.Add(
            "Forward", new GroupedKernel(kernel, groups.Groups, new EquatableArray<int>(steps)),
            [x, weights, .. bias is null ? Array.Empty<Operand>() : [bias], .. sink.Operands]);
        if (!groups.IsUsual)
            context.Add("Gather", groups.Gather(output.Layout, accumulate: false), [new("source", computed), new("destination", output.Buffer)]);
        return output;
    }

    private void LowerGroupsBackward(BackwardContext context)
    {
        Tensor input = context.Input(), gradient = context.OutputGradient;
        ChannelGroupsLayout groups = new(gradient.Shape, GroupsOf(input.Shape.Channels));
        Operand dy = new("dy", gradient.Buffer);
        if (!groups.IsUsual)
        {
            dy = new("dy", Buffer.OfSample(ParameterTable.FileName(context.Name) + "GroupGradients", groups.Length));
            context.Add(Role.InputGradient, "Scatter", groups.Scatter(gradient.Layout), [new("source", gradient.Buffer), new("destination", dy.Buffer)]);
        }

        ConvolutionGeometry geometry = GroupGeometry(input, groups);
        if (context.NeedsInputGradient())
            AddInputGradient(context, input, geometry, groups, dy);

        Operand x = new("x", input.Buffer), weightGradient = context.ParameterGradient("weight", "dw");
        context.Add(
            Role.WeightGradient, "WeightGradient",
            new GroupedKernel(
                new ConvolutionWeightGradient(x.Parameter, geometry.Padded(), dy.Parameter, weightGradient.Parameter, null), groups.Groups,
                new EquatableArray<int>([InputStep(geometry), groups.Step, WeightStep(geometry)])),
            [x, dy, weightGradient]);
        if (Weights.Bias)
            context.Add(Role.WeightGradient, "BiasGradient", new BiasGradient(groups.Shape.Positions, groups.PositionStride), [dy, context.ParameterGradient("bias", "db")]);
    }

    private void AddInputGradient(BackwardContext context, Tensor input, ConvolutionGeometry geometry, ChannelGroupsLayout groups, Operand dy)
    {
        ChannelGroupsLayout inputs = new(input.Shape, groups.Groups);
        int transposedStep = WeightTranspose.Length(geometry.Filters, geometry.Taps, 1, inputs.Step);
        Operand transposed = new("transposed", Buffer.OfCall(ParameterTable.FileName(context.Name) + "Transposed", groups.Groups * transposedStep));
        context.Add(Role.Prepare, LibraryCall.Of(
            context.Name + "Transpose", When.Entering(Level.Call), "PanelTranspose.CopyGroups", [context.Parameter("weight", "w"), transposed],
            ("groups", groups.Groups), ("outputs", geometry.Filters), ("taps", geometry.Taps), ("channels", geometry.Channels)));

        Buffer computed = Buffer.OfSample(ParameterTable.FileName(context.Name) + "InputGroups", inputs.Length);
        Sink sink = inputs.IsUsual ? context.InputGradient("dx") : Sink.Store(new("dx", computed));
        ConvolutionSum sum = (geometry with { Image = inputs.Strides }).InputGradient.Padded();
        ConvolutionOverChannels kernel = new(
            $"∂x = Σ ∂y·w over {NumberText.Counted(geometry.Vertical.Kernel, geometry.Horizontal.Kernel, "tap")} and {NumberText.Counted(geometry.Filters, "filter")}",
            dy.Parameter, sum, transposed.Parameter, null, sink.Epilogue);
        int[] steps = [groups.Step, transposedStep, .. sink.Operands.Select(_ => inputs.Step)];
        context.Add(Role.InputGradient, "InputGradient", new GroupedKernel(kernel, groups.Groups, new EquatableArray<int>(steps)), [dy, transposed, .. sink.Operands]);
        if (inputs.IsUsual)
            return;
        (Tensor gradient, bool accumulate) = context.InputGradientMemory();
        context.Add(Role.InputGradient, "InputGather", inputs.Gather(gradient.Layout, accumulate), [new("source", computed), new("destination", gradient.Buffer)]);
    }

    /// <summary>The convolution of one group.</summary>
    private ConvolutionGeometry GroupGeometry(Tensor input, ChannelGroupsLayout groups) =>
        ConvolutionGeometry.Of(Axes(input.Shape), input.Shape.Channels / groups.Groups, groups.Size, ImageStrides.Of(input.Shape, input.Layout)) with { Output = groups.Strides };

    private static int InputStep(ConvolutionGeometry geometry) => geometry.Channels * geometry.Image.Channel;

    private static int WeightStep(ConvolutionGeometry geometry) => geometry.PaddedFilters * geometry.FilterLength;
}
