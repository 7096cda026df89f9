using DslNet.CompilerServices;

namespace DslNet.Populations;

/// <summary>Finds the losses of a block's members. Several threads call it at once, each with a block of its own.</summary>
/// <typeparam name="TNetwork">The members' class.</typeparam>
/// <param name="population">The population.</param>
/// <param name="block">The block, for <see cref="Population{TNetwork}.PredictBlock"/>.</param>
/// <param name="losses">Receives a loss for each of its members; the less, the better.</param>
public delegate void BlockEvaluation<TNetwork>(Population<TNetwork> population, int block, Span<float> losses) where TNetwork : IPopulationNetwork<TNetwork>;
