using DslNet.Generators.Model;

namespace DslNet.Generators.Lowering;

/// <summary>What a layer keeps beside its parameters, and where: states follow the parameters in the network's memory.</summary>
/// <param name="Name">Its name in files: <c>batchNorm1.running_mean</c>.</param>
/// <param name="Spec">Its length and start.</param>
/// <param name="Offset">Where it begins, counted from the first parameter.</param>
internal sealed record State(string Name, StateSpec Spec, int Offset);
