using DslNet.Generators.Layers.Concat;
using DslNet.Generators.Layers.Joins;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Add;

/// <summary>The sum of several values of one shape.</summary>
/// <param name="Others">The names of those beside the one before.</param>
internal sealed partial record AddLayer(EquatableArray<string> Others) : LayerSpec
{
    public static LayerSpec Read(IDeclaredArguments arguments) => new AddLayer(JoinArguments.Read(arguments));

    public override string Kind => "Add";

    public override EquatableArray<string> JoinedNames => Others;

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        ShapedInput first = inputs[0];
        for (int i = 1; i < inputs.Count; i++)
        {
            ShapedInput other = inputs[i];
            if (other.Shape != first.Shape)
            {
                problems.Report(
                    RuleIds.AddedShapesDiffer, Invariant($"Others[{i - 1}]"),
                    problems.LayerName, first.Producer, first.Shape, other.Producer, other.Shape,
                    ConcatLayer.CanJoin(first.Shape, other.Shape) ? ", or join them with [Concat]" : "");
            }
        }

        return first.Shape;
    }
}
