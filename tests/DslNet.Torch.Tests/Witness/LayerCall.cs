using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness;

/// <summary>One use of a layer.</summary>
/// <param name="Index">Its number among the network's layers.</param>
/// <param name="Arguments">The arguments of its attribute.</param>
/// <param name="Inputs">What it reads: samples × shape.</param>
/// <param name="Parameters">The tensors that it learns, by their roles.</param>
/// <param name="States">The tensors that it keeps, by their roles: training changes them in place.</param>
/// <param name="Dropping">What dropout draws from; null outside of training.</param>
internal sealed record LayerCall(
    int Index, Arguments Arguments, IReadOnlyList<Tensor> Inputs, IReadOnlyDictionary<string, Tensor> Parameters, IReadOnlyDictionary<string, Tensor> States,
    Dropping? Dropping)
{
    /// <summary>What it reads, if that is one value.</summary>
    public Tensor Input => Assert.Single(Inputs);
}
