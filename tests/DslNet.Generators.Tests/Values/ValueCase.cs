using DslNet.Generators.Tests.Oracle;

namespace DslNet.Generators.Tests.Values;

/// <summary>A network to try, and the numbers of samples to try it with.</summary>
internal sealed record ValueCase(OracleNetwork Network, int[] Batches);
