using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Layers.Convolution.Groups;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>
/// Groups of several channels. Where the filters of a group fill no panels, outputs are computed with those that do, beside the image that is read, and
/// copied to it.
/// </summary>
internal abstract partial record ConvolutionLayer
{
    private Tensor LowerGroups(ForwardContext context)
    {
        Tensor input = context.Input(), output = context.NewOutput();
        ChannelGroupsLayout groups = new(output.Shape, GroupsOf(input.Shape.Channels));
        Buffer computed = groups.IsUsual ? output.Buffer : Buffer.OfSample(ParameterTable.FileName(context.Name) + "Groups", groups.Length);
        GroupedConvolution convolution = Grouped(input, groups);
        Operand? bias = Weights.Bias ? context.Parameter("bias", "b") : null;
        context.Add(convolution.Forward(
            context.Name + "Forward" + context.ScaledSuffix, $"y = {(bias is null ? "" : "b + ")}Σ x·w{ForwardConvolution.Over(convolution.Group.Forward)}", new("x", input.Buffer),
            context.Parameter("weight", "w"), bias, groups.Spread(context, context.OutputSink("y", output with { Buffer = computed }))));
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

        GroupedConvolution convolution = Grouped(input, groups);
        if (context.NeedsInputGradient())
            AddInputGradient(context, input, convolution, dy);

        context.Add(Role.WeightGradient, convolution.WeightGradient(
            context.Name + "WeightGradient", new("x", input.Buffer), dy, context.ParameterGradient("weight", "dw")));
        if (Weights.Bias)
            context.Add(Role.WeightGradient, "BiasGradient", new BiasGradient(groups.Shape.Positions, groups.PositionStride), [dy, context.ParameterGradient("bias", "db")]);
    }

    private static void AddInputGradient(BackwardContext context, Tensor input, GroupedConvolution convolution, Operand dy)
    {
        ChannelGroupsLayout inputs = new(input.Shape, convolution.Count);
        (Operand transposed, Operation transpose) = convolution.Transpose(
            context.Name, ParameterTable.FileName(context.Name) + "Transposed", context.Parameter("weight", "w"));
        context.Add(Role.Prepare, transpose);

        Buffer computed = Buffer.OfSample(ParameterTable.FileName(context.Name) + "InputGroups", inputs.Length);
        Sink sink = inputs.IsUsual ? context.InputGradient("dx") : Sink.Store(new("dx", computed));
        ConvolutionGeometry group = convolution.Group;
        context.Add(Role.InputGradient, convolution.WithImage(inputs).InputGradient(
            context.Name + "InputGradient",
            $"∂x = Σ ∂y·w over {NumberText.Counted(group.Vertical.Kernel, group.Horizontal.Kernel, "tap")} and {NumberText.Counted(group.Filters, "filter")}",
            dy, transposed, null, sink));
        if (inputs.IsUsual)
            return;
        (Tensor gradient, bool accumulate) = context.InputGradientMemory();
        context.Add(Role.InputGradient, "InputGather", inputs.Gather(gradient.Layout, accumulate), [new("source", computed), new("destination", gradient.Buffer)]);
    }

    private GroupedConvolution Grouped(Tensor input, ChannelGroupsLayout groups)
    {
        ConvolutionGeometry group = ConvolutionGeometry.Of(
            Axes(input.Shape), input.Shape.Channels / groups.Groups, groups.Size, ImageStrides.Of(input.Shape, input.Layout)) with
        {
            Output = groups.Strides,
        };
        return new(group, groups.Groups, group.Channels * group.Image.Channel, groups.Step);
    }
}
