namespace DslNet.Torch.Tests.Witness;

/// <summary>What the random numbers of dropout follow from, beside layer, sample and element.</summary>
/// <param name="Seed">The network's seed.</param>
/// <param name="Step">The training step.</param>
internal sealed record Dropping(int Seed, long Step);
