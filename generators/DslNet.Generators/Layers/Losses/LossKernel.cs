using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Losses;

/// <summary>A kernel that compares the outputs of one sample with targets: it returns the loss and, where it is wanted, writes its gradient.</summary>
internal abstract record LossKernel : Kernel
{
    public sealed override string TypeParameters => LossGradient.TypeParameters;

    public sealed override string Constraints => LossGradient.Constraints;

    public sealed override string ReturnType => "double";

    public override IReadOnlyList<KernelParameter> Parameters => [new("prediction"), new("target"), LossGradient.Parameter];

    public sealed override IReadOnlyList<KernelParameter> Scalars => LossGradient.Scalars;
}
