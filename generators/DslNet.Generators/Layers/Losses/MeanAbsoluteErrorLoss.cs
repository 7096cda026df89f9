using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Losses;

/// <summary>The mean of |prediction − target|.</summary>
internal sealed partial record MeanAbsoluteErrorLoss : LossSpec
{
    public static LossSpec Read(IDeclaredArguments arguments, int value) => new MeanAbsoluteErrorLoss { Value = value };

    public override string Kind => "MeanAbsoluteError";
}
