using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.PReLU;

/// <summary>y = x where x is positive, else a learned slope times x.</summary>
/// <param name="PerChannel">Whether each channel has a slope of its own; else all have one.</param>
/// <param name="InitialValue">What every slope starts from.</param>
internal sealed partial record PReLULayer(bool PerChannel, float InitialValue) : LayerSpec
{
    private const float Start = 0.25f;

    public static LayerSpec Read(IDeclaredArguments arguments) =>
        new PReLULayer(arguments.Boolean("PerChannel", otherwise: false), arguments.Finite("InitialValue", otherwise: Start));

    public override string Kind => "PReLU";

    public override IEnumerable<LayerArgument> DeclaredArguments =>
        [LayerArgument.Named("PerChannel", PerChannel, otherwise: false), LayerArgument.Named("InitialValue", InitialValue, Start)];

    public override string View => WeightOptions.View;

    public override bool IsActivation => true;

    public override bool IsRectifier => true;

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems) => inputs[0].Shape;

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input) =>
        [new("weight", new EquatableArray<int>([PerChannel ? input.Channels : 1]), 1, 1, Initializer.Constant, InitialValue)];
}
