using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Losses;

/// <summary>The mean of (prediction − target)².</summary>
internal sealed partial record MeanSquaredErrorLoss : LossSpec
{
    public static LossSpec Read(IDeclaredArguments arguments, int value) => new MeanSquaredErrorLoss { Value = value };

    public override string Kind => "MeanSquaredError";
}
