using DslNet.CompilerServices;
using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Layers.Convolution.Groups;
using DslNet.Generators.Layers.Dense;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>
/// A convolution of several groups: each is a convolution with its share of channels and filters, and the distances of all. Its kernels do one group after
/// the other. A transposed convolution computes forward what is the input gradient of one, and the other way round.
/// </summary>
/// <param name="Group">The convolution of one group.</param>
/// <param name="Count">Groups.</param>
/// <param name="ImageStep">From the channels of one group to those of the next, in the image.</param>
/// <param name="OutputStep">The same in the output.</param>
internal sealed record GroupedConvolution(ConvolutionGeometry Group, int Count, int ImageStep, int OutputStep)
{
    private int WeightStep => Group.PaddedFilters * Group.FilterLength;

    private int TransposedStep => WeightTranspose.Length(Group.Filters, Group.Taps, 1, PanelWidth.RoundUp(Group.Channels));

    /// <summary>The same with an image that is stored for kernels that write each group by itself.</summary>
    public GroupedConvolution WithImage(ChannelGroupsLayout image) => this with { Group = Group with { Image = image.Strides }, ImageStep = image.Step };

    /// <summary>The same with an output that is stored so.</summary>
    public GroupedConvolution WithOutput(ChannelGroupsLayout output) => this with { Group = Group with { Output = output.Strides }, OutputStep = output.Step };

    /// <summary>Sums an image times the weights.</summary>
    /// <param name="name">What the operation is called.</param>
    /// <param name="formula">For its comment, what it computes.</param>
    /// <param name="image">The image.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="bias">What sums start with; null for zero.</param>
    /// <param name="sink">What becomes of them.</param>
    public Operation Forward(string name, string formula, Operand image, Operand weights, Operand? bias, Sink sink) =>
        Sum(name, formula, Group.Forward, (image, ImageStep), (weights, WeightStep), bias, (sink, OutputStep));

    /// <summary>Sums an output times the transposed weights, for each position of the image.</summary>
    /// <param name="name">What the operation is called.</param>
    /// <param name="formula">For its comment, what it computes.</param>
    /// <param name="output">The output.</param>
    /// <param name="transposed">The weights, <see cref="Transpose">transposed</see>.</param>
    /// <param name="bias">What sums start with; null for zero.</param>
    /// <param name="sink">What becomes of them.</param>
    public Operation InputGradient(string name, string formula, Operand output, Operand transposed, Operand? bias, Sink sink) =>
        Sum(name, formula, Group.InputGradient, (output, OutputStep), (transposed, TransposedStep), bias, (sink, ImageStep));

    /// <summary>Sums an image times an output, whose channels that do not exist are zero.</summary>
    /// <param name="name">What the operation is called.</param>
    /// <param name="image">The image.</param>
    /// <param name="output">The output.</param>
    /// <param name="weightGradient">Where sums are added to.</param>
    public Operation WeightGradient(string name, Operand image, Operand output, Operand weightGradient)
    {
        ConvolutionWeightGradient kernel = new(image.Parameter, Group.Padded(), output.Parameter, weightGradient.Parameter, null);
        return new(name, new GroupedKernel(kernel, Count, new EquatableArray<int>([ImageStep, OutputStep, WeightStep])), [image, output, weightGradient]);
    }

    /// <summary>Memory for the transposed weights, and the operation that makes them, once per call.</summary>
    /// <param name="layer">The layer's name.</param>
    /// <param name="memory">What the memory is called.</param>
    /// <param name="weights">The weights.</param>
    public (Operand Transposed, Operation Operation) Transpose(string layer, string memory, Operand weights)
    {
        Operand transposed = new("transposed", Buffer.OfCall(memory, Count * TransposedStep));
        return (transposed, LibraryCall.Of(
            layer + "Transpose", When.Entering(Level.Call), "PanelTranspose.CopyGroups", [weights, transposed],
            ("groups", Count), ("outputs", Group.Filters), ("taps", Group.Taps), ("channels", Group.Channels)));
    }

    private Operation Sum(
        string name, string formula, ConvolutionSum sum, (Operand Memory, int Step) image, (Operand Memory, int Step) weights, Operand? bias, (Sink To, int Step) results)
    {
        ConvolutionOverChannels kernel = new(formula, image.Memory.Parameter, sum.Padded(), weights.Memory.Parameter, bias?.Parameter, results.To.Epilogue);
        (Operand Memory, int Step)[] all =
        [
            image, weights, .. bias is null ? Array.Empty<(Operand, int)>() : [(bias, results.Step)], .. results.To.Operands.Select(operand => (operand, results.Step)),
        ];
        return new(name, new GroupedKernel(kernel, Count, all.Select(each => each.Step).ToEquatableArray()), all.Select(each => each.Memory));
    }
}
