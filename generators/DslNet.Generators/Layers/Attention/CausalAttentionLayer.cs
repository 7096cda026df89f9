using DslNet.CompilerServices;
using DslNet.Generators.Layers.Frames;
using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Attention;

/// <summary>
/// Attention of each frame to those up to it: o[t] = Σ softmax(q[t]·k[j] / √d)·v[j] over the last frames, for each head, and a product of all heads.
/// </summary>
/// <param name="Heads">How many heads there are.</param>
/// <param name="Context">How many frames are looked at, the current one included.</param>
/// <param name="Bias">Whether products have biases.</param>
/// <param name="Rotary">Whether queries and keys are turned by their position.</param>
internal sealed partial record CausalAttentionLayer(int Heads, int Context, bool Bias, bool Rotary) : LayerSpec
{
    // PyTorch's names.
    private const string InWeight = "in_proj_weight", InBias = "in_proj_bias", OutWeight = "out_proj.weight", OutBias = "out_proj.bias";

    /// <summary>Queries, keys and values.</summary>
    private const int Projections = 3;

    public static LayerSpec Read(IDeclaredArguments arguments) => new CausalAttentionLayer(
        arguments.Size("Heads"), arguments.Size("Context"), arguments.Boolean("Bias", otherwise: true), arguments.Boolean("Rotary", otherwise: false));

    public override string Kind => "CausalAttention";

    public override IEnumerable<LayerArgument> DeclaredArguments =>
    [
        LayerArgument.Positional("Heads", Heads), LayerArgument.Positional("Context", Context), LayerArgument.Named("Bias", Bias, otherwise: true),
        LayerArgument.Named("Rotary", Rotary, otherwise: false),
    ];

    public override string View => "AttentionLayer";

    public override bool CrossesTime => true;

    public override int Reach(Shape input) => Context - 1;

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        (string producer, Shape shape) = (inputs[0].Producer, inputs[0].Shape);
        FrameShape.Check(inputs[0], Limits.Multiply(Projections, Context), problems);
        int features = Limits.Clamp(shape.Length);
        if (features % Heads != 0)
        {
            problems.Report(
                RuleIds.HeadsDoNotDivide, "Heads", problems.LayerName, NumberText.Counted(Heads, "head"), producer, shape, NumberText.Counted(features, "feature"),
                string.Join(", ", Divisors.Of(features).Select(divisor => NumberText.Of(divisor))));
        }
        else if (Rotary && features / Heads % 2 != 0)
        {
            problems.Report(RuleIds.RotaryOfOdd, "Rotary", problems.LayerName, producer, NumberText.Counted(features, "value"), NumberText.Counted(Heads, "head"), NumberText.Counted(features / Heads, "value"));
        }

        return Shape.Vector(features);
    }

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input)
    {
        int features = Limits.Clamp(input.Length), rows = Limits.Clamp(Limits.Multiply(Projections, features)), gates = features % Heads == 0 ? Projections * Heads : 1;
        ParameterSpec inWeight = new(InWeight, new EquatableArray<int>([rows, features]), features, 1, Initializer.GlorotUniform, 0) { Gates = gates };
        ParameterSpec inBias = new(InBias, new EquatableArray<int>([rows]), 1, 1, Initializer.Constant, 0) { Gates = gates };
        ParameterSpec outWeight = new(OutWeight, new EquatableArray<int>([features, features]), features, 1, Initializer.Uniform, (float)(1 / Math.Sqrt(features)));
        return Bias ? [inWeight, inBias, outWeight, ParameterSpec.Bias(features, 0) with { Role = OutBias }] : [inWeight, outWeight];
    }

    // Every head's scores and values besides the products, with a whole context.
    public override long MultiplyAdds(Shape input, Shape output) =>
        Limits.Add(Limits.Multiply(Limits.Multiply(Projections + 1, input.Length), input.Length), Limits.Multiply(Limits.Multiply(2, Context), input.Length));
}
