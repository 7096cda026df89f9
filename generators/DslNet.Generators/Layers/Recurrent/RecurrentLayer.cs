using DslNet.CompilerServices;
using DslNet.Generators.Layers.Frames;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Recurrent;

/// <summary>
/// A layer whose output is computed from the frame and from its own output one frame before. Its weights have the rows of its gates one after the other, as
/// PyTorch's modules of one layer.
/// </summary>
/// <param name="Hidden">Values of the output, and of each gate.</param>
/// <param name="IsBidirectional">Whether a second one reads the sequence from its last frame: the output has the values of both.</param>
internal abstract partial record RecurrentLayer(int Hidden, bool IsBidirectional) : LayerSpec
{
    /// <summary>The argument that says so.</summary>
    public const string Bidirectional = "Bidirectional";

    // PyTorch's names, for the first and only layer of a module.
    protected const string InputWeight = "weight_ih_l0", HiddenWeight = "weight_hh_l0", InputBias = "bias_ih_l0", HiddenBias = "bias_hh_l0";

    /// <summary>Gates, the new value's part included.</summary>
    protected abstract int Gates { get; }

    public override IEnumerable<LayerArgument> DeclaredArguments => [LayerArgument.Positional("Hidden", Hidden), LayerArgument.Named(Bidirectional, IsBidirectional, otherwise: false)];

    public override string View => "RecurrentLayer";

    public override bool CrossesTime => true;

    // Each direction of two keeps its own output.
    public override int OutputFramesBefore => IsBidirectional ? 0 : 1;

    public override bool LooksAhead => IsBidirectional;

    public override int GradientsOfInput => Directions;

    private int Directions => IsBidirectional ? 2 : 1;

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        FrameShape.Check(inputs[0], 0, problems);
        return Shape.Vector(Limits.Clamp(Limits.Multiply(Directions, Hidden)));
    }

    public override ShapeCertainty OutputCertainty(ShapeCertainty input) => ShapeCertainty.Known;

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input)
    {
        int inputs = Limits.Clamp(input.Length), rows = Limits.Clamp(Limits.Multiply(Gates, Hidden));
        return [.. new[] { "", "_reverse" }.Take(Directions).SelectMany(direction => (ParameterSpec[])
            [Of(InputWeight + direction, inputs), Of(HiddenWeight + direction, Hidden), Of(InputBias + direction), Of(HiddenBias + direction)])];

        ParameterSpec Of(string role, params int[] columns) =>
            new(role, new EquatableArray<int>([rows, .. columns]), columns.Length == 0 ? 1 : columns[0], 1, Initializer.Uniform, (float)(1 / Math.Sqrt(Hidden))) { Gates = Gates };
    }

    public override long MultiplyAdds(Shape input, Shape output) => Limits.Multiply(Directions, Limits.Multiply(Limits.Multiply(Gates, Hidden), Limits.Add(input.Length, Hidden)));

    /// <summary>Values of a gate, with the zeros that fill the last panel.</summary>
    protected int Padded => PanelWidth.RoundUp(Hidden);
}
