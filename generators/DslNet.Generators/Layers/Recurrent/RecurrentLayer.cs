using DslNet.CompilerServices;
using DslNet.Generators.Layers.Frames;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Recurrent;

/// <summary>
/// A layer whose output is computed from the frame and from its own output one frame before. Its weights have the rows of its gates one after the other, as
/// PyTorch's modules of one layer.
/// </summary>
/// <param name="Hidden">Values of the output, and of each gate.</param>
internal abstract partial record RecurrentLayer(int Hidden) : LayerSpec
{
    // PyTorch's names, for the first and only layer of a module.
    protected const string InputWeight = "weight_ih_l0", HiddenWeight = "weight_hh_l0", InputBias = "bias_ih_l0", HiddenBias = "bias_hh_l0";

    /// <summary>Gates, the new value's part included.</summary>
    protected abstract int Gates { get; }

    public override IEnumerable<LayerArgument> DeclaredArguments => [LayerArgument.Positional("Hidden", Hidden)];

    public override string View => "RecurrentLayer";

    public override bool CrossesTime => true;

    public override int OutputFramesBefore => 1;

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        FrameShape.Check(inputs[0], 0, problems);
        return Shape.Vector(Hidden);
    }

    public override ShapeCertainty OutputCertainty(ShapeCertainty input) => ShapeCertainty.Known;

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input)
    {
        int inputs = Limits.Clamp(input.Length), rows = Limits.Clamp(Limits.Multiply(Gates, Hidden));
        return [Of(InputWeight, inputs), Of(HiddenWeight, Hidden), Of(InputBias), Of(HiddenBias)];

        ParameterSpec Of(string role, params int[] columns) =>
            new(role, new EquatableArray<int>([rows, .. columns]), columns.Length == 0 ? 1 : columns[0], 1, Initializer.Uniform, (float)(1 / Math.Sqrt(Hidden))) { Gates = Gates };
    }

    public override long MultiplyAdds(Shape input, Shape output) => Limits.Multiply(Limits.Multiply(Gates, Hidden), Limits.Add(input.Length, Hidden));

    /// <summary>Values of a gate, with the zeros that fill the last panel.</summary>
    protected int Padded => PanelWidth.RoundUp(Hidden);
}
