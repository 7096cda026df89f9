using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Layers.Convolution.Groups;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Convolution.Transposed;

/// <summary>
/// Groups of several channels: each is the input gradient of a convolution of its own. What is written vector by vector is computed beside the image where the
/// channels of a group fill no panels; what is read value by value stays where it is.
/// </summary>
internal sealed partial record ConvTransposeLayer
{
    private void LowerGroups(ForwardContext context, Tensor input, Tensor output, Operand? bias)
    {
        ChannelGroupsLayout outputs = new(output.Shape, Groups);
        string name = ParameterTable.FileName(context.Name);
        GroupedConvolution other = OtherOfGroups(input, output);
        (Operand transposed, Operation transpose) = other.Transpose(context.Name, name + "Transposed", context.Parameter("weight", "w"));
        context.Add(Role.Prepare, transpose);
        Buffer computed = outputs.IsUsual ? output.Buffer : Buffer.OfSample(name + "Groups", outputs.Length);
        context.Add(other.WithImage(outputs).InputGradient(
            context.Name + "Forward" + context.ScaledSuffix, Formula(bias, ForwardConvolution.Over(other.Group.InputGradient)), new("x", input.Buffer), transposed,
            bias is null ? null : outputs.Spread(context, bias), outputs.Spread(context, context.OutputSink("y", output with { Buffer = computed }))));
        if (!outputs.IsUsual)
            context.Add("Gather", outputs.Gather(output.Layout, accumulate: false), [new("source", computed), new("destination", output.Buffer)]);
    }

    private void LowerGroupsBackward(BackwardContext context, Tensor input)
    {
        Tensor gradient = context.OutputGradient;
        ChannelGroupsLayout inputs = new(input.Shape, Groups);
        string name = ParameterTable.FileName(context.Name);
        GroupedConvolution other = OtherOfGroups(input, gradient), beside = other.WithOutput(inputs);
        Operand dy = new("dy", gradient.Buffer);
        if (context.NeedsInputGradient())
        {
            Buffer computed = Buffer.OfSample(name + "InputGroups", inputs.Length);
            Sink sink = inputs.IsUsual ? context.InputGradient("dx") : Sink.Store(new("dx", computed));
            context.Add(Role.InputGradient, beside.Forward(
                context.Name + "InputGradient", $"∂x = Σ ∂y·w{ForwardConvolution.Over(other.Group.Forward)}", dy, context.Parameter("weight", "w"), null, sink));
            if (!inputs.IsUsual)
            {
                (Tensor inputGradient, bool accumulate) = context.InputGradientMemory();
                context.Add(
                    Role.InputGradient, "InputGather", inputs.Gather(inputGradient.Layout, accumulate), [new("source", computed), new("destination", inputGradient.Buffer)]);
            }
        }

        Operand x = new("x", input.Buffer);
        if (!inputs.IsUsual)
        {
            x = new("x", Buffer.OfSample(name + "InputsOfGroups", inputs.Length));
            context.Add(Role.WeightGradient, "InputScatter", inputs.Scatter(input.Layout), [new("source", input.Buffer), new("destination", x.Buffer)]);
        }

        context.Add(Role.WeightGradient, beside.WeightGradient(context.Name + "WeightGradient", dy, x, context.ParameterGradient("weight", "dw")));
    }

    /// <summary>The convolutions whose input gradients the groups are, over images as they are stored.</summary>
    private GroupedConvolution OtherOfGroups(Tensor input, Tensor output)
    {
        (int filters, int channels) = (input.Shape.Channels / Groups, Filters / Groups);
        ConvolutionGeometry group = ConvolutionGeometry.Of(
            Axes(input.Shape, output.Shape), channels, filters, ImageStrides.Of(output.Shape, output.Layout)) with
        {
            Output = ImageStrides.Of(input.Shape, input.Layout),
        };
        return new(group, Groups, channels, filters);
    }
}
